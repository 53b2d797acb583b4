"""The office's promises: B5 erasing, B15 names, B17 and D9 the files that leave."""

import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from bench.council_house import BY, Outputs, opened, told
from bench.figures import Proof
from core.errors import HeardError
from core.facts import Officer, Role
from core.orders import Ask, Format, Kind
from services import answers, erasing, keeping, lookback, orders, rights
from services.house import House
from storage import tables
from tagging import quick_tagger
from web.app import create_app

CANARY = "seventeen violet herons"
FORMATS = (Format.CSV, Format.XLSX, Format.JSON)
JUDGES = sorted(Path(__file__).parent.glob("judging/judge-*.jsonl"))
OVERSEER = Officer("c", "Third Officer", "Administrator", frozenset({Role.ADMINISTRATOR}))


def b5() -> Proof:
    """Views of 40 days, one open and one on hold: each goes on its day, its words are nowhere."""
    with opened() as first:
        moment = [first.now()]
        house = _at(first, moment)
        due = _forty_days(house, moment)
        held, waits = _answered(house), _view_of(house, told(house, ("money",), CANARY))
        keeping.hold(house, BY, held, "a court")
        copy = _copy_of(house)
        wrong, went = 0, 0
        while moment[0].date() <= max(due.values()) + timedelta(days=40):
            night = erasing.tonight(house)
            gone = sum(day == moment[0].date() for day in due.values())
            wrong += abs(night.words - gone)
            went += night.words
            moment[0] += timedelta(days=1)
        with house.store.reading() as books:
            stay = [books.views.find(one) is not None for one in (held, waits)]
            equal = books.rollup.total() == books.rollup.recount()
            small = sum(0 < n < house.rules.threshold for n in books.keeping.past().values())
        opens = _opens_in_copy(house, copy, due)
    figure = (
        f"{went} of {len(due)} went, {wrong} on another day, {opens} of them open in an old copy, "
        f"{sum(stay)} of 2 kept, {small} small counts left, roll-up equal: {equal}"
    )
    fine = (went, wrong, opens, sum(stay), small) == (len(due), 0, 0, 2, 0) and equal
    mark = "all on their day, 0 open, held and open kept"
    return Proof("B5", "erasing over a year and a half of nights", figure, mark, fine)


def _forty_days(house: House, moment: list[datetime]) -> dict[str, date]:
    """A view a day; each with the day on which it is due."""
    due: dict[str, date] = {}
    for _ in range(40):
        view_id = _answered(house)
        due[view_id] = moment[0].date() + timedelta(days=house.retention().words)
        moment[0] += timedelta(days=1)
    return due


def _at(house: House, moment: list[datetime]) -> House:
    return replace(house, now=lambda: moment[0])


def _view_of(house: House, code: str) -> str:
    with house.store.reading() as books:
        return lookback.find_by_code(books, code).id


def _answered(house: House) -> str:
    view_id = _view_of(house, told(house, ("money",), CANARY))
    answers.reply(house, BY, view_id, "Thank you.")
    return view_id


def _copy_of(house: House) -> dict[str, tuple[str, bytes]]:
    """What a thief's copy of the books holds: view id to its key's id and its sealed words."""
    wanted = sa.select(tables.view.c.id, tables.view.c.key_id, tables.view.c.words)
    with house.store.engine.connect() as connection:
        return {row.id: (row.key_id, row.words) for row in connection.execute(wanted)}


def _opens_in_copy(house: House, copy: dict[str, tuple[str, bytes]], due: dict[str, date]) -> int:
    """How many of those that went can still be opened with today's key store."""
    with house.store.vault.engine.connect() as connection:
        kept = set(connection.execute(sa.select(tables.record_key.c.id)).scalars())
    return sum(copy[view_id][0] in kept for view_id in due)


def b15() -> Proof:
    """Personal details in the judging texts: how much the machine finds, and what leaves unread."""
    machine, inside, covered = quick_tagger(), 0, 0
    for line in (line for place in JUDGES for line in place.read_text("utf-8").splitlines()):
        text = json.loads(line)
        found = machine.suggest(text["text"]).personal
        for words, _ in text["personal"]:
            at = text["text"].find(words)
            places = range(at, at + len(words))
            inside += len(places)
            covered += sum(any(one.start <= n < one.end for one in found) for n in places)
    leaked = _leaves_unread()
    share = 100 * covered / inside
    figure = f"recall {share:.1f} % of {inside:,} letters, {leaked} unread words in any output"
    name = "personal details, by the doors' machine; what leaves without a person"
    return Proof("B15", name, figure, ">= 95 %, 0", share >= 95 and not leaked)


