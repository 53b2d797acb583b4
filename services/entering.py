"""Letting somebody new in: they are kept, audited, and the safeguarding lead is told."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass

from core.duties import APPROVES_FILES, KEEPS_OFFICERS, READS_WORDS
from core.errors import HeardError
from core.facts import Officer, Role
from services import register
from services.alerts import tell_safeguarding
from services.house import House
from storage.store import AlreadyThere, Books

NEW_SECOND = "An administrator let somebody new approve what others ask for"
NEW_READER = "An administrator let somebody new read what people write"


class AlreadyAnOfficer(HeardError):
    """That e-mail address has an account."""

    status = 409

    def __init__(self) -> None:
        super().__init__("Somebody with that email address can already sign in.")


@dataclass(frozen=True, slots=True)
class Entry:
    """Who is to be an officer."""

    email: str
    name: str
    post: str
    roles: frozenset[Role]


@contextmanager
def entering(house: House) -> Iterator[Books]:
    """A transaction that adds an officer; AlreadyAnOfficer where the address has an account."""
    try:
        with house.store.transaction() as books:
            yield books
    except AlreadyThere as error:
        raise AlreadyAnOfficer from error
    register.catch_up(house)


def enter(
    house: House, books: Books, entry: Entry, password_hash: str, secret: str, by: Officer | None
) -> str:
    """Keep a new officer, and audit who let them in; their id."""
    made = books.officers.add(
        email=entry.email,
        name=entry.name,
        post=entry.post,
        password_hash=password_hash,
        totp_secret=secret,
        roles=entry.roles,
    )
    register.enrol(house, books, email=entry.email, name=entry.name, post=entry.post)
    _note_added(house, books, made, entry.roles, by)
    return made


def _note_added(
    house: House, books: Books, made: str, roles: AbstractSet[Role], by: Officer | None
) -> None:
    """Audit it, and tell the safeguarding lead where an administrator lets somebody in."""
    who, granted = "command line" if by is None else by.id, " ".join(sorted(roles))
    books.audit.append(house.now().isoformat(), who, "officer added", made, granted)
    if by is not None:
        tell_of_new(house, books, frozenset(), roles)


def tell_of_new(
    house: House, books: Books, before: AbstractSet[Role], roles: AbstractSet[Role]
) -> None:
    """Tell the safeguarding lead of a new reader, or of somebody new who may be a second person.

    Rationale: whoever lets people in could let themselves in once more, and agree with themselves.
    """
    if READS_WORDS & roles and not READS_WORDS & before:
        tell_safeguarding(house, books, NEW_READER)
    elif (APPROVES_FILES | KEEPS_OFFICERS) & roles - before:
        tell_safeguarding(house, books, NEW_SECOND)
