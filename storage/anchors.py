"""The audit's head, kept outside the database: whoever puts an older copy back is found out.

One line for each time: when, the number of the last line, its keyed hash, and a seal over these.
The file lies in a folder of its own, best on another machine's disk; a line may be printed too.
"""

import hmac
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from storage.secrets import mac

FILE = "audit-heads.txt"
KEPT, RESTORED = "kept", "restored"


@dataclass(frozen=True, slots=True)
class Anchor:
    """One line of the file. What came before `restored` does not count any more."""

    at: str
    what: str
    seq: int
    head: str


class Anchors:
    """The file of heads."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._place = folder / FILE
        self._key = key

    def keep(self, seq: int, head: str, at: datetime, what: str = KEPT) -> bool:
        """Write the head down, unless it is there already; whether it was written."""
        last = self._lines()[-1:]
        if what == KEPT and last and (last[0].seq, last[0].head) == (seq, head):
            return False
        anchor = Anchor(at.isoformat(timespec="seconds"), what, seq, head)
        self._place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(self._place, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "a", encoding="ascii") as file:
            file.write(f"{self._told(anchor)} {self._seal(anchor)}\n")
            file.flush()
            os.fsync(file.fileno())
        return True

    def standing(self) -> tuple[Anchor, ...]:
        """The heads that must still be in the audit: those since the last restore that was told.

        Raises:
            ValueError: a line was changed or is not ours.
        """
        lines = self._lines()
        begun = max((n for n, one in enumerate(lines) if one.what == RESTORED), default=0)
        return tuple(lines[begun:])

    def _lines(self) -> list[Anchor]:
        if not self._place.exists():
            return []
        return [self._read(line) for line in self._place.read_text(encoding="ascii").splitlines()]

    def _read(self, line: str) -> Anchor:
        told, _, seal = line.rpartition(" ")
        at, what, seq, head = told.split(" ")
        anchor = Anchor(at, what, int(seq), head)
        if not hmac.compare_digest(self._seal(anchor), seal):
            raise ValueError(f"a line of {self._place.name} was changed: {at}")
        return anchor

    def _seal(self, anchor: Anchor) -> str:
        return mac(self._key, "anchor", self._told(anchor)).hex()

    @staticmethod
    def _told(anchor: Anchor) -> str:
        return f"{anchor.at} {anchor.what} {anchor.seq} {anchor.head}"