def _leaves_unread() -> int:
    """Words that nobody cleared, or that one officer alone did, in every file that can leave."""
    with opened() as house:
        for n in range(6):
            told(house, ("money",), f"Cleared {n}")
        view_id = _view_of(house, told(house, ("money",), f"{CANARY} at 4 Elm Street"))
        with house.store.transaction() as books:
            view = books.views.find(view_id)
            assert view is not None
            books.views.change(view, cleared=False)
        held = [_taken(house, form) for form in FORMATS]
        return sum(CANARY in _all_of(one) for one in held) + (CANARY in Outputs.of(house).text())


def _taken(house: House, form: Format) -> bytes:
    day = house.now().date()
    order_id = orders.ask_for(house, BY, Ask(Kind.VIEWS, form, day, day), "a review")
    orders.decide(house, OVERSEER, order_id, True)
    return orders.take(house, BY, order_id).held


def _all_of(held: bytes) -> str:
    """All that a file holds, its packed parts too."""
    if not held.startswith(b"PK"):
        return held.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(held)) as parts:
        return " ".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


def b17() -> Proof:
    """Every file that the desk makes: no author, no time of making, nothing hidden."""
    telling = 0
    with opened() as house:
        view_id = _view_of(house, told(house, ("money",)))
        files = [_taken(house, form) for form in FORMATS]
        files += [_bundle(house, view_id), rights.information_file(house, BY)]
    for held in (one for one in files if one.startswith(b"PK")):
        with zipfile.ZipFile(io.BytesIO(held)) as parts:
            telling += sum(info.date_time[:3] != (1980, 1, 1) for info in parts.infolist())
            core = parts.read("docProps/core.xml").decode()
            telling += bool(re.search(r"<dc:creator>[^<]|lastModifiedBy>[^<]|W3CDTF.>20", core))
            told_ = "".join(
                parts.read(name).decode("utf-8", "replace") for name in parts.namelist()
            )
            telling += bool(re.search(r'hidden="1"|state="hidden"|w:vanish', told_))
    figure = f"{telling} in {len(files)} files"
    return Proof("B17", "metadata and hidden parts in files for officers", figure, "0", not telling)


def _bundle(house: House, view_id: str) -> bytes:
    day = house.now().date()
    ask = Ask(Kind.BUNDLE, Format.WORD, day, day, view_id=view_id)
    order_id = orders.ask_for(house, BY, ask, "subject access")
    orders.decide(house, OVERSEER, order_id, True)
    return orders.take(house, BY, order_id).held


def d9() -> Proof:
    """Every way to a raw row without a second person; every page looked through for mailto."""
    with opened() as house:
        told(house, ("money",), CANARY)
        day = house.now().date()
        order_id = orders.ask_for(house, BY, Ask(Kind.VIEWS, Format.CSV, day, day), "a review")
        late = replace(house, now=lambda: house.now() + timedelta(days=9))
        early: list[Callable[[], object]] = [
            lambda: orders.take(house, BY, order_id),
            lambda: orders.decide(house, BY, order_id, True),
            lambda: orders.take(house, OVERSEER, order_id),
            lambda: orders.ask_for(house, OVERSEER, Ask(Kind.VIEWS, Format.CSV, day, day), "me"),
        ]
        got = sum(map(_let_through, early))
        orders.decide(house, OVERSEER, order_id, True)
        marked = f"Made for {BY.name}".encode() in orders.take(house, BY, order_id).held
        got += _let_through(lambda: orders.take(late, BY, order_id))
        open_ = _open_without_sign_in(house, order_id)
    links = sum("mailto:" in page.read_text("utf-8") for page in PAGES)
    figure = f"{got} of {len(early) + 1} ways let through, {open_} pages open, {links} mailto"
    fine = not (got or open_ or links) and marked
    return Proof("D9", "raw rows without a second person, or after their days", figure, "0", fine)


def _open_without_sign_in(house: House, order_id: str) -> int:
    app = create_app(house, cookie_key=b"k" * 32, https=False)
    return sum(
        app.test_client().get(rule.rule.replace("<order_id>", order_id)).status_code == 200
        for rule in app.url_map.iter_rules()
        if rule.endpoint.startswith("desk.file")
    )


PAGES = sorted(Path("web/templates/officers").rglob("*.html"))


def _let_through(way: Callable[[], object]) -> bool:
    try:
        way()
    except HeardError:
        return False
    return True


ROWS: dict[str, list[Callable[[], Proof]]] = {"B5": [b5], "B15": [b15], "D9": [d9]}
