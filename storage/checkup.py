"""Whether the books hold together: the audit's chain, the roll-up, and a key for every view."""

from dataclasses import dataclass

import sqlalchemy as sa

from storage import tables
from storage.store import Books, Store
from storage.vault import KeyGone

RECEIVED = "received"
CHILDREN = (
    tables.addition,
    tables.who,
    tables.message,
    tables.step,
    tables.suggestion,
    tables.agreed,
    tables.decision,
    tables.mask,
    tables.paper_view,
    tables.sentence,
    tables.want,
    tables.subject,
    tables.alert,
    tables.referral,
    tables.judgement,
    tables.asking,
    tables.choice,
)


@dataclass(frozen=True, slots=True)
class Checkup:
    """What was looked at, and everything that is wrong, a sentence each."""

    views: int
    audit_lines: int
    audit_head: str
    troubles: tuple[str, ...]


def check(store: Store) -> Checkup:
    """Walk through both stores and say what does not hold."""
    troubles: list[str] = []
    with store.reading() as books:
        verdict = books.audit.verify()
        if not verdict.holds:
            troubles.append(f"audit line {verdict.bad_line}: {verdict.trouble}")
        if books.rollup.total() != books.rollup.recount() or not books.rollup.months_hold():
            troubles.append("the roll-up does not equal a recount")
        used = books.views.keys_in_use()
        received = _received(books)
        troubles += anchored(store, books)
    if received < len(used):
        troubles.append(f"the audit tells of {received} views, and there are {len(used)}")
    troubles += [
        f"no key opens a view ({key_id})" for key_id in sorted(used) if not _opens(store, key_id)
    ]
    troubles += _orphans(store)
    return Checkup(len(used), verdict.lines, verdict.head, tuple(troubles))


def anchored(store: Store, books: Books) -> list[str]:
    """What does not fit the heads that were kept outside the database."""
    if store.anchors is None:
        return []
    try:
        kept = store.anchors.standing()
    except (ValueError, OSError) as error:
        return [f"the heads that were kept outside cannot be read: {error}"]
    for anchor in kept:
        mac = books.audit.mac_of(anchor.seq) if anchor.seq else anchor.head
        if mac is None:
            lost = f"audit line {anchor.seq} was there on {anchor.at} and is missing"
            return [f"{lost}: an older copy of the books was put back, or its end was cut off"]
        if mac != anchor.head:
            return [f"audit line {anchor.seq} is not what it was on {anchor.at}"]
    return []


def _received(books: Books) -> int:
    """How many views came, as the audit and the numbers that are not in it yet tell.

    A line without a number is one view: so it was before the half-days were counted.
    """
    lines = (line for line in books.audit.lines() if line.verb == RECEIVED)
    return books.tallies.waiting(RECEIVED) + sum(int(line.detail or 1) for line in lines)


def _opens(store: Store, key_id: str) -> bool:
    try:
        store.vault.key(key_id)
    except KeyGone:
        return False
    return True


def _orphans(store: Store) -> list[str]:
    """Rows that belong to no view."""
    found = []
    known = sa.select(tables.view.c.id)
    with store.engine.connect().execution_options(heard_reading=True) as connection:
        for table in CHILDREN:
            lost = sa.select(sa.func.count()).where(table.c.view_id.not_in(known))
            count = connection.execute(lost).scalar_one()
            if count:
                found.append(f"{count} rows of {table.name} belong to no view")
    return found
