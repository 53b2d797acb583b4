"""How a view was understood, told to the person who wrote it, and their "that's not what I meant".

A correction never overwrites what an officer agreed: the view comes back to the desk, where the
officer sees what the writer chose and decides again.
"""

from core.corrections import NothingChosen, ReadBack
from core.facts import State
from core.working_days import add_working_days, london_day
from services import tallying
from services.house import House
from services.lookback import find_by_code
from services.review import UnknownTheme
from storage.store import Books
from storage.views import View


def read_back(house: House, receipt: str) -> ReadBack:
    """How the view behind this code is filed just now. WrongCode where no view has that code."""
    with house.store.reading() as books:
        view = find_by_code(books, receipt)
        decided = bool(books.themes.decisions(view.id))
        _, picked = books.themes.suggested(view.id)
        said = books.corrections.of(view.id)
        keys = books.themes.agreed(view.id) if decided else picked
    return ReadBack(keys, decided, said[-1] if said else None)


def correct(house: House, receipt: str, keys: tuple[str, ...], nothing_fits: bool = False) -> None:
    """Keep what the writer says it is about, and bring the view back to the desk. Twice is once.

    Args:
        keys: the themes they chose; not looked at where `nothing_fits`.

    Raises:
        WrongCode, NothingChosen, UnknownTheme, NotSaved: nothing was stored.
    """
    chosen = () if nothing_fits else tuple(sorted(set(keys)))
    if not chosen and not nothing_fits:
        raise NothingChosen
    if any(house.themes().current(key) is None for key in chosen):
        raise UnknownTheme
    chosen = house.themes().moved_on(chosen)
    today = london_day(house.now())
    with house.store.transaction() as books:
        view = find_by_code(books, receipt, hold=True)
        said = books.corrections.of(view.id)
        if said and said[-1].open and said[-1].keys == chosen:
            return
        books.corrections.add(view.id, chosen, today)
        _bring_back(house, books, view)
        tallying.count(house, books, f"door:{view.door}", "corrected themes")


def _bring_back(house: House, books: Books, view: View) -> None:
    """The view moves on, so that an officer who has it open looks again before they save."""
    due_on = view.due_on
    if view.state is State.ANSWERED:
        today = london_day(house.now())
        due_on = max(due_on, add_working_days(today, house.rules.answer_within))
    books.views.change(view, due_on=due_on, corrected=True)
