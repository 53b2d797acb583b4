"""The officers' desk, behind sign-in. Its map is made of areas; each names its pages."""

from flask import Blueprint

from core.errors import NotFound, SayWhy
from web.officers import (
    account,
    audit,
    board,
    cards,
    catalogue,
    daily,
    digest,
    drafts,
    everyday,
    files,
    governing,
    imports,
    keeping,
    machine,
    meeting,
    new_themes,
    office,
    openid,
    person,
    plain,
    policy,
    polls,
    pulse,
    quotes,
    releases,
    safeguarding,
    session,
    settled,
    theme_answers,
    unsent,
    welcome,
    why,
)

blueprint = Blueprint("desk", __name__, url_prefix="/desk")
blueprint.before_request(session.guard)
blueprint.register_error_handler(NotFound, session.not_there)
blueprint.register_error_handler(SayWhy, why.ask)
for trouble in unsent.LOST:
    blueprint.register_error_handler(trouble, unsent.lost)
blueprint.context_processor(session.known_at_the_desk)
blueprint.context_processor(office.known_at_the_office)
for told in plain.FILTERS:
    blueprint.app_template_filter()(told)

AREAS: tuple[tuple[policy.Page, ...], ...] = (
    everyday.PAGES,
    daily.PAGES,
    person.PAGES,
    openid.PAGES,
    board.PAGES,
    polls.PAGES,
    cards.PAGES,
    office.PAGES,
    catalogue.PAGES,
    keeping.PAGES,
    audit.PAGES,
    governing.PAGES,
    imports.PAGES,
    quotes.PAGES,
    files.PAGES,
    machine.PAGES,
    settled.PAGES,
    new_themes.PAGES,
    digest.PAGES,
    drafts.PAGES,
    meeting.PAGES,
    theme_answers.PAGES,
    releases.PAGES,
    account.PAGES,
    welcome.PAGES,
    safeguarding.PAGES,
    pulse.PAGES,
)
for pages in AREAS:
    policy.admit(pages)
    for page in pages:
        blueprint.add_url_rule(page.path, view_func=page.view, methods=[*page.methods])
