"""The same form comes a second time: it is answered the same, and nothing new in it is lost."""

from collections import Counter
from dataclasses import dataclass

from core.facts import Acknowledgement, Openness, Permission, State, Submission, Suggestions, Worry
from core.working_days import add_working_days, london_day
from services import sight, tallying
from services.alerts import raise_alert
from services.house import House, naive_utc
from services.lookback import find_by_code
from services.machine import worse
from storage import rollup
from storage.store import Books
from storage.views import View


@dataclass(frozen=True, slots=True)
class News:
    """What the second sending says that the first did not."""

    words: tuple[str, ...]
    who: bool
    asks: bool
    permission: bool
    wants: bool

    def __bool__(self) -> bool:
        return bool(self.words) or self.who or self.asks or self.permission or self.wants


def receive_again(
    house: House, said: Submission, suggested: Suggestions, named: sight.Named, receipt: str
) -> Acknowledgement:
    """Answer a form that came before: the same code for its half hour, and what is new is kept.

    Raises:
        TakenBack: its writer took it back in the same moment.
    """
    with house.store.transaction() as books:
        view = find_by_code(books, receipt, hold=True)
        fresh = books.once.fresh(books.views.receipt_mac(receipt), naive_utc(house.now()))
        news = _news(books, view, said)
        raised = (asked := said.asked_for_help) or suggested.worry is not Worry.NONE
        if news:
            _keep(house, books, view, said, suggested, news)
            sight.keep(house, books, view, named)
        told = raised and (news.asks or bool(news.words))
        if told:
            raise_alert(house, books, view.id, said.voice, suggested.worry, asked=asked)
        if news:
            tallying.count(house, books, f"door:{said.door}", "added")
    if told:
        house.wake()
    return Acknowledgement(
        receipt if fresh else None,
        view.due_on,
        help_first=raised,
        repeated=not news,
        added=bool(news),
    )


def given_before(house: House, once_key: str) -> Acknowledgement | None:
    """The answer to a form that was kept within the last half hour; None where it was not.

    Rationale: a connection may break after the words were kept and before the code arrived. By
    then the draft is gone, and whoever presses Send again brings the form's key alone.
    """
    receipt = house.store.receipt_for(once_key)
    with house.store.reading() as books:
        if not books.once.fresh(books.views.receipt_mac(receipt), naive_utc(house.now())):
            return None
        view = find_by_code(books, receipt)
    raised = view.asked_for_help or view.worry is not Worry.NONE
    return Acknowledgement(receipt, view.due_on, help_first=raised, repeated=True)


def _news(books: Books, view: View, said: Submission) -> News:
    words, details = books.views.words(view)
    known = {words, *(text for _, text in details)}
    known |= set(books.threads.additions(view))
    told = (said.words, *(text for _, text in said.details))
    shows = said.who.openness is not Openness.ANONYMOUS
    return News(
        words=tuple(text for text in told if text not in known),
        who=shows and said.who != books.views.who(view),
        asks=said.asked_for_help and not view.asked_for_help,
        permission=said.permission is not view.permission,
        wants=not said.wants <= books.wants.of(view.id),
    )


def _keep(
    house: House, books: Books, view: View, said: Submission, suggested: Suggestions, news: News
) -> None:
    for words in news.words:
        books.threads.add_addition(view, words, london_day(house.now()))
    if news.who:
        books.views.tell_who(view, said.who)
        if said.writer:
            books.writers.keep_later(view, said.writer)
    if news.permission:
        books.rollup.add(only_count_moved(view, said.permission))
    today = london_day(house.now())
    books.wants.ask(view.id, said.wants, today)
    books.views.change(
        view,
        state=State.RECEIVED,
        due_on=add_working_days(today, house.rules.answer_within),
        worry=worse(view.worry, suggested.worry),
        asked_for_help=view.asked_for_help or said.asked_for_help,
        permission=said.permission,
        read_by=None,
    )


def only_count_moved(view: View, permission: Permission) -> Counter[rollup.Cell]:
    """How the count of "only count it" changes with the person's later choice."""
    cell = rollup.cell_of(view, rollup.ONLY_COUNT)
    before = view.permission is Permission.COUNT_ONLY
    return Counter({cell: int(permission is Permission.COUNT_ONLY) - int(before)})
