"""D4: a child names somebody who reads here: by name, by nickname, misspelt, or only later."""

import random
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from bench import misspelling
from bench.figures import Proof
from core.council import Council
from core.errors import NotFound
from core.facts import AgeBand, Door, Officer, Role, Submission, Suggestions, Voice, Worry
from core.naming import Register
from core.subjects import Person, StaffLine
from core.summaries import Period
from services import accounts, alerts, desk, digest, intake, lookback, register, review, searching
from services.house import PERSON, SAFEGUARDING, House
from services.lookback import find_by_code
from settings.council_file import read_council
from storage import migrations, tables
from storage.secrets import make_secrets
from storage.store import open_store
from tagging.texts import TUNING, read_folder

CASES = 300
PASSWORD = "a long enough password"
NAMES = """
Sarah Michael Priya Mohammed Catherine Stephen Rebecca Jonathan Agnieszka Oluwaseun Siobhan
Christopher Elizabeth Nathan Fatima Geoffrey Charlotte Ravinder Philippa Dominic
/ Jones Whitfield Patel Okafor Nowak Hargreaves Ahmed Barraclough Micklethwaite Singh
"""
FIRST, LAST = (half.split() for half in NAMES.split("/"))
SURE = (
    "{full} shouts at me every day.",
    "my social worker {full} never comes",
    "I dont like it when my worker {first} laughs at me",
    "Please do not tell {full} I said this.",
    "Mr {last} told everybody my business",
    "my key worker called {first} took my phone",
)
LOOSE = (
    "{name} is always late and never says sorry",
    "i hate it when {name} comes round",
    "it was {name} who told my mum",
    "{name} said she would ring and she never did",
)
CALM = "Somebody let me down again last week."


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that was said about somebody."""

    person: int
    words: str
    sure: bool
    later: bool


class Worried:
    """Sees a worry in everything, so that every case is told of."""

    def suggest(self, text: str) -> Suggestions:
        """An urgent worry."""
        return Suggestions(worry=Worry.URGENT, language="en", method="bench")


def _cases(chance: random.Random, names: list[tuple[str, str]]) -> Iterator[Case]:
    """Half by a sure name, half by a nickname or a slip; a quarter of all is said later."""
    for number in range(CASES):
        person, later = chance.randrange(len(names)), number % 4 == 3
        first, last = names[person]
        if number % 2:
            wrong = misspelling.of(chance, first, last)
            yield Case(person, chance.choice(LOOSE).format(name=wrong), False, later)
        else:
            words = chance.choice(SURE).format(full=f"{first} {last}", first=first, last=last)
            yield Case(person, words, True, later)


def d4() -> Proof:
    """Nobody who is named lists, counts, finds, opens or is told of it, nor sees another total."""
    chance = random.Random(20261124)
    with tempfile.TemporaryDirectory() as name:
        house = _house(Path(name))
        names = [(first, LAST[at % len(LAST)]) for at, first in enumerate(FIRST)]
        people = _staff(house, names)
        witness = _officer(house, "Zz Witness", "witness@bench.example")
        seen, kept, differ = Counter[str](), Counter[str](), 0
        for case in _cases(chance, names):
            kind = "sure" if case.sure else "loose"
            kept[kind] += 1
            seen[kind] += bool(list(_leaks(house, people[case.person], _send(house, case))))
        for _ in range(30):
            _send(house, Case(0, "My school is good and my room is warm.", True, False))
        for person in people:
            differ += _totals(house, person) != _totals(house, witness)
        house.store.close()
    return Proof(
        "D4",
        f"{CASES} cases against {len(people)} readers who share surnames, sqlite",
        f"sure: {kept['sure'] - seen['sure']} of {kept['sure']} kept out; nicknames and slips: "
        f"{kept['loose'] - seen['loose']} of {kept['loose']}; totals that differ: {differ}",
        "sure 100 %, the others >= 95 %, 0 totals that differ",
        not seen["sure"] and seen["loose"] <= 0.05 * kept["loose"] and not differ,
    )


def d4_false() -> Proof:
    """How often an ordinary text is held from a reader whom it does not name: work for a second."""
    texts = [one.text for one in read_folder(TUNING)]
    names = [(first, LAST[at % len(LAST)]) for at, first in enumerate(FIRST)]
    people = [Person(str(at), f"{one} {two}", post="Reader") for at, (one, two) in enumerate(names)]
    book = Register(people)
    held = sum(len(book.named_in(text)) for text in texts)
    share = held / (len(texts) * len(people))
    return Proof(
        "D4",
        f"held without need: {len(texts)} tuning texts, {len(people)} readers",
        f"{share:.2%} of all pairs",
        "<= 2 %",
        share <= 0.02,
    )


def _house(folder: Path) -> House:
    urls = f"sqlite:///{folder}/heard.db", f"sqlite:///{folder}/keys.db"
    migrations.upgrade(*urls)
    channels = {SAFEGUARDING: ("safeguarding/slack",), PERSON: ("person/mail",)}
    store = open_store(*urls, make_secrets())
    return House(store=store, tagger=Worried(), council=_council(), channels=channels)


def _council() -> Council:
    held = read_council(Path(__file__).parent / "council.toml", [])
    assert held is not None
    return held[0]


def _staff(house: House, names: list[tuple[str, str]]) -> list[Officer]:
    """Readers who stand on the register, and a hundred and fifty others who share their names."""
    lines = [StaffLine(0, f"{a} {b}", email=_email(a, b)) for a, b in names]
    lines[0] = StaffLine(0, "Sarah Jones", ("Saz",), "Team Manager", email=_email(*names[0]))
    others = [StaffLine(0, f"Alex{n} {LAST[n % len(LAST)]}", post="Carer") for n in range(150)]
    register.take(house, None, [*lines, *others])
    return [_officer(house, f"{a} {b}", _email(a, b)) for a, b in names]


def _email(first: str, last: str) -> str:
    return f"{first}.{last}@bench.example".lower()


def _officer(house: House, name: str, email: str) -> Officer:
    roles = {Role.SAFEGUARDING, Role.PARTICIPATION}
    accounts.add_officer(
        house, email=email, name=name, post="Reader", password=PASSWORD, roles=roles
    )
    with house.store.reading() as books:
        account = books.officers.account(email)
    assert account is not None
    return account.officer


def _send(house: House, case: Case) -> str:
    """Send it at once, or something calm first and the name afterwards; the view's id."""
    once = f"case {case.words} {random.random()}"
    first = CALM if case.later else case.words
    said = Submission(Voice.YOUNG_PERSON, Door.WEB, first, once, age_band=AgeBand.TEEN)
    code = intake.receive(house, said).receipt or ""
    if case.later:
        _empty_outbox(house)  # the name was not there yet: what went out before tells nothing
        lookback.say_more(house, code, case.words, "later")
    with house.store.reading() as books:
        return find_by_code(books, code).id


