"""E2 and E6: the summary's page over many submissions, and a long paper from them."""

import io
import random
import re
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median

import pyotp
import sqlalchemy as sa
from docx import Document
from flask import Flask
from flask.testing import FlaskClient

import settings
import wiring
from bench.figures import Speed
from bench.servers import environment, postgres_for
from core.facts import Officer, Role
from core.papers import Form, Kind
from core.summaries import PaperOrder, Period
from core.themes import BY_KEY
from reports import documents
from services import accounts, papers, releases
from services.house import House
from storage import migrations, tables
from web.app import create_app

SIZES = (10_000, 100_000, 1_000_000)
GOALS_MS = {10_000: 50.0, 100_000: 75.0, 1_000_000: 100.0}
QUARTER = Period(date(2026, 10, 1), date(2026, 12, 31))
NOW = datetime(2026, 12, 31, 12, tzinfo=UTC)
DAYS, CHUNK, TIMES, PARAGRAPHS = 365, 20_000, 7, 60
BY = Officer("bench", "Bench", "Participation Manager", frozenset({Role.PARTICIPATION}))
EMPTY: dict[type, object] = {int: 0, bool: False, bytes: b"", str: "", float: 0.0}
# Columns that a bench has nothing to say about.
REST = {
    column.name: EMPTY.get(column.type.python_type)
    for column in tables.view.columns
    if not column.nullable
}
REFILL = (
    ("received", "'*'", "", "1 = 1"),
    ("reviewed", "'*'", "", "1 = 1"),
    ("only_count", "'*'", "", "v.permission = 'count_only'"),
    ("agreed", "a.theme", "join agreed a on a.view_id = v.id", "1 = 1"),
)


def _fill(house: House, first: int, last: int) -> None:
    """Views with two agreed themes each, spread over a year; words are bytes that nobody opens."""
    chance = random.Random(first)
    keys = list(BY_KEY)
    with house.store.engine.begin() as connection:
        for start in range(first, last, CHUNK):
            views, agreed, decided = [], [], []
            for n in range(start, min(start + CHUNK, last)):
                views.append(_view(chance, n))
                told = sorted({chance.choice(keys), chance.choice(keys)})
                agreed += [{"view_id": f"{n:022d}", "theme": key} for key in told]
                decided.append(_decision(n, told))
            connection.execute(sa.insert(tables.view), views)
            connection.execute(sa.insert(tables.agreed), agreed)
            connection.execute(sa.insert(tables.decision), decided)


def _view(chance: random.Random, n: int) -> dict[str, object]:
    young = chance.random() < 0.8
    on = date(2026, 1, 1) + timedelta(days=chance.randrange(DAYS))
    return REST | {
        "id": f"{n:022d}",
        "key_id": "k",
        "receipt_mac": n.to_bytes(16, "big"),
        "voice": "young_person" if young else "practitioner",
        "door": chance.choice(("web", "slack")),
        "kind": "view",
        "face": chance.choice(("great", "bad", None)) if young else None,
        "age_band": chance.choice(("8-11", "12-17", "18-25")) if young else None,
        "permission": chance.choice(("everyone", "count_only")),
        "words": b"x" * 120,
        "received_on": on,
        "due_on": on,
        "state": "grouped",
        "worry": "none",
    }


def _decision(n: int, keys: list[str]) -> dict[str, object]:
    told = {"id": f"{n:022d}", "view_id": f"{n:022d}", "place": 0, "themes": " ".join(keys)}
    return told | {"officer_id": "b", "post": "b", "on": date(2026, 12, 31)}


def _count(house: House) -> None:
    """The roll-up as it would stand had each view come by the door."""
    place = "v.received_on, v.voice, v.door, coalesce(v.age_band, '-')"
    faces = "v.received_on, v.voice, '*', '*', 'face/' || coalesce(v.face, '-'), a.theme"
    with house.store.engine.begin() as connection:
        connection.execute(sa.delete(tables.rollup))
        for basis, theme, join, condition in REFILL:
            connection.exec_driver_sql(
                f"insert into rollup select {place}, '{basis}', {theme}, count(*) from view v "  # noqa: S608 - ours
                f"{join} where {condition} group by 1, 2, 3, 4, 5, 6"
            )
        connection.exec_driver_sql(
            f"insert into rollup select {faces}, count(*) from view v "  # noqa: S608 - ours
            f"join agreed a on a.view_id = v.id group by 1, 2, 3, 4, 5, 6"
        )
        month = "substr(cast(day as text), 1, 7), voice, door, band, basis, theme"
        connection.execute(sa.delete(tables.rollup_month))
        connection.exec_driver_sql(
            f"insert into rollup_month select {month}, sum(n) from rollup group by {month}"  # noqa: S608 - ours
        )
        connection.exec_driver_sql("analyze")


