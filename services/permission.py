"""A young person decides who may see which of their sentences, and changes their mind."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.facts import Permission
from core.permissions import Sentence, as_shown, more_open, most_open, sentences_of
from services import tallying
from services.house import House
from services.lookback import find_by_code
from services.machine import suggest_safely
from services.resending import only_count_moved
from storage.store import Books
from storage.views import View

AUDIENCES = (Permission.EVERYONE, Permission.COUNCILLORS)
Looks = dict[Permission, str]


@dataclass(frozen=True, slots=True)
class Shown:
    """Each sentence with who may see it, and exactly how the words would look to each audience.

    Args:
        printed_on: the last paper that holds them was issued then, and stays as it is.
    """

    sentences: tuple[Sentence, ...]
    looks: Looks
    printed_on: date | None = None


def preview(house: House, words: str, chosen: Sequence[Permission], whole: Permission) -> Shown:
    """How words would look that are not sent yet, with what the machine would take out of them."""
    sentences = sentences_of(words, chosen, whole)
    found = suggest_safely(house.tagger, words).personal
    spans = [(one.start, one.end, one.type) for one in found]
    return Shown(tuple(sentences), _looks(words, sentences, spans))


def open_choices(house: House, receipt: str) -> Shown:
    """What was chosen for the words behind this code, and how they would look."""
    with house.store.reading() as books:
        view = find_by_code(books, receipt)
        words, _ = books.views.words(view)
        sentences = books.permissions.sentences(view)
        masks = [(mask.start, mask.end, mask.type) for mask in books.views.masks(view)]
        printed_on = books.permissions.printed_on(view.id)
    if not view.cleared:
        found = suggest_safely(house.tagger, words).personal
        masks += [(one.start, one.end, one.type) for one in found]
    return Shown(sentences, _looks(words, sentences, masks), printed_on)


def choose(house: House, receipt: str, chosen: Sequence[Permission]) -> None:
    """Keep one answer for each sentence; the most open one stands for the view as a whole.

    An opener answer than before has to be cleared by a person again, for they cleared other words.

    Raises:
        WrongCode, TakenBack, NotSaved: nothing was kept.
    """
    with house.store.transaction() as books:
        view = find_by_code(books, receipt, hold=True)
        before = books.permissions.sentences(view)
        if len(before) != len(chosen) or [one.permission for one in before] == list(chosen):
            return
        words, _ = books.views.words(view)
        books.permissions.choose(view.id, words, chosen)
        _change_whole(books, view, chosen, [one.permission for one in before])
        tallying.count(house, books, f"door:{view.door}", "changed who may see")


def _change_whole(
    books: Books, view: View, chosen: Sequence[Permission], before: Sequence[Permission]
) -> None:
    """The view as a whole; where more may be seen than was, a person has to clear it anew."""
    whole = most_open(chosen)
    opened = any(more_open(now, was) for now, was in zip(chosen, before, strict=True))
    books.rollup.add(only_count_moved(view, whole))
    books.views.change(view, permission=whole, cleared=view.cleared and not opened)


def _looks(words: str, sentences: Sequence[Sentence], masks: list[tuple[int, int, str]]) -> Looks:
    return {one: as_shown(words, sentences, masks, one) for one in AUDIENCES}
