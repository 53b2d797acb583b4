"""Invented officers and sendings for the tests of the verbs."""

from itertools import count

import pyotp

from core.facts import AgeBand, Door, Officer, Permission, Role, Submission, Voice
from core.quotes import QuoteState
from core.routes import Decision
from services import accounts, answers, bank, desk, intake, redaction, review, safeguarding
from services.lookback import find_by_code

PASSWORD = "a long enough password"
NUMBERS = count()


def officer(house, *roles, email="officer@council.example", name="Sample Officer"):
    """An officer who is stored, and the secret for their numbers."""
    secret = accounts.add_officer(
        house,
        email=email,
        name=name,
        post="Participation Manager",
        password=PASSWORD,
        roles=set(roles),
    )
    with house.store.reading() as books:
        account = books.officers.account(email)
    return account.officer, pyotp.TOTP(secret)


def participation_worker(house):
    """Somebody who may do nearly everything."""
    return officer(house, Role.PARTICIPATION)[0]


def said(words="My social worker rings me back.", **changes):
    """A young person's view; each one is a form of its own."""
    values = {
        "voice": Voice.YOUNG_PERSON,
        "door": Door.WEB,
        "words": words,
        "once_key": f"form-{next(NUMBERS)}",
        "age_band": AgeBand.TEEN,
        "permission": Permission.EVERYONE,
    }
    return Submission(**{**values, **changes})


def grouped(house, by, keys, **changes):
    """Send a view and agree its themes; its id and its code."""
    receipt = intake.receive(house, said(**changes)).receipt or ""
    with house.store.reading() as books:
        view_id = find_by_code(books, receipt).id
    opened = review.open_view(house, by, view_id)
    review.agree_themes(house, by, view_id, keys, opened.version)
    return view_id, receipt


def five_others(house, by, voice=Voice.YOUNG_PERSON):
    """Five who speak of something else: where everybody says one thing, its number is hidden."""
    return {grouped(house, by, ("education",), voice=voice)[0] for _ in range(5)}


def quotable(house, by, keys, **changes):
    """The same, with each "Kayleigh" at the start masked, and cleared for quoting."""
    view_id, receipt = grouped(house, by, keys, **changes)
    if review.open_view(house, by, view_id).words.startswith("Kayleigh"):
        redaction.mask(house, by, view_id, 0, 8, "PERSON", "a name")
    redaction.clear(house, by, view_id, True, review.open_view(house, by, view_id).version)
    check_quotes(house)
    return view_id, receipt


SECOND = Officer("second", "Second Officer", "Reviewer", frozenset({Role.REVIEWER}))


def check_quotes(house, by=SECOND):
    """Another officer checks every quote that waits."""
    for quote in bank.listed(house, by):
        if quote.state is QuoteState.WAITING:
            bank.check(house, by, quote.id, True)


def answer_the_one(house, words, key):
    """A reviewer opens the only view that waits, agrees this theme and answers; what they saw."""
    by, _ = officer(house, Role.REVIEWER, email="reviewer@council.example")
    (line,) = desk.waiting(house, by)
    opened = review.open_view(house, by, line.view_id)
    review.agree_themes(house, by, line.view_id, (key,), opened.version)
    answers.reply(house, by, line.view_id, words)
    return opened


def queue_ids(house, by):
    """The ids in the queue, in order."""
    return [line.view_id for line in desk.waiting(house, by)]


def decided(house, view_id):
    """A safeguarding lead finds that nothing more is needed for a view that raised a worry."""
    lead, _ = officer(house, Role.SAFEGUARDING, email="decides@council.example")
    safeguarding.decide(house, lead, view_id, Decision.NO_ACTION, "An idiom.")
