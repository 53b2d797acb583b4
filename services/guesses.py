"""Opens a view with a code that somebody typed; wrong codes are slowed for all workers together."""

from core.brakes import WRONG_HERE, WRONG_IN_ALL, TooFast, may_guess
from core.errors import WrongCode
from core.receipts import tidy
from services.house import House
from services.lookback import find_by_code
from storage.store import Books


def try_code(house: House, typed: str, visitor: str) -> None:
    """Pass where the code opens a view.

    What cannot be a code at all is not counted: a child's slip of one letter never makes another
    word of the list, so nearly all that is counted is guessing.

    Args:
        visitor: a few bits of a keyed hash of where the visitor comes from; gone within the hour.

    Raises:
        WrongCode: there is no such view. The answer is the same for wrong, expired and erased.
        TakenBack: its writer took it back.
        TooFast: too many wrong codes; it was not looked up, or its answer is not told.
    """
    now = house.now()
    with house.store.reading() as books:
        here, in_all = _wrong(house, books, visitor)
        if not may_guess(here, in_all):
            raise TooFast
        try:
            find_by_code(books, typed)
        except WrongCode:
            if tidy(typed) is None:
                raise
        else:
            return
    with house.store.transaction() as books:
        here = books.brakes.press(WRONG_HERE, now, visitor) - 1
        in_all = books.brakes.press(WRONG_IN_ALL, now) - 1
    raise WrongCode if may_guess(here, in_all) else TooFast


def _wrong(house: House, books: Books, visitor: str) -> tuple[int, int]:
    now = house.now()
    return books.brakes.tried(WRONG_HERE, now, visitor), books.brakes.tried(WRONG_IN_ALL, now)
