"""A quick reader for the doors and a full one for the clock, and what tests of both ask for."""

from dataclasses import dataclass, field

import sqlalchemy as sa

from core.facts import Feeling, Suggestions, ThemeScore, Worry
from services import intake
from services.lookback import find_by_code
from storage import tables
from tests.services.people import said


@dataclass
class Quick:
    """What a door has: a first guess, and the worry that it is told to see."""

    worry: Worry = Worry.NONE

    def suggest(self, text: str) -> Suggestions:
        return Suggestions(
            themes=(ThemeScore("money", 0.9), ThemeScore("safety", 0.2)),
            suggested=("money",),
            worry=self.worry,
            signal=None if self.worry is Worry.NONE else "cue",
            language="en",
            method="quick",
        )


@dataclass
class Full:
    """What the clock has. It worries where it finds one of its words, and fails where told."""

    urgent: str = "he hits me"
    fails_at: str = "poison"
    method: str = "full-1"
    read: list[str] = field(default_factory=list)

    def suggest(self, text: str) -> Suggestions:
        self.read.append(text)
        if self.fails_at in text:
            raise MemoryError
        urgent = self.urgent in text
        return Suggestions(
            themes=(ThemeScore("education", 0.8, ("school",)),),
            suggested=("education",),
            feeling=Feeling.POSITIVE,
            worry=Worry.URGENT if urgent else Worry.NONE,
            signal="abuse" if urgent else None,
            language="fr",
            method=self.method,
        )


def tell(house, words="I like my school.", **more) -> str:
    """Send words; the code."""
    return intake.receive(house, said(words, **more)).receipt or ""


def view_of(house, code):
    with house.store.reading() as books:
        return find_by_code(books, code)


def rows(house, table):
    with house.store.engine.connect() as connection:
        return connection.execute(sa.select(table)).all()


def told(house) -> list[str]:
    return [row.body.partition(".")[0] for row in rows(house, tables.outbox)]
