"""The ledger of the board: points and presses. Written for everyone to read, so not sealed."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.board import Draft, Entry, Standing
from storage import tables
from storage.secrets import Secrets, mac, new_id

ENTRY, PRESS = tables.board_entry.c, tables.board_press.c
FELT = "felt"
Presses = Counter[tuple[str, str, bool]]


class Board:
    """Points of the board and the presses under them."""

    def __init__(self, connection: Connection, secrets: Secrets) -> None:
        self._connection = connection
        self._secrets = secrets

    def add(self, draft: Draft, officer_id: str, on: date) -> str:
        """Keep a new point that nobody sees yet; its id."""
        entry_id = new_id()
        self._connection.execute(
            sa.insert(tables.board_entry).values(
                id=entry_id, version=1, **_columns(draft), written_on=on, written_by=officer_id
            )
        )
        return entry_id

    def change(self, entry: Entry, **values: Any) -> bool:
        """Change a point that is still as it was read; False where somebody else was quicker."""
        mine = (ENTRY.id == entry.id) & (ENTRY.version == entry.version)
        changed = sa.update(tables.board_entry).where(mine)
        found = self._connection.execute(changed.values(version=entry.version + 1, **values))
        return found.rowcount == 1

    def rewrite(self, entry: Entry, draft: Draft, officer_id: str, on: date) -> bool:
        """Give a point other words; it is off the board until somebody looked at them."""
        written = {"written_on": on, "written_by": officer_id}
        off = {"published_on": None, "published_by": None}
        return self.change(entry, **_columns(draft), **written, **off)

    def find(self, entry_id: str) -> Entry | None:
        """The point with that id."""
        row = self._connection.execute(_WANTED.where(ENTRY.id == entry_id)).one_or_none()
        return None if row is None else _entry(row)

    def writer_of(self, entry_id: str) -> str | None:
        """The officer who wrote the words that stand there now."""
        wanted = sa.select(ENTRY.written_by).where(ENTRY.id == entry_id)
        return self._connection.execute(wanted).scalar_one_or_none()

    def all(self, *, published: bool) -> tuple[Entry, ...]:
        """Points, newest first: those that everyone sees, or every one."""
        wanted = _WANTED.where(ENTRY.published_on.is_not(None)) if published else _WANTED
        order = sa.func.coalesce(ENTRY.published_on, ENTRY.written_on).desc(), ENTRY.id
        return tuple(_entry(row) for row in self._connection.execute(wanted.order_by(*order)))

    def press(self, entry_id: str, asked: str, browser: str, yes: bool) -> None:
        """Keep one browser's press; a second one takes the place of the first."""
        self.unpress(entry_id, asked, browser)
        mark = self._mark(entry_id, browser)
        values = {"entry_id": entry_id, "asked": asked, "browser_mac": mark, "yes": yes}
        self._connection.execute(sa.insert(tables.board_press).values(**values))

    def unpress(self, entry_id: str, asked: str, browser: str) -> None:
        """Take one browser's press back."""
        mine = (PRESS.entry_id == entry_id) & (PRESS.asked == asked)
        mark = PRESS.browser_mac == self._mark(entry_id, browser)
        self._connection.execute(sa.delete(tables.board_press).where(mine & mark))

    def forget(self, entry_id: str, *, everything: bool) -> None:
        """Drop what was pressed on whether it is felt; `everything`: "me too" with it."""
        which = PRESS.entry_id == entry_id
        if not everything:
            which &= PRESS.asked == FELT
        self._connection.execute(sa.delete(tables.board_press).where(which))

    def presses(self) -> Presses:
        """How many pressed what, by point, question and answer."""
        columns = PRESS.entry_id, PRESS.asked, PRESS.yes
        rows = self._connection.execute(sa.select(*columns, sa.func.count()).group_by(*columns))
        return Counter({(row[0], row[1], row[2]): row[3] for row in rows})

    def mine(self, browser: str, entry_ids: Iterable[str]) -> dict[tuple[str, str], bool]:
        """What this browser pressed, by point and question."""
        marks = {self._mark(entry_id, browser): entry_id for entry_id in entry_ids}
        if not browser or not marks:
            return {}
        wanted = sa.select(tables.board_press).where(PRESS.browser_mac.in_(marks))
        return {(r.entry_id, r.asked): r.yes for r in self._connection.execute(wanted)}

    def _mark(self, entry_id: str, browser: str) -> bytes:
        """A keyed hash that is another one under each point: presses cannot be joined up."""
        return mac(self._secrets.once, f"board {entry_id}", browser)


_WANTED = sa.select(tables.board_entry, tables.officer.c.post).join(
    tables.officer, tables.officer.c.id == ENTRY.written_by, isouter=True
)


def _columns(draft: Draft) -> dict[str, Any]:
    names = ("theme", "said", "standing", "answer", "action_id")
    return {name: getattr(draft, name) for name in names}


def _entry(row: Any) -> Entry:
    return Entry(
        id=row.id,
        version=row.version,
        draft=Draft(row.theme, row.said, Standing(row.standing), row.answer, row.action_id),
        written_on=row.written_on,
        written_by=row.post or "",
        published_on=row.published_on,
    )
