"""The officers' desk, behind sign-in: this is its map. Each route also needs a row in policy.py."""

from flask import Blueprint

from core.errors import NotFound
from web.officers import (
    agreement,
    answers,
    masks,
    paper,
    people,
    plain,
    queue,
    session,
    summary,
    themes,
    unsent,
    view,
)

blueprint = Blueprint("desk", __name__, url_prefix="/desk")
blueprint.before_request(session.guard)
blueprint.register_error_handler(NotFound, session.not_there)
for trouble in unsent.LOST:
    blueprint.register_error_handler(trouble, unsent.lost)
blueprint.context_processor(session.known_at_the_desk)
for told in plain.FILTERS:
    blueprint.app_template_filter()(told)

ONE = "/views/<view_id>"
GET = (
    ("/", queue.queue),
    (ONE, view.view),
    ("/summary", summary.summary),
    ("/agreement", agreement.agreement),
    ("/paper", paper.paper),
    ("/paper/preview", paper.preview),
    ("/people", people.people),
)
POST = (
    ("/sign-out", session.sign_out),
    (f"{ONE}/themes", themes.agree),
    (f"{ONE}/mask", masks.mask),
    (f"{ONE}/unmask", masks.unmask),
    (f"{ONE}/clear", masks.clear),
    (f"{ONE}/reply", answers.reply),
    ("/paper/issue", paper.issue),
    ("/people/add", people.add_officer),
    ("/people/<officer_id>/active", people.set_active),
)
blueprint.add_url_rule("/sign-in", view_func=session.sign_in, methods=["GET", "POST"])
for path, seen in GET:
    blueprint.add_url_rule(path, view_func=seen, methods=["GET"])
for path, done in POST:
    blueprint.add_url_rule(path, view_func=done, methods=["POST"])
