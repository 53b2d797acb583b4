"""D7: does anything in the books tell which two views are one person's? A linking attack.

A thousand people send two views each, one right after the other, as somebody with two things to say
does, and ask for help in both, so that alerts go out and are taken up. The attacker has the whole
database, its file order included, the key store's too, but no key. Each sign below says
how near two views are; the area under the curve says how often a true pair is nearer than two views
of different people. A coin gives .5; the mark is .55.
"""

import random
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine

import settings
import wiring
from bench.between_lines import Day, Quiet, an_officer
from bench.figures import Proof
from bench.servers import environment, postgres_for
from bench.slack_unnamed import auc
from clock.duties import Duties
from core.facts import Door, Officer, Submission, Voice
from services import alerts, intake, upkeep
from services.house import House
from storage import migrations, tables

PAIRS, MARK = 1_000, 0.55
WORDS = "My worker is kind", "I like the new bus", "The food is cold", "I want to see my dog"
Row = Mapping[str, Any]
Near = Callable[[Row, Row], float]


def d7(engine: str) -> Proof:
    """The nearest sign of all, over 1,000 pairs."""
    with postgres_for(engine) as postgres, tempfile.TemporaryDirectory() as name:
        held = settings.load(environment(Path(name), engine, postgres))
        migrations.upgrade(held.database_url, held.keys_url)
        built = wiring.build_house(held, wake=lambda: None, tagger=Quiet())
        day = Day()
        house = replace(built, now=day, channels={"safeguarding": ("safeguarding/mail",)})
        lead = an_officer(house)
        pairs = [_pair(house, day) for _ in range(PAIRS)]
        _taken_up(house, day, lead)
        upkeep.shuffle(house)
        rows = _rows(house)
        house.store.close()
    signs = {sign: _area(rows, pairs, near) for sign, near in _signs(rows).items()}
    worst = max(signs, key=lambda sign: abs(signs[sign] - 0.5))
    area = max(signs[worst], 1 - signs[worst])
    told = f"AUC {area:.3f} at most, by {worst}, of {len(signs)} signs"
    what = f"linking attack over {PAIRS:,} pairs sent one after the other, {engine}"
    what += ", after the clock's night" if engine == "postgresql" else ""
    return Proof("D7", what, told, f"<= {MARK}", area <= MARK)


def _pair(house: House, day: Day) -> tuple[str, str]:
    """Two views of one person, a second apart; the next person comes some seconds later."""
    day.now += timedelta(seconds=9)
    one = _send(house)
    day.now += timedelta(seconds=1)
    return one, _send(house)


def _send(house: House) -> str:
    """One view more; what its row is found by afterwards (the prover knows, the attacker not)."""
    key = random.randbytes(16).hex()
    words = f"{random.choice(WORDS)}. {key[:4]}"
    said = Submission(Voice.YOUNG_PERSON, Door.WEB, words, key, asked_for_help=True)
    receipt = intake.receive(house, said).receipt
    with house.store.reading() as books:
        return books.views.receipt_mac(receipt or "").hex()


def _taken_up(house: House, day: Day, lead: Officer) -> None:
    """Every notice goes out, and a lead takes every alert up, in an order of their own.

    Then an hour passes, and the clock forgets what it keeps for minutes.
    """
    clock = Duties(house, {"safeguarding/mail": Quiet()})
    while clock.deliver():
        pass
    with house.store.reading() as books:
        waiting = [alert.id for alert in books.alerts.waiting()]
    random.Random(3).shuffle(waiting)
    for alert_id in waiting:
        day.now += timedelta(seconds=3)
        alerts.acknowledge(house, alert_id, lead)
    day.now += timedelta(hours=1)
    clock.beat()
    clock.write_up()


def _lying(engine: Engine, table: sa.Table, key: str) -> dict[Any, Row]:
    """The rows of a table as they lie in the file, by one of their columns."""
    postgresql = engine.dialect.name == "postgresql"
    place, wrote = ("ctid::text", "xmin::text::bigint") if postgresql else ("0", "0")
    more: tuple[sa.ColumnElement[Any], ...] = (
        sa.literal_column(place).label("lies at"),
        sa.literal_column(wrote).label("written by"),
    )
    with engine.connect() as connection:
        rows = connection.execute(sa.select(table, *more)).mappings().all()
    return {row[key]: {**row, "lies as": order} for order, row in enumerate(rows)}


def _rows(house: House) -> dict[str, Row]:
    """Every view as the attacker finds it, with its place in the file and what hangs on it."""
    books, keys = house.store.engine, house.store.vault.engine
    beside = {
        "step": (_lying(books, tables.step, "view_id"), "id"),
        "once": (_lying(books, tables.once, "receipt_mac"), "receipt_mac"),
        "key": (_lying(keys, tables.record_key, "id"), "key_id"),
        "alert": (_lying(books, tables.alert, "view_id"), "id"),
    }
    told = _lying(books, tables.outbox, "alert_id")
    taken = _lying(books, tables.audit, "subject")
    rows: dict[str, Row] = {}
    for row in _lying(books, tables.view, "id").values():
        whole = dict(row)
        for name, (found, key) in beside.items():
            whole |= _named(name, found.get(row[key], {}))
        whole |= _named("notice", told.get(whole["alert.id"], {}))
        whole |= _named("line", taken.get(whole["alert.id"], {}))
        rows[row["receipt_mac"].hex()] = whole
    return rows


def _named(name: str, row: Row) -> dict[str, Any]:
    return {f"{name}.{column}": value for column, value in row.items()}


def _signs(rows: Mapping[str, Row]) -> dict[str, Near]:
    """Every way in which two rows can be near."""
    signs = {}
    for column in next(iter(rows.values())):
        values = {row[column] for row in rows.values()}
        if len(values) > 1:
            ranked = sorted(values, key=lambda value: (value is not None, value))
            rank = {value: place for place, value in enumerate(ranked)}
            signs[column] = _nearness(column, rank)
    signs["all that is equal"] = lambda one, other: sum(one[name] == other[name] for name in one)
    signs["length"] = lambda one, other: -abs(len(one["words"]) - len(other["words"]))
    return signs


def _nearness(column: str, rank: dict[Any, int]) -> Near:
    return lambda one, other: -abs(rank[one[column]] - rank[other[column]])


def _area(rows: Mapping[str, Row], pairs: list[tuple[str, str]], near: Near) -> float:
    """How often a true pair is nearer than two views of two people; a draw counts half."""
    dice = random.Random(7)
    true = [near(rows[one], rows[other]) for one, other in pairs]
    strangers = []
    for _ in range(len(pairs)):
        (one, _), (_, other) = dice.sample(pairs, 2)
        strangers.append(near(rows[one], rows[other]))
    return auc((true, strangers))
