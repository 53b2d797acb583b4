"""What a practitioner who gave their name sees of their own, and how they are told of an answer.

A person is "team/user" here. Views that were sent without a name are in no way among them.
"""

from core.errors import NotFound
from core.facts import Notice
from core.ids import is_id
from core.mine import Mine
from core.presses import OPEN_MINE, Press
from core.stories import Story
from services import lookback
from services.house import WRITER, House, naive_utc
from storage.store import Books
from storage.vault import KeyGone
from storage.views import View

SUBJECT = "There is an answer for you"
BODY = (
    "Somebody answered something that you sent to Heard. You find the answer on Heard's Home tab, "
    "which only you see."
)


def mine(house: House, writer: str) -> tuple[Mine, ...]:
    """Everything that somebody sent with their name, the newest day first. No words in it."""
    with house.store.reading() as books:
        found = [books.views.find(view_id) for view_id in books.writers.views_of(writer)]
        held = [_mine(house, books, view) for view in found if view is not None]
    return tuple(sorted(held, key=lambda one: (one.received_on, one.view_id), reverse=True))


def _mine(house: House, books: Books, view: View) -> Mine:
    messages, agreed = books.threads.messages(view), books.themes.agreed(view.id)
    return Mine(
        view_id=view.id,
        kind=view.kind,
        themes=agreed,
        theme_names=tuple(house.themes().name_of(key) for key in agreed),
        received_on=view.received_on,
        due_on=view.due_on,
        steps=books.threads.steps(view),
        answers=sum(message.from_us for message in messages),
    )


def open_mine(house: House, writer: str, view_id: str) -> Story:
    """The story of something of theirs; NotFound for anything else. Never the first words."""
    with house.store.reading() as books:
        return lookback.story_of(house, books, _own(books, writer, view_id))


def say_more(house: House, writer: str, view_id: str, words: str, once_key: str) -> None:
    """Add a message to something of theirs.

    Raises:
        NotFound, NothingSaid, TooLong, CannotRead, NotSaved: nothing was stored.
    """
    lookback.add_message(
        house, lambda books: _own(books, writer, view_id, hold=True), words, once_key
    )


def _own(books: Books, writer: str, view_id: str, *, hold: bool = False) -> View:
    view = books.views.find(view_id, hold=hold) if is_id(view_id) else None
    if view is None or view_id not in books.writers.views_of(writer):
        raise NotFound
    return view


def crowd_of(house: House, writer: str) -> str:
    """A few bits of a keyed hash of somebody: enough to slow guesses, too few to say who it was."""
    return house.store.crowd_of(writer)


def tell(house: House, books: Books, view: View) -> bool:
    """Queue that there is an answer, where its writer can be told; whether anything was queued.

    It says neither what was asked nor what was answered, and the row does not say whom it is for.
    """
    channels = house.channels.get(WRITER, ())
    if not channels or not books.writers.known(view.id):
        return False
    presses = (Press(OPEN_MINE, "Read it", view.id),)
    for channel in channels:
        now = naive_utc(house.now())
        books.outbox.put(channel, SUBJECT, BODY, now, about=view.id, presses=presses)
    return True


def whom(house: House, notice: Notice) -> str | None:
    """Whom a notice about a view goes to; None where its writer can no longer be told."""
    with house.store.reading() as books:
        view = books.views.find(notice.about or "")
        try:
            return None if view is None else books.writers.of(view)
        except KeyGone:
            return None
