"""Takes in what somebody said: checked, tagged and stored in one transaction, or not at all."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta

from core.facts import Acknowledgement, Permission, Submission, Suggestions, Worry
from core.said import checked, tidied
from core.stories import RECEIVED, Step
from core.working_days import add_working_days, london_day, london_half
from services import sight, tallying, watchwords
from services.alerts import raise_alert
from services.house import House, naive_utc
from services.machine import suggest_safely
from services.resending import receive_again
from storage import rollup
from storage.store import AlreadyThere, Books
from storage.views import Arrival

MOST_SHORT = 4_000


def receive(house: House, said: Submission) -> Acknowledgement:
    """Store a submission and give its word code; the same send again gives the same code.

    Raises:
        NothingSaid, TooLong, CannotRead: nothing was stored, and the message says why.
        CardUsed: this paper card was typed in before.
        TakenBack: this very form was taken back; it does not come in again by itself.
        NotSaved: the database could not keep it; nothing was stored.
    """
    said = _checked(house, said)
    watchwords.take_up(house, house.tagger)
    suggested = house.themes().read(suggest_safely(house.tagger, everything_said(said)))
    named = sight.whom(house, [everything_said(said)])
    raised = said.asked_for_help or suggested.worry is not Worry.NONE
    receipt = house.store.receipt_for(said.once_key)
    arrival = _arrival(house, said, named)
    try:
        with house.store.transaction() as books:
            view_id = _keep(house, books, said, suggested, arrival, receipt)
            if named.matches:
                books.sight.keep_out(view_id, arrival.key, named.matches, arrival.received_on)
            if raised:
                asked = said.asked_for_help
                raise_alert(house, books, view_id, said.voice, suggested.worry, asked=asked)
            tallying.count(house, books, f"door:{said.door}", "received")
    except AlreadyThere:
        return receive_again(house, said, suggested, named, receipt)
    if raised:
        house.wake()
    return Acknowledgement(None if said.card else receipt, arrival.due_on, help_first=raised)


def to_the_quarter(moment: datetime) -> datetime:
    """The next full quarter of an hour, so that the mark does not tell when somebody wrote."""
    late = timedelta(
        minutes=moment.minute % 15, seconds=moment.second, microseconds=moment.microsecond
    )
    return moment - late + timedelta(minutes=15)


def everything_said(said: Submission) -> str:
    """The words and the short answers beside them: a worry may stand in any of them."""
    return "\n".join((said.words, *(text for _, text in said.details)))


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


def _arrival(house: House, said: Submission, named: sight.Named) -> Arrival:
    """When it came, as it counts: a survey counts on the day on which it was answered.

    Rationale: an answer of March that is typed in in June belongs to the paper about March. The
    day by which somebody gets an answer is counted from today all the same.
    """
    now = house.now()
    today = london_day(now)
    key_id, key = house.store.fresh_key(today)
    due_on = add_working_days(today, house.rules.answer_within)
    received_on = min(said.received_on or today, today)
    return Arrival(received_on, london_half(now), due_on, key_id, key, named.version)


def _keep(
    house: House,
    books: Books,
    said: Submission,
    suggested: Suggestions,
    arrival: Arrival,
    receipt: str,
) -> str:
    if said.card:
        books.cards.use(said.card, arrival.received_on)
    view_id = books.views.add(said, suggested, arrival, receipt)
    receipt_mac = said.card or books.views.receipt_mac(receipt)
    books.withdrawals.refuse(receipt_mac)
    until = naive_utc(house.now()) + timedelta(minutes=house.rules.receipt_minutes)
    books.once.mark(receipt_mac, to_the_quarter(until))
    books.themes.suggest(view_id, suggested)
    books.wants.ask(view_id, said.wants, arrival.received_on)
    if said.sentences:
        books.permissions.choose(view_id, said.words, said.sentences)
    if said.writer:
        books.writers.keep(view_id, said.writer, arrival.key)
    books.threads.first_step(view_id, Step(RECEIVED, arrival.received_on))
    books.rollup.add(_counted(said, arrival))
    return view_id


def _counted(said: Submission, arrival: Arrival) -> Counter[rollup.Cell]:
    band = str(said.age_band or rollup.NO_BAND)
    place = (arrival.received_on, str(said.voice), str(said.door), band)
    cells = Counter({rollup.Cell(*place, rollup.RECEIVED, rollup.ALL): 1})
    if said.permission is Permission.COUNT_ONLY:
        cells[rollup.Cell(*place, rollup.ONLY_COUNT, rollup.ALL)] = 1
    return cells
