"""A Heard with two officers for proofs of what leaves it, and every document of one paper."""

import io
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

import sqlalchemy as sa
from docx import Document

import settings
import wiring
from bench.servers import environment, postgres_for
from core.facts import Door as Way
from core.facts import Officer, Permission, Role, Submission, Suggestions, Voice, Worry
from core.papers import Form, Kind
from core.summaries import PaperOrder, Period
from services import (
    bank,
    intake,
    papers,
    redaction,
    releases,
    review,
)
from services.house import House
from services.lookback import find_by_code
from storage import migrations, tables

PERIOD = Period(date(2027, 1, 1), date(2027, 3, 31))
ORDER = PaperOrder(PERIOD, date(2027, 4, 13), "4a")
BY = Officer("a", "Sample Officer", "Participation Manager", frozenset({Role.PARTICIPATION}))
OTHER = Officer("b", "Second Officer", "Reviewer", frozenset({Role.REVIEWER}))
FORMS = count()


class Plain:
    """Suggests nothing."""

    def suggest(self, text: str) -> Suggestions:
        """The same for every text."""
        return Suggestions(worry=Worry.NONE, language="en", method="plain")


def _row(who: Officer) -> dict[str, object]:
    """An officer who never signs in: the proofs call the verbs themselves."""
    told = {"id": who.id, "email": f"{who.id}@council.example", "name": who.name, "post": who.post}
    roles = " ".join(who.roles)
    kept = {"password_hash": "", "totp": b"", "totp_last": 0, "misses": 0}
    return told | kept | {"roles": roles, "active": True}


@contextmanager
def opened(engine: str = "sqlite") -> Iterator[House]:
    """A Heard of its own, on a day in January."""
    with postgres_for(engine) as server, tempfile.TemporaryDirectory() as name:
        held = settings.load(environment(Path(name), engine, server))
        migrations.upgrade(held.database_url, held.keys_url)
        built = wiring.build_house(held, wake=lambda: None)
        house = replace(built, tagger=Plain(), now=lambda: datetime(2027, 1, 12, 10, tzinfo=UTC))
        let_in(house)
        yield house
        house.store.close()


def let_in(house: House) -> None:
    """Keep the two officers in whose name the proofs act."""
    with house.store.engine.begin() as connection:
        connection.execute(sa.insert(tables.officer), [_row(who) for who in (BY, OTHER)])


def told(house: House, keys: tuple[str, ...], words: str = "It is late.", **more: object) -> str:
    """A view, agreed and cleared; its code."""
    said = Submission(
        more.pop("voice", Voice.YOUNG_PERSON),  # type: ignore[arg-type] # its own fields, by name
        Way.WEB,
        words,
        f"form {next(FORMS)} of this bench, long enough",
        permission=more.pop("permission", Permission.EVERYONE),  # type: ignore[arg-type] # its own fields, by name
        **more,  # type: ignore[arg-type] # its own fields, by name
    )
    code = intake.receive(house, said).receipt or ""
    with house.store.reading() as books:
        view_id = find_by_code(books, code).id
    version = review.open_view(house, BY, view_id).version
    review.agree_themes(house, BY, view_id, keys, version)
    redaction.clear(house, BY, view_id, True, review.open_view(house, BY, view_id).version)
    for quote in bank.listed(house, OTHER):
        if quote.view_id == view_id:
            bank.check(house, OTHER, quote.id, True)
    return code


@dataclass(frozen=True, slots=True)
class Outputs:
    """Every document of one paper, by kind and form."""

    made: dict[tuple[Kind, Form], bytes]

    @classmethod
    def of(cls, house: House) -> "Outputs":
        """All but PDF, which is made from the Word file."""
        forms = (Form.DOCX, Form.HTML)
        releases.freeze(house, BY, ORDER.period)
        return cls({(k, f): papers.export(house, BY, ORDER, k, f) for k in Kind for f in forms})

    def text(self) -> str:
        """All words of all of them."""
        said = []
        for (_, form), made in self.made.items():
            if form is Form.HTML:
                said.append(re.sub(r"<[^>]+>", " ", made.decode()))
            else:
                document = Document(io.BytesIO(made))
                said += [p.text for p in document.paragraphs]
                said += [c.text for t in document.tables for r in t.rows for c in r.cells]
        return "\n".join(said)
