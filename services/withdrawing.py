"""A person takes their words back by their code, with honest limits."""

from collections import Counter
from contextlib import suppress

from core.errors import KeptByLaw, KeptForNow, ReadFirst, TakenBack
from core.facts import Permission, State, Worry
from core.receipts import tidy
from core.working_days import london_day
from services import safeguarding, tallying
from services.house import House
from services.lookback import find_by_code
from storage import rollup
from storage.store import Books
from storage.views import View


def must_be_read_first(house: House, receipt: str) -> bool:
    """Whether a person has to read the view before it can be taken back."""
    with house.store.reading() as books:
        return _must_be_read(find_by_code(books, receipt))


def withdraw(house: House, receipt: str) -> None:
    """Take a view back: its rows go, the counts move, and then its key is destroyed.

    Twice is harmless. Where the key cannot be destroyed now, the nightly sweep does it: no view
    uses it any more (services.upkeep).

    Raises:
        ReadFirst: somebody may be hurt and no person has read it yet; nothing was taken back.
        KeptByLaw: the council has to keep it for now; nothing was taken back.
        KeptForNow: the people who keep children safe are at it; nothing was taken back.
        WrongCode, NotSaved: nothing was taken back.
    """
    with suppress(TakenBack):
        house.store.vault.destroyed([_take_back(house, receipt)])


def _take_back(house: House, receipt: str) -> str:
    """All of it in one transaction; the id of the key that nothing needs from now on."""
    today = london_day(house.now())
    with house.store.transaction() as books:
        view = find_by_code(books, receipt, hold=True)
        if _must_be_read(view):
            raise ReadFirst
        if books.keeping.holds(view.id):
            raise KeptByLaw
        if not safeguarding.may_be_erased(books, view.id, by_writer=True):
            raise KeptForNow
        moved = counted_out(books, view)
        books.papers.take_out(view.id)
        books.withdrawals.take_back(view, books.views.receipt_mac(tidy(receipt) or ""), today)
        books.rollup.add(moved)
        tallying.count(house, books, f"door:{view.door}", "taken back")
    return view.key_id


def _must_be_read(view: View) -> bool:
    """Rationale: safeguarding first. Whoever made somebody write may not make the alarm vanish."""
    raised = view.asked_for_help or view.worry is not Worry.NONE
    return raised and view.state is State.RECEIVED


def counted_out(books: Books, view: View) -> Counter[rollup.Cell]:
    """Every cell that counts this view, less one."""
    cells: Counter[rollup.Cell] = Counter({rollup.cell_of(view, rollup.RECEIVED): -1})
    if books.themes.decisions(view.id):
        cells[rollup.cell_of(view, rollup.REVIEWED)] = -1
    if view.permission is Permission.COUNT_ONLY:
        cells[rollup.cell_of(view, rollup.ONLY_COUNT)] = -1
    for key in books.themes.agreed(view.id):
        cells.subtract(rollup.cells_of_theme(view, view.face, key))
    return cells
