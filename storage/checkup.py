"""Whether the books hold together: the audit's chain, the roll-up, and a key for every view."""

from dataclasses import dataclass

import sqlalchemy as sa

from storage import tables
from storage.store import Store
from storage.vault import KeyGone

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
        received = sum(line.verb == "received" for line in books.audit.lines())
    if received < len(used):
        troubles.append(f"the audit tells of {received} views, and there are {len(used)}")
    troubles += [
        f"no key opens a view ({key_id})" for key_id in sorted(used) if not _opens(store, key_id)
    ]
    troubles += _orphans(store)
    return Checkup(len(used), verdict.lines, verdict.head, tuple(troubles))


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