def _leaks(house: House, officer: Officer, view_id: str) -> Iterator[str]:
    """Every way in which this officer can learn of this view."""
    if any(line.view_id == view_id for line in desk.waiting(house, officer)):
        yield "listed"
    try:
        review.open_view(house, officer, view_id)
        yield "opened"
    except NotFound:
        pass
    found = searching.search(house, officer, "every day came said again")
    found = searching.turn_to(house, officer, "said", 1) if not found.total else found
    if any(line.view_id == view_id for line in found.lines):
        yield "found"
    if any(alert.view_id == view_id for alert in alerts.waiting(house, officer)):
        yield "alert shown"
    if officer_address(house, officer) in _empty_outbox(house):
        yield "told by letter"


def officer_address(house: House, officer: Officer) -> str:
    """Where letters to this officer go."""
    with house.store.reading() as books:
        return next(email for who, email, _ in books.officers.all() if who.id == officer.id)


def _empty_outbox(house: House) -> set[str]:
    """The addresses that anything went to since the last look."""
    with house.store.engine.begin() as connection:
        found = set(connection.execute(sa.select(tables.outbox.c.recipient)).scalars())
        connection.execute(sa.delete(tables.outbox))
    return found


def _totals(house: House, officer: Officer) -> object:
    today = house.now().date()
    return digest.summarise(house, officer, Period(today, today))
