"""Takes in what somebody said: checked, tagged and stored in one transaction, or not at all."""

import logging
from collections import Counter
from dataclasses import replace
from datetime import timedelta

from core.facts import Acknowledgement, Permission, Submission, Suggestions, Worry
from core.ports import Tagger
from core.said import checked, tidied
from core.stories import RECEIVED, Step
from core.working_days import add_working_days, london_day, london_half
from services.alerts import raise_alert
from services.house import House, naive_utc
from storage import rollup
from storage.store import AlreadyThere, Books
from storage.views import Arrival, View

log = logging.getLogger("heard.intake")
MOST_SHORT = 4_000


def receive(house: House, said: Submission) -> Acknowledgement:
    """Store a submission and give its word code; the same send again gives the same code.

    Raises:
        NothingSaid, TooLong, CannotRead: nothing was stored, and the message says why.
        NotSaved: the database could not keep it; nothing was stored.
    """
    said = _checked(house, said)
    suggested = suggest_safely(house.tagger, said.words)
    raised = said.asked_for_help or suggested.worry is not Worry.NONE
    receipt = house.store.receipt_for(said.once_key)
    arrival = _arrival(house)
    try:
        with house.store.transaction() as books:
            _keep(house, books, said, suggested, arrival, receipt)
            if raised:
                raise_alert(house, books, suggested.worry, asked=said.asked_for_help)
            _audit(house, books, said, "received")
    except AlreadyThere:
        return _again(house, said, suggested, receipt)
    if raised:
        house.wake()
    return Acknowledgement(receipt, arrival.due_on, help_first=raised)


def suggest_safely(tagger: Tagger, words: str) -> Suggestions:
    """The machine's suggestions; where it fails, none, and a worry that says nobody has looked.

    Rationale: the words matter more than the machine, so any failure of it is caught here.
    """
    try:
        return tagger.suggest(words)
    except Exception as error:  # noqa: BLE001 - the third guard that design allows
        log.warning("tagger_failed", extra={"kind": type(error).__name__})
        return Suggestions()


def _checked(house: House, said: Submission) -> Submission:
    who = said.who
    return replace(
        said,
        words=checked(said.words, house.rules.most_letters),
        details=tuple(
            (label, tidied(text, MOST_SHORT)) for label, text in said.details if text.strip()
        ),
        who=replace(who, name=tidied(who.name, 200), reach=tidied(who.reach, 200)),
    )


def _arrival(house: House) -> Arrival:
    now = house.now()
    today = london_day(now)
    key_id, key = house.store.fresh_key(today)
    due_on = add_working_days(today, house.rules.answer_within)
    return Arrival(today, london_half(now), due_on, key_id, key)


def _keep(
    house: House,
    books: Books,
    said: Submission,
    suggested: Suggestions,
    arrival: Arrival,
    receipt: str,
) -> None:
    view_id = books.views.add(said, suggested, arrival, receipt)
    until = naive_utc(house.now()) + timedelta(minutes=house.rules.receipt_minutes)
    books.once.mark(books.views.receipt_mac(receipt), until)
    books.themes.suggest(view_id, suggested)
    books.threads.first_step(view_id, Step(RECEIVED, arrival.received_on))
    month = f"{arrival.received_on:%Y-%m}"
    cells = Counter({(month, str(said.voice), rollup.RECEIVED, rollup.ALL): 1})
    if said.permission is Permission.COUNT_ONLY:
        cells[(month, str(said.voice), rollup.ONLY_COUNT, rollup.ALL)] = 1
    books.rollup.add(cells)


def _audit(house: House, books: Books, said: Submission, verb: str) -> None:
    """One line that names no view: the order of the lines must not tell who came when."""
    now = house.now()
    books.audit.append(f"{london_day(now)} {london_half(now)}", f"door:{said.door}", verb)


def _again(house: House, said: Submission, suggested: Suggestions, receipt: str) -> Acknowledgement:
    """The same form came before: answer the same, and lose nothing if the words were changed."""
    with house.store.transaction() as books:
        view = books.views.by_receipt(receipt)
        fresh = books.once.fresh(books.views.receipt_mac(receipt), naive_utc(house.now()))
        known = (books.views.words(view)[0], *books.threads.additions(view))
        added = said.words not in known
        raised = said.asked_for_help or suggested.worry is not Worry.NONE
        if added:
            _add(house, books, view, said, suggested)
    if added and raised:
        house.wake()
    return Acknowledgement(
        receipt if fresh else None,
        view.due_on,
        help_first=raised,
        repeated=not added,
        added=added,
    )


def _add(house: House, books: Books, view: View, said: Submission, suggested: Suggestions) -> None:
    books.threads.add_addition(view, said.words, london_day(house.now()))
    if said.asked_for_help or suggested.worry is not Worry.NONE:
        worst = worse(view.worry, suggested.worry)
        asked = view.asked_for_help or said.asked_for_help
        books.views.change(view, worry=worst, asked_for_help=asked)
        raise_alert(house, books, suggested.worry, asked=said.asked_for_help)
    _audit(house, books, said, "added")


ORDER = (Worry.NONE, Worry.UNREAD, Worry.CONCERN, Worry.URGENT)


def worse(one: Worry, other: Worry) -> Worry:
    """The one of two worries that needs somebody sooner."""
    return max(one, other, key=ORDER.index)
