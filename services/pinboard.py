"""What everyone sees of the board, and what a young person can press there without an account."""

from core.board import Entry, NotOnTheBoard, Point, Standing, band, felt_by
from core.brakes import PRESSED, TooFast
from services.house import House
from storage.board import FELT, Presses

ME_TOO = "me_too"


def points(house: House, browser: str = "") -> tuple[Point, ...]:
    """Every point that is on the board, newest first. `browser`: the random token in its cookie."""
    with house.store.reading() as books:
        entries = books.board.all(published=True)
        presses = books.board.presses()
        mine = books.board.mine(browser, [entry.id for entry in entries])
    return tuple(_point(house, entry, presses, mine) for entry in entries)


def me_too(house: House, entry_id: str, browser: str, *, yes: bool) -> None:
    """Say "me too" to a point once, or take it back. No day, address or account is kept."""
    _press(house, entry_id, ME_TOO, browser, True if yes else None)


def say_felt(house: House, entry_id: str, browser: str, *, yes: bool) -> None:
    """Say whether something that the council calls done can be felt; the last answer counts."""
    _press(house, entry_id, FELT, browser, yes)


def _press(house: House, entry_id: str, asked: str, browser: str, yes: bool | None) -> None:
    """Keep a press, or take it back where `yes` is None.

    Raises:
        NotOnTheBoard: the point was taken down. TooFast: a flood presses this point just now.
    """
    now = house.now()
    with house.store.transaction() as books:
        entry = books.board.find(entry_id)
        if entry is None or entry.published_on is None:
            raise NotOnTheBoard
        if books.brakes.press(PRESSED, now, entry_id) > PRESSED.most:
            raise TooFast
        if yes is None:
            books.board.unpress(entry_id, asked, browser)
        else:
            books.board.press(entry_id, asked, browser, yes)


def _point(
    house: House, entry: Entry, presses: Presses, mine: dict[tuple[str, str], bool]
) -> Point:
    draft, threshold = entry.draft, house.rules.threshold
    yes, no = (presses[(entry.id, FELT, answer)] for answer in (True, False))
    return Point(
        id=entry.id,
        theme=draft.theme,
        said=draft.said,
        standing=draft.standing,
        answer=draft.answer,
        published_on=entry.published_on or entry.written_on,
        support=band(presses[(entry.id, ME_TOO, True)], threshold),
        felt=felt_by(yes, no, threshold) if draft.standing is Standing.DONE else None,
        mine=mine.get((entry.id, ME_TOO), False),
        said_felt=mine.get((entry.id, FELT)),
    )
