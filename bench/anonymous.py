"""D7: does anything in the books tell which two views are one person's? A linking attack.

A thousand people send two views each, one right after the other, as somebody with two things to say
does. The attacker has the whole database, its file order included, but no key. Each sign below says
how near two views are; the area under the curve says how often a true pair is nearer than two views
of different people. A coin gives .5; the mark is .55.
"""

import itertools
import random
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import sqlalchemy as sa

import settings
import wiring
from bench.figures import Proof
from bench.servers import environment, postgres_for
from core.facts import Door, Submission, Suggestions, Voice, Worry
from services import intake, upkeep
from services.house import House
from storage import migrations, tables

PAIRS, MARK = 1_000, 0.55
WORDS = "My worker is kind", "I like the new bus", "The food is cold", "I want to see my dog"
Row = Mapping[str, Any]
Near = Callable[[Row, Row], float]


class _Silent:
    """Tagging that costs no time: this is not about tagging."""

    def suggest(self, text: str) -> Suggestions:
        """The same for every text."""
        return Suggestions(worry=Worry.NONE, language="en", method="silent")


def d7(engine: str) -> Proof:
    """The nearest sign of all, over 1,000 pairs."""
    with postgres_for(engine) as postgres, tempfile.TemporaryDirectory() as name:
        held = settings.load(environment(Path(name), engine, postgres))
        migrations.upgrade(held.database_url, held.keys_url)
        house = wiring.build_house(held, wake=lambda: None, tagger=_Silent())
        pairs = [(_send(house), _send(house)) for _ in range(PAIRS)]
        upkeep.shuffle(house)
        rows = _rows(house, engine)
        house.store.close()
    signs = {sign: _area(rows, pairs, near) for sign, near in _signs(rows).items()}
    worst = max(signs, key=lambda sign: abs(signs[sign] - 0.5))
    area = max(signs[worst], 1 - signs[worst])
    told = f"AUC {area:.3f} at most, by {worst}, of {len(signs)} signs"
    what = f"linking attack over {PAIRS:,} pairs sent one after the other, {engine}"
    what += ", after the clock's night" if engine == "postgresql" else ""
    return Proof("D7", what, told, f"<= {MARK}", area <= MARK)


def _send(house: House) -> str:
    """One view more; what its row is found by afterwards (the prover knows, the attacker not)."""
    key = random.randbytes(16).hex()
    words = f"{random.choice(WORDS)}. {key[:4]}"
    receipt = intake.receive(house, Submission(Voice.YOUNG_PERSON, Door.WEB, words, key)).receipt
    with house.store.reading() as books:
        return books.views.receipt_mac(receipt or "").hex()


def _rows(house: House, engine: str) -> dict[str, Row]:
    """Every view as the attacker finds it, with its place in the file and what hangs on it."""
    place = "ctid::text" if engine == "postgresql" else "0"
    wanted = sa.select(tables.view, sa.literal_column(place).label("place"))
    with house.store.engine.connect() as connection:
        found = connection.execute(wanted).mappings().all()
        steps = connection.execute(sa.select(tables.step.c.view_id, tables.step.c.id)).all()
        marks = connection.execute(sa.select(tables.once)).mappings().all()
    step_of = {step.view_id: step.id for step in steps}
    until = {mark["receipt_mac"]: mark["until"].timestamp() for mark in marks}
    rows: dict[str, Row] = {}
    for order, row in enumerate(found):
        mac = row["receipt_mac"]
        rows[mac.hex()] = {
            **row,
            "order": order,
            "step": step_of[row["id"]],
            "until": until.get(mac, 0.0),
        }
    return rows


def _signs(rows: Mapping[str, Row]) -> dict[str, Near]:
    """Every way in which two rows can be near."""
    ranks = {
        column: {key: rank for rank, key in enumerate(sorted(rows, key=lambda k: rows[k][column]))}
        for column in ("id", "key_id", "receipt_mac", "step", "place", "order", "until", "words")
    }

    def nearness(column: str) -> Near:
        rank = ranks[column]
        return lambda one, other: (
            -abs(rank[one["receipt_mac"].hex()] - rank[other["receipt_mac"].hex()])
        )

    signs = {column: nearness(column) for column in ranks}
    signs["all that is equal"] = lambda one, other: sum(
        one[name] == other[name] for name in one if name not in {"id", "words"}
    )
    signs["length"] = lambda one, other: -abs(len(one["words"]) - len(other["words"]))
    return signs


def _area(rows: Mapping[str, Row], pairs: list[tuple[str, str]], near: Near) -> float:
    """How often a true pair is nearer than two views of two people; a draw counts half."""
    dice = random.Random(7)
    true = [near(rows[one], rows[other]) for one, other in pairs]
    strangers = []
    for _ in range(len(pairs)):
        (one, _), (_, other) = dice.sample(pairs, 2)
        strangers.append(near(rows[one], rows[other]))
    wins = sum((t > s) + 0.5 * (t == s) for t, s in itertools.product(true, strangers))
    return wins / (len(true) * len(strangers))
