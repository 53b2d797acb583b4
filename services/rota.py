"""Who is on duty for alerts, who is away, and who covers."""

from dataclasses import dataclass
from datetime import date

from core.duties import KEEPS_ROTA, must_hold
from core.errors import NotFound
from core.facts import Officer, Role
from core.rota import PLACES, Absence, CoversThemselves, Duty, WrongWay
from core.working_days import london_day
from services import telling
from services.house import House
from storage.store import Books

CAN_LOOK = frozenset({Role.SAFEGUARDING, Role.REVIEWER, Role.PARTICIPATION})


@dataclass(frozen=True, slots=True)
class Rota:
    """The rota from today on.

    Args:
        now: whom an alert would be told to at this moment, the first one first.
        people: who may be put on it, by id.
    """

    now: tuple[str, ...]
    duties: tuple[Duty, ...]
    absences: tuple[Absence, ...]
    people: dict[str, Officer]


def look(house: House, officer: Officer) -> Rota:
    """The rota as it stands."""
    must_hold(officer, KEEPS_ROTA)
    today = london_day(house.now())
    with house.store.reading() as books:
        return Rota(
            now=telling.duty_of(house, books, None).people,
            duties=books.rotas.duties(today),
            absences=books.rotas.absences(today),
            people=_people(books),
        )


def put_on(
    house: House, officer: Officer, officer_id: str, place: int, start: date, end: date
) -> None:
    """Put somebody on duty for these days, both included."""
    _keep(house, officer, Duty(officer_id, place, start, end), "put on duty")


def note_absence(
    house: House, officer: Officer, officer_id: str, cover_id: str | None, start: date, end: date
) -> None:
    """Somebody is away for these days; alerts go to whoever covers."""
    if officer_id == cover_id:
        raise CoversThemselves
    _keep(house, officer, Absence(officer_id, start, end, cover_id), "noted as away")


def remove(house: House, officer: Officer, row_id: str) -> None:
    """Take a turn or an absence off again."""
    must_hold(officer, KEEPS_ROTA)
    with house.store.transaction() as books:
        books.rotas.remove(row_id)
        books.audit.append(house.now().isoformat(), officer.id, "rota changed", row_id)


def _keep(house: House, officer: Officer, turn: Duty | Absence, verb: str) -> None:
    must_hold(officer, KEEPS_ROTA)
    if turn.ends_on < turn.starts_on:
        raise WrongWay
    with house.store.transaction() as books:
        people = _people(books)
        cover = turn.cover_id if isinstance(turn, Absence) else None
        if turn.officer_id not in people or (cover and cover not in people):
            raise NotFound
        if isinstance(turn, Duty) and turn.place not in PLACES:
            raise NotFound
        books.rotas.add([turn])
        days = f"{turn.starts_on} to {turn.ends_on}"
        books.audit.append(house.now().isoformat(), officer.id, verb, turn.officer_id, days)


def _people(books: Books) -> dict[str, Officer]:
    return {who.id: who for who, _, here in books.officers.all() if here and who.roles & CAN_LOOK}
