"""The audit, read by the administrator: who did what, who read what, and whether it still holds."""

from dataclasses import dataclass, replace

from core.asked import Asked
from core.duties import READS_AUDIT, must_hold
from core.facts import Officer
from services import sight, subjects
from services.house import House
from storage import checkup
from storage.audit import AuditLine
from storage.store import Books

SHOWN = 50
KEPT = "not shown: somebody here is kept from it"
# The detail of these lines is who somebody on the register is.
ABOUT_SOMEBODY = frozenset(subjects.VERBS)


@dataclass(frozen=True, slots=True)
class Pages:
    """A page of the audit, and what one can ask for."""

    lines: tuple[AuditLine, ...]
    verbs: tuple[str, ...]
    names: dict[str, str]

    @property
    def may_go_on(self) -> bool:
        """Whether there may be earlier lines."""
        return len(self.lines) == SHOWN


def page(house: House, officer: Officer, asked: Asked) -> Pages:
    """The newest lines that fit. Reading the audit leaves a line of its own."""
    must_hold(officer, READS_AUDIT)
    with house.store.transaction() as books:
        names = {who.id: f"{who.name}, {who.post}" for who, _, _ in books.officers.all()}
        kept = _kept_apart(books, officer)
        found = () if asked.subject in kept else books.audit.page(asked, SHOWN)
        lines = tuple(_seen(line, kept) for line in found)
        told = Pages(lines, books.audit.verbs(), names)
        detail = " ".join(filter(None, (asked.verb, asked.day)))
        books.audit.append(house.now().isoformat(), officer.id, "read the audit", detail=detail)
    return told


def _kept_apart(books: Books, officer: Officer) -> frozenset[str]:
    """Views that somebody here is kept from, and the alerts about them."""
    everybody = [who.id for who, _, here in books.officers.all() if here]
    views = books.sight.about_any(everybody) | sight.hidden_from(books, officer)
    return views | books.alerts.about(views)


def _seen(line: AuditLine, kept: frozenset[str]) -> AuditLine:
    """The line, without what it is about where somebody here is kept from that.

    Rationale: lines that were missing for one administrator alone would tell that they are named,
    so nobody sees which view it was; whom a view is about is told by no line.
    """
    if line.subject in kept:
        return replace(line, subject="", detail=KEPT)
    return replace(line, detail="") if line.verb in ABOUT_SOMEBODY else line


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
