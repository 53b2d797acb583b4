"""Writes the papers that a council must have, from its settings as they are at this moment."""

from collections import Counter

from core.documents import Document
from core.duties import KEEPS_SETTINGS, must_hold
from core.errors import NotFound
from core.facts import Officer
from core.governing import PAPERS, Told, filled_in
from core.working_days import london_day
from reports import council_papers, plain_papers
from services.house import House
from tagging.card import shipped_card


def told(house: House, officer: Officer) -> dict[str, Document]:
    """Every paper by its key."""
    must_hold(officer, KEEPS_SETTINGS)
    gaps = filled_in(_facts(house))
    return {key: council_papers.paper(key, gaps) for key in PAPERS}


def one(house: House, officer: Officer, key: str) -> Document:
    """One paper, or NotFound."""
    must_hold(officer, KEEPS_SETTINGS)
    if key not in PAPERS:
        raise NotFound
    return council_papers.paper(key, filled_in(_facts(house)))


def as_word(house: House, officer: Officer, key: str) -> bytes:
    """One paper as a Word file."""
    return plain_papers.write(one(house, officer, key))


def _facts(house: House) -> Told:
    with house.store.reading() as books:
        roles = Counter(
            str(role) for who, _, here in books.officers.all() if here for role in who.roles
        )
    return Told(
        council=house.council,
        rules=house.rules,
        retention=house.retention(),
        card=shipped_card(),
        themes=tuple(theme.name for theme in house.themes().themes),
        on=london_day(house.now()),
        slack=any("slack" in one for many in house.channels.values() for one in many),
        officers={role.replace("_", " ").capitalize(): n for role, n in sorted(roles.items())},
    )
