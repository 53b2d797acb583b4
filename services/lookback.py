"""What the person who wrote can see and do with their word code."""

from collections.abc import Callable

from core.errors import WrongCode
from core.facts import State, Worry
from core.receipts import tidy
from core.said import checked
from core.stories import Story
from core.working_days import add_working_days, london_day
from services import sight, tallying, watchwords
from services.alerts import raise_alert
from services.house import House
from services.machine import suggest_safely, worse
from storage.store import Books
from storage.views import View


def find_by_code(books: Books, receipt: str, *, hold: bool = False) -> View:
    """The view that this code opens; WrongCode, or TakenBack where its writer took it back."""
    code = tidy(receipt)
    view = None if code is None else books.views.find_by_receipt(code, hold=hold)
    if view is None:
        books.withdrawals.refuse(b"" if code is None else books.views.receipt_mac(code))
        raise WrongCode
    return view


def open_story(house: House, receipt: str) -> Story:
    """How the view goes, and our answers. The first words are never shown again.

    Rationale: an adult who asks to see the code learns what we answered and not what was said.
    """
    with house.store.reading() as books:
        return story_of(house, books, find_by_code(books, receipt))


def story_of(house: House, books: Books, view: View) -> Story:
    """The same, of a view that whoever asks may see, within a reading that is open already."""
    plain = house.themes().plain_of
    return Story(
        voice=view.voice,
        state=view.state,
        look_back_on=view.due_on,
        steps=books.threads.steps(view),
        messages=books.threads.messages(view),
        theme_names=tuple(plain(key) for key in books.themes.agreed(view.id)),
        permission=view.permission,
    )


def say_more(house: House, receipt: str, words: str, once_key: str) -> None:
    """Store another message from the person who wrote; the view waits to be read again.

    Raises:
        WrongCode, NothingSaid, TooLong, CannotRead, NotSaved: nothing was stored.
    """
    add_message(house, lambda books: find_by_code(books, receipt, hold=True), words, once_key)


def add_message(house: House, find: Callable[[Books], View], words: str, once_key: str) -> None:
    """The same for the view that `find` gives and holds, or refuses by what it raises."""
    words = checked(words, house.rules.most_letters)
    watchwords.take_up(house, house.tagger)
    suggested = suggest_safely(house.tagger, words)
    named = sight.whom(house, [words])
    today = london_day(house.now())
    with house.store.transaction() as books:
        view = find(books)
        once = (
            f"{view.id}\0{once_key}\0{words}"  # the same form with other words is another message
        )
        if books.threads.said_before(once):
            return
        books.threads.say(view, words, today, officer_id=None, once_key=once)
        sight.keep(house, books, view, named)
        due_on = add_working_days(today, house.rules.answer_within)
        worst = worse(view.worry, suggested.worry)
        books.views.change(view, state=State.RECEIVED, due_on=due_on, worry=worst, read_by=None)
        raised = suggested.worry is not Worry.NONE
        if raised:
            raise_alert(house, books, view.id, view.voice, suggested.worry, asked=False)
        tallying.count(house, books, f"door:{view.door}", "said more")
    if raised:
        house.wake()
