"""D7 for practitioners: who wrote without a name, who of two wrote both, and who wrote first.

Two dozen people send a dozen concerns each, without a name. Then everything that lies in the books
is set against what really happened: each column, and how the rows lie in the file. The attacker
picks the best column on one half of the people, and is judged on the other half.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bench.figures import Proof
from bench.slack_door import SlackDoor, receipt_in, slack_door
from core.receipts import tidy
from storage import tables
from storage.shuffling import ABOUT_VIEWS
from storage.store import Store
from tests.bot import slack_side
from tests.bot.slack_side import TEAM

PEOPLE, EACH, PAIRS = 24, 12, 1000
MOST_AUC = 0.55
Scores = tuple[list[float], list[float]]
Columns = dict[str, list[float]]
# What one says of a view is theirs to say; the attack is on what Heard adds. The same for all.
WORDS = "Nobody covers leave, so visits are missed."


@dataclass(frozen=True, slots=True)
class Sent:
    """One concern: who sent it, and its view's id, in the order of sending."""

    person: int
    view_id: str


def d7(engine: str) -> Proof:
    """The best of all attacks, for linking two views and for telling which came first."""
    with slack_door(engine) as door:
        codes = list(_send(door))
        store = door.books()
        with store.reading() as books:
            found = [books.views.find_by_receipt(tidy(code) or "") for _, code in codes]
        ids = [view.id for view in found if view is not None]
        sent = [Sent(person, id_) for (person, _), id_ in zip(codes, ids, strict=True)]
        traces, before = _traces(door, store), ""
        if engine == "postgresql":
            told = _attack(dict(_columns(store, sent)), _ordering)
            before = f"; before the nightly shuffle {told[0]:.3f} (by {told[1]})"
            store.shuffle(min(view.received_on for view in found if view is not None))
        columns = dict(_columns(store, sent))
        store.close()
    linked = _attack(columns, lambda values, half: _linking(sent, values, half))
    first = _attack(columns, _ordering)
    return Proof(
        "D7",
        f"{len(sent)} concerns without a name by {PEOPLE} people in Slack, {PAIRS} pairs, {engine}",
        f"same writer AUC {linked[0]:.3f} (by {linked[1]}, the best of {len(columns)} on other "
        f"people's), who came first AUC {first[0]:.3f} (by {first[1]}){before}; {traces} "
        "files, the books and the log among them, with a Slack id",
        f"AUC <= {MOST_AUC}, 0 with an id",
        linked[0] <= MOST_AUC and first[0] <= MOST_AUC and not traces,
    )


def _send(door: SlackDoor) -> Iterator[tuple[int, str]]:
    turns = [person for person in range(PEOPLE) for _ in range(EACH)]
    random.Random(7).shuffle(turns)
    for number, person in enumerate(turns):
        payload = slack_side.view_submission(f"V0D7{number}", words=WORDS)
        user = {"id": _id(person), "name": _id(person), "team_id": TEAM}
        yield person, receipt_in(door.slack.send(payload | {"user": user})) or ""


def _id(person: int) -> str:
    return f"U0WRITER{person:02}"


def _traces(door: SlackDoor, store: Store) -> int:
    """How many files of the door's hold somebody's Slack id, the books among them."""
    store.engine.dispose()
    ids = [_id(person).encode() for person in range(PEOPLE)]
    return sum(any(one in place.read_bytes() for one in ids) for place in door.files())


def _columns(store: Store, sent: list[Sent]) -> Iterator[tuple[str, list[float]]]:
    """Every column about a view as numbers, in the order of sending, and where the rows lie."""
    for table in ABOUT_VIEWS:
        key = "id" if table is tables.view else "view_id"
        rows = _rows(store.engine, table, key)
        for name in rows[next(iter(rows))] if rows else ():
            values = [_number(rows.get(one.view_id, {}).get(name)) for one in sent]
            yield f"{table.name}.{name}", values
    views = _rows(store.engine, tables.view, "id")
    keys = _rows(store.vault.engine, tables.record_key, "id")
    mine = [keys[views[one.view_id]["key_id"]] for one in sent]
    for name in mine[0]:
        yield f"key.{name}", [_number(key[name]) for key in mine]


def _rows(engine: Engine, table: sa.Table, key: str) -> dict[str, dict[str, Any]]:
    """The first row of each view, with its place in the file and the transaction that wrote it."""
    wanted = "*"
    if engine.dialect.name == "postgresql":
        wanted = "ctid::text AS place_of_row, xmin::text::bigint AS wrote, *"
    found: dict[str, dict[str, Any]] = {}
    with engine.connect() as connection:
        rows = connection.execute(sa.text(f'SELECT {wanted} FROM "{table.name}"'))  # noqa: S608 - ours
        for number, row in enumerate(rows.mappings()):
            told = dict(row) | {"lies_at": number}
            told.pop("place_of_row", None)
            found.setdefault(told[key], told)
    return found


def _number(value: Any) -> float:
    """A value so that near things are near: bytes and texts by their beginnings."""
    if isinstance(value, bool | int | float):
        return float(value)
    raw = value if isinstance(value, bytes) else str(value).encode()
    return float(int.from_bytes(raw[:6].ljust(6, b"\0"), "big"))


def _attack(columns: Columns, scores: Callable[[list[float], int], Scores]) -> tuple[float, str]:
    """The column that tells most on the first half, and how well it does on the second."""
    best = max(columns, key=lambda name: abs(auc(scores(columns[name], 0)) - 0.5))
    upright = auc(scores(columns[best], 0)) >= 0.5
    judged = auc(scores(columns[best], 1))
    return (judged if upright else 1 - judged), best


def _linking(sent: list[Sent], values: list[float], half: int) -> Scores:
    """How near two views of one writer are, and two of different writers, in one half of people."""
    draw = random.Random(8 + half)
    mine = [at for at, one in enumerate(sent) if one.person % 2 == half]
    near: Scores = ([], [])
    while min(map(len, near)) < PAIRS // 2:
        one, two = draw.sample(mine, 2)
        kind = 0 if sent[one].person == sent[two].person else 1
        near[kind].append(-abs(values[one] - values[two]))
    return near[0][: PAIRS // 2], near[1][: PAIRS // 2]


def _ordering(values: list[float], half: int) -> Scores:
    """A value of the later and of the earlier of two views, in one half of the time."""
    draw, mine = (
        random.Random(10 + half),
        range(half * len(values) // 2, (half + 1) * len(values) // 2),
    )
    pairs = [sorted(draw.sample(mine, 2)) for _ in range(PAIRS)]
    return [values[late] for _, late in pairs], [values[early] for early, _ in pairs]


def auc(scores: Scores) -> float:
    """How often a score of the first kind lies above one of the second."""
    ranked = sorted((score, kind) for kind, many in enumerate(scores) for score in many)
    ranks: dict[float, list[int]] = {}
    for rank, (score, _) in enumerate(ranked, 1):
        ranks.setdefault(score, []).append(rank)
    mean = {score: sum(held) / len(held) for score, held in ranks.items()}
    ones, zeros = scores
    above = sum(mean[score] for score in ones) - len(ones) * (len(ones) + 1) / 2
    return above / (len(ones) * len(zeros))
