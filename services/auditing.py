"""The audit, read by the administrator: who did what, who read what, and whether it still holds."""

from dataclasses import dataclass

from core.asked import Asked
from core.duties import READS_AUDIT, must_hold
from core.facts import Officer
from services.house import House
from storage import checkup
from storage.audit import AuditLine

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Pages:
    """A page of the audit, and what one can ask for."""

    lines: tuple[AuditLine, ...]
    verbs: tuple[str, ...]
    names: dict[str, str]


def page(house: House, officer: Officer, asked: Asked) -> Pages:
    """The newest lines that fit. Reading the audit leaves a line of its own."""
    must_hold(officer, READS_AUDIT)
    with house.store.transaction() as books:
        names = {who.id: f"{who.name}, {who.post}" for who, _, _ in books.officers.all()}
        told = Pages(books.audit.page(asked, SHOWN), books.audit.verbs(), names)
        detail = " ".join(filter(None, (asked.verb, asked.day)))
        books.audit.append(house.now().isoformat(), officer.id, "read the audit", detail=detail)
    return told


def verdict(house: House, officer: Officer) -> tuple[str, ...]:
    """What does not hold, each in a sentence; nothing where all of it does."""
    must_hold(officer, READS_AUDIT)
    with house.store.reading() as books:
        found = books.audit.verify()
        troubles = checkup.anchored(house.store, books)
    if not found.holds:
        troubles.insert(0, f"Line {found.bad_line}: {found.trouble}.")
    with house.store.transaction() as books:
        told = "holds" if not troubles else "does not hold"
        books.audit.append(house.now().isoformat(), officer.id, "checked the audit", detail=told)
    return tuple(troubles)


def anchor(house: House) -> bool:
    """Write the head of the audit down outside the database; whether there was a new one."""
    if house.store.anchors is None:
        return False
    with house.store.reading() as books:
        seq, head = books.audit.head()
    return house.store.anchors.keep(seq, head, house.now())
