"""The register of staff and carers: who can be the subject of a view."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from core.duties import KEEPS_OFFICERS, must_hold
from core.errors import CannotUseFile, HeardError
from core.facts import Officer
from core.imports import ImportReport, RowProblem
from core.name_forms import tokens
from core.subjects import Person, StaffLine
from intray import staff as staff_files
from services import sight
from services.house import House
from storage.secrets import new_id
from storage.store import Books

log = logging.getLogger("heard.register")
AT_ONCE = 200
BY_COMMAND = "command"


def read_file(path: Path) -> tuple[tuple[StaffLine, ...], tuple[RowProblem, ...]]:
    """The people in a CSV or Excel file, and what is wrong with its rows; nothing is stored."""
    return staff_files.read(path)


def everyone(house: House, officer: Officer) -> tuple[Person, ...]:
    """Everyone who is on the register now."""
    must_hold(officer, KEEPS_OFFICERS)
    with house.store.reading() as books:
        return tuple(person for person in books.registers.people() if person.here)


def take(
    house: House, officer: Officer | None, lines: Sequence[StaffLine], *, whole: bool = True
) -> ImportReport:
    """Put these people on the register; who was there already keeps who they are.

    Args:
        officer: who imports; None is the command at the machine.
        whole: who is not in the file has left. Those who sign in stay all the same.
    """
    if officer is not None:
        must_hold(officer, KEEPS_OFFICERS)
    if not lines:
        raise CannotUseFile("There is nobody in this file that we can take.")
    with house.store.transaction() as books:
        version = books.registers.move_on()
        before = {person.id: person for person in books.registers.people()}
        people = _people(lines, before, version, _accounts(books))
        changed = [one for one in people if before.get(one.id) != one]
        books.registers.put(changed)
        if whole:
            books.registers.put(_leavers(books, before, people, version))
        told = f"{len(lines)} in the file, {len(changed)} new or changed"
        who = BY_COMMAND if officer is None else officer.id
        books.audit.append(house.now().isoformat(), who, "register imported", detail=told)
    catch_up(house)
    return ImportReport(len(changed), len(people) - len(changed))


def enrol(house: House, books: Books, *, email: str, name: str, post: str) -> None:
    """Somebody may sign in: from now on they can be the subject of a view, too."""
    email = email.strip().casefold()
    known = books.registers.who_signs_in_as(email)
    if known is None or not known.here:
        version = books.registers.move_on()
        told = known or Person("", name, post=post, email=email)
        books.registers.put([replace(told, here=True, since=version)])


def follow(books: Books, *, email: str, before: str, post: str) -> None:
    """Somebody who signs in has another post now. One that a file gave stays as the file has it."""
    person = books.registers.who_signs_in_as(email)
    if person is not None and person.here and person.post == before != post:
        version = books.registers.move_on()
        books.registers.put([replace(person, post=post, since=version)])


def catch_up(house: House) -> None:
    """Match the first views with the changed register at once; the clock goes on with the rest.

    Rationale: the change is kept by now, so whoever made it has to be told so. Where this fails the
    clock does all of it, and until then what is not matched is held from whoever is new.
    """
    try:
        sight.match_more(house, AT_ONCE)
    except HeardError:
        log.warning("register_left_to_the_clock")


def _accounts(books: Books) -> dict[str, str]:
    """The names of those who have an account, by the address that they sign in with."""
    return {email: who.name for who, email, _ in books.officers.all()}


def _people(
    lines: Sequence[StaffLine], before: dict[str, Person], version: int, accounts: dict[str, str]
) -> tuple[Person, ...]:
    by_email = {one.email: one for one in before.values() if one.email}
    by_name = {one.name.casefold(): one for one in before.values()}
    found = []
    for line in lines:
        old = by_email.get(line.email.casefold()) if line.email else None
        old = old or by_name.get(line.name.casefold())
        if old and old.email and line.email and old.email != line.email.casefold():
            old = None  # two people of one name
        found.append(_person(line, old, version, accounts))
    ids = {one.email: one.id for one in found if one.email}
    ids |= {line.name.casefold(): one.id for one, line in zip(found, lines, strict=True)}
    managed = [
        replace(one, manager_id=ids.get(line.manager.casefold()))
        for one, line in zip(found, lines, strict=True)
    ]
    return tuple(_as_before(one, before.get(one.id)) for one in managed)


def _person(line: StaffLine, old: Person | None, version: int, accounts: dict[str, str]) -> Person:
    """A person of the file. Who signs in is known by the name of their account, too.

    Rationale: else whoever keeps officers could give themselves another name in a file, and read
    what is written about them.
    """
    email = line.email.casefold() or (old.email if old else "")
    account = accounts.get(email, "")
    strange = {one.plain for one in tokens(account)} - {one.plain for one in tokens(line.name)}
    return Person(
        id=old.id if old else new_id(),
        name=f"{line.name} ({account})" if strange else line.name,
        nicknames=line.nicknames,
        post=line.post,
        team=line.team,
        email=email,
        since=version,
    )


def _as_before(person: Person, old: Person | None) -> Person:
    """The same version where nothing else changed, so that nothing has to be matched again."""
    return old if old and replace(person, since=old.since) == old else person


def _leavers(
    books: Books, before: dict[str, Person], people: Sequence[Person], version: int
) -> list[Person]:
    listed = {one.id for one in people}
    sign_in = {email for _, email, active in books.officers.all() if active}
    return [
        replace(one, here=False, since=version)
        for one in before.values()
        if one.here and one.id not in listed and one.email not in sign_in
    ]