def _timed(act: Callable[[], object], times: int = TIMES) -> float:
    """Milliseconds, the middle of several runs."""
    return median(1000 * _once(act) for _ in range(times))


def _once(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def _floor(house: House) -> Callable[[], object]:
    """The same grouping in SQL over the views themselves."""
    said = sa.text(
        "select v.voice, a.theme, count(*) from view v join agreed a on a.view_id = v.id "
        "where v.received_on between :start and :end group by v.voice, a.theme"
    ).bindparams(sa.bindparam("start", type_=sa.Date), sa.bindparam("end", type_=sa.Date))

    def group() -> object:
        with house.store.engine.connect() as connection:
            days = {"start": QUARTER.start, "end": QUARTER.end}
            return connection.execute(said, days).all()

    return group


def _desk(app: Flask, house: House) -> FlaskClient:
    """A browser at the desk, signed in."""
    password = "long enough for a bench"
    email = "bench@council.example"
    secret = accounts.add_officer(
        house, email=email, name="B", post="P", password=password, roles={Role.PARTICIPATION}
    )
    client = app.test_client()
    page = client.get("/desk/sign-in").get_data(as_text=True)
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert found is not None
    told = {"csrf_token": found[1], "email": email, "password": password}
    told["number"] = pyotp.TOTP(secret).at(house.now())
    assert client.post("/desk/sign-in", data=told).status_code == 303
    return client


def e2(engine: str) -> list[Speed]:
    """The summary's page over 10,000, 100,000 and 1,000,000 views, and the roll-up recounted."""
    found = []
    with postgres_for(engine) as server, tempfile.TemporaryDirectory() as name:
        held = settings.load(environment(Path(name), engine, server))
        migrations.upgrade(held.database_url, held.keys_url)
        house = replace(wiring.build_house(held, wake=lambda: None), now=lambda: NOW)
        app = create_app(house, cookie_key=b"k" * 32, https=False, limited=False)
        client, filled = _desk(app, house), 0
        for size in SIZES:
            _fill(house, filled, size)
            filled = size
            _count(house)
            found += _page(house, client, size)
        house.store.close()
    return found


def _page(house: House, client: FlaskClient, size: int) -> list[Speed]:
    days = f"start={QUARTER.start}&end={QUARTER.end}"
    floor = _timed(_floor(house), 3)

    def show() -> None:
        answer = client.get(f"/desk/summary?{days}")
        assert answer.status_code == 200, answer.status_code

    show()
    took = _timed(show)
    with house.store.reading() as books:
        roll = books.rollup
        same = roll.total() == roll.recount() and roll.months_hold()
    goal = GOALS_MS[size]
    on = house.store.engine.dialect.name
    told = f"the summary's page, {size:,} submissions, {on}; floor: the grouping in SQL"
    check = f"the roll-up equals a recount, {size:,} submissions, {on}"
    return [
        Speed("E2", told, took, "ms", floor, f"<= {goal:g}", took <= goal, size),
        Speed("E2", check, float(same), "yes is 1", None, "1", same, size),
    ]


def e6(engine: str) -> list[Speed]:
    """A scrutiny item of sixty paragraphs or more from 100,000 submissions, beside python-docx."""
    with postgres_for(engine) as server, tempfile.TemporaryDirectory() as name:
        held = settings.load(environment(Path(name), engine, server))
        migrations.upgrade(held.database_url, held.keys_url)
        house = replace(wiring.build_house(held, wake=lambda: None), now=lambda: NOW)
        _fill(house, 0, SIZES[1])
        _count(house)
        order = PaperOrder(QUARTER, date(2027, 1, 26), "5")
        releases.freeze(house, BY, QUARTER)

        def make() -> bytes:
            return papers.export(house, BY, order, Kind.SCRUTINY, Form.DOCX)

        read = Document(io.BytesIO(make())).paragraphs
        lines = [(p.text, str(p.style and p.style.name)) for p in read if p.text]
        took, floor = _timed(make), _timed(lambda: _plain(lines))
        with house.store.reading() as books:
            source = papers.source_of(house, books, order)
        writing = _timed(lambda: documents.write(Kind.SCRUTINY, Form.DOCX, source))
        house.store.close()
    many = len(lines)
    told = f"a paper of {many} paragraphs from {SIZES[1]:,} submissions, {engine}, whole"
    ok, alone = took <= 2 * floor and many >= PARAGRAPHS, f"the same, {engine}, writing alone"
    goal = "<= 2 times the floor"
    return [
        Speed("E6", told, took, "ms", floor, goal, ok, TIMES),
        Speed("E6", alone, writing, "ms", floor, goal, writing <= 2 * floor, TIMES),
    ]


def _plain(lines: list[tuple[str, str]]) -> bytes:
    """The same paragraphs by python-docx alone, in its own styles; no table is written."""
    document = Document()
    known = {style.name for style in document.styles}
    for line, style in lines:
        document.add_paragraph(line, style=style if style in known else None)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()
