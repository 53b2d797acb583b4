"""The audit: each line carries a keyed hash of itself and of the line before it.

What a person without the audit key changes, removes or reorders breaks the chain at that line.
A line about an anonymous view's arrival names no view and no time finer than the half-day.
"""

import hashlib
import hmac
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.asked import Asked
from storage import tables

START = "0" * 64
PAGE = 1000
HEAD = tables.audit_head
HOLD_HEAD = sa.select(HEAD.c.seq, HEAD.c.mac).with_for_update()
INSERT = sa.insert(tables.audit)
MOVE_HEAD = sa.update(HEAD).values(
    seq=sa.bindparam("new_seq"), mac=sa.bindparam("new_mac"), seal=sa.bindparam("new_seal")
)


@dataclass(frozen=True, slots=True)
class AuditLine:
    """Who did what to which, and when. `subject` is a row's id or empty."""

    seq: int
    at: str
    actor: str
    verb: str
    subject: str
    detail: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the chain holds; else the first line that does not, and what is wrong with it."""

    lines: int
    head: str
    bad_line: int | None = None
    trouble: str = ""

    @property
    def holds(self) -> bool:
        """True where no line is wrong."""
        return self.bad_line is None


def chained(key: bytes, before: str, line: AuditLine) -> str:
    """The keyed hash of a line that follows `before`."""
    told = [line.seq, line.at, line.actor, line.verb, line.subject, line.detail]
    text = before + json.dumps(told, ensure_ascii=True, separators=(",", ":"))
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def head_seal(key: bytes, seq: int, last: str) -> str:
    """A keyed hash that only the true end has; without it the last lines could be cut off."""
    return hmac.new(key, f"head\0{seq}\0{last}".encode(), hashlib.sha256).hexdigest()


class Audit:
    """The ledger of what was done."""

    def __init__(self, connection: Connection, key: bytes) -> None:
        self._connection = connection
        self._key = key

    def append(self, at: str, actor: str, verb: str, subject: str = "", detail: str = "") -> None:
        """Add a line. Do it last in a transaction: others wait for it until the commit."""
        seq, before = self._connection.execute(HOLD_HEAD).one()
        line = AuditLine(seq + 1, at, actor, verb, subject, detail)
        told = chained(self._key, before, line)
        self._connection.execute(INSERT, {**asdict(line), "mac": told})
        sealed = head_seal(self._key, line.seq, told)
        head = {"new_seq": line.seq, "new_mac": told, "new_seal": sealed}
        self._connection.execute(MOVE_HEAD, head)

    def lines(self, subject: str | None = None) -> Iterator[AuditLine]:
        """Every line in order, or those about one subject."""
        for line, _ in self._rows(subject):
            yield line

    def _rows(self, subject: str | None = None) -> Iterator[tuple[AuditLine, str]]:
        """By the thousand, so that a long audit never lies in memory whole."""
        column, after = tables.audit.c, -1
        wanted = sa.select(tables.audit).order_by(column.seq).limit(PAGE)
        if subject is not None:
            wanted = wanted.where(column.subject == subject)
        while rows := self._connection.execute(wanted.where(column.seq > after)).all():
            for row in rows:
                yield AuditLine(*row[:6]), row.mac
            after = rows[-1].seq

    def head(self) -> tuple[int, str]:
        """The number of the last line, and its keyed hash."""
        row = self._connection.execute(sa.select(HEAD.c.seq, HEAD.c.mac)).one()
        return row.seq, row.mac

    def mac_of(self, seq: int) -> str | None:
        """The keyed hash of a line; None where it is not there."""
        wanted = sa.select(tables.audit.c.mac).where(tables.audit.c.seq == seq)
        told: str | None = self._connection.execute(wanted).scalar_one_or_none()
        return told

    def page(self, asked: Asked, most: int) -> tuple[AuditLine, ...]:
        """The newest lines that fit what was asked, before the line that it names."""
        column = tables.audit.c
        wanted = sa.select(tables.audit).order_by(column.seq.desc()).limit(most)
        if asked.before:
            wanted = wanted.where(column.seq < asked.before)
        for name in ("actor", "verb", "subject"):
            if told := getattr(asked, name):
                wanted = wanted.where(column[name] == told)
        if asked.day:
            wanted = wanted.where(column.at.startswith(asked.day, autoescape=True))
        return tuple(AuditLine(*row[:6]) for row in self._connection.execute(wanted))

    def verbs(self) -> tuple[str, ...]:
        """Every verb that stands in the audit."""
        wanted = sa.select(tables.audit.c.verb).distinct().order_by(tables.audit.c.verb)
        return tuple(self._connection.execute(wanted).scalars())

    def verify(self) -> Verdict:
        """Walk the chain from its start and compare its end with the head that was kept."""
        before, count = START, 0
        for line, told in self._rows():
            count += 1
            if line.seq != count:
                return Verdict(count, before, count, "a line is missing here")
            if not hmac.compare_digest(chained(self._key, before, line), told):
                return Verdict(count, before, count, "this line was changed")
            before = told
        head = self._connection.execute(sa.select(tables.audit_head)).one_or_none()
        if not self._is_end(head, count, before):
            return Verdict(count, before, count + 1, "lines are missing at the end")
        return Verdict(count, before)

    def _is_end(self, head: Any, count: int, last: str) -> bool:
        if head is None or head.seq != count or head.mac != last:
            return False
        return count == 0 or hmac.compare_digest(head.seal, head_seal(self._key, count, last))
