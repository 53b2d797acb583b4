"""D7: do the books tell between which two acts of officers somebody wrote without a name?

On one made-up morning an officer does something every 24 seconds, and each act leaves its line
with the second. After every other act, by a coin, somebody without a name sends, says more, changes
their mind or takes words back, on the web and in Slack. In the evening the attacker holds all
tables, and on PostgreSQL the numbers of all transactions, and says of each gap whether somebody
wrote in it. The best sign is picked on the first half of the morning and judged on the second.
"""

import itertools
import random
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

import settings
import wiring
from bench.figures import Proof
from bench.servers import environment, postgres_for
from bench.slack_unnamed import auc
from clock.duties import Duties
from core.asked import Asked
from core.facts import (
    Door,
    Notice,
    Officer,
    Permission,
    Role,
    Submission,
    Suggestions,
    Voice,
    Worry,
)
from services import accounts, alerts, auditing, intake, lookback, permission, upkeep, withdrawing
from services.house import House
from services.second_look import look_again
from storage import migrations, tables

GAPS, MARK, APART = 400, 0.55, timedelta(seconds=24)
MORNING = datetime(2027, 1, 12, 9, 5, 3, tzinfo=UTC)


@dataclass(slots=True)
class Day:
    """The day that passes, what was done in each gap, and the codes that people hold."""

    now: datetime = MORNING
    wrote: list[bool] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    dice: random.Random = field(default_factory=lambda: random.Random(7))

    def __call__(self) -> datetime:
        """The moment, as a house asks for it."""
        return self.now


class Quiet:
    """Reads as a door does and as the clock does, and sends nothing anywhere."""

    method, name = "quiet", "quiet"

    def suggest(self, text: str) -> Suggestions:
        """The same for every text."""
        return Suggestions(worry=Worry.NONE, language="en", method="quick")

    def send(self, notice: Notice) -> None:
        """It went out."""


class Later(Quiet):
    """The clock's reader, which signs what it read."""

    def suggest(self, text: str) -> Suggestions:
        """The same for every text."""
        return replace(Quiet.suggest(self, text), method=self.method)


def d7(engine: str) -> Proof:
    """The best sign of all for "somebody wrote in this gap"."""
    with postgres_for(engine) as postgres, tempfile.TemporaryDirectory() as name:
        held = settings.load(environment(Path(name), engine, postgres))
        migrations.upgrade(held.database_url, held.keys_url)
        day = Day()
        built = wiring.build_house(held, wake=lambda: None, tagger=Quiet())
        house = replace(built, now=day, channels={"safeguarding": ("safeguarding/mail",)})
        officer = an_officer(house)
        _live(house, day, officer)
        _evening(house, day, officer)
        before = _worst(house, day)
        upkeep.shuffle(house)
        area, sign, signs = _worst(house, day)
        house.store.close()
    told = f"AUC {area:.3f} at most, by {sign}, of {signs} signs"
    if engine == "postgresql":
        told += f"; before the clock's night {before[0]:.3f} (by {before[1]})"
    what = f"did somebody write in this gap between two officers' lines, {GAPS} gaps, {engine}"
    return Proof("D7", what, told, f"<= {MARK}", area <= MARK)


def an_officer(house: House) -> Officer:
    """Somebody who reads the audit and takes alerts up."""
    email = "lead@council.example"
    roles = {Role.SAFEGUARDING, Role.ADMINISTRATOR, Role.PARTICIPATION}
    secret = "long enough for a bench"
    accounts.add_officer(house, email=email, name="A", post="P", password=secret, roles=roles)
    with house.store.reading() as books:
        account = books.officers.account(email)
    assert account is not None
    return account.officer


def _live(house: House, day: Day, officer: Officer) -> None:
    """The morning. The clock works at every step, whether there is something to do or not."""
    clock = Duties(house, {"safeguarding/mail": Quiet()})
    for _ in range(GAPS):
        day.now += APART
        auditing.page(house, officer, Asked())
        day.wrote.append(day.dice.random() < 0.5)
        if day.wrote[-1]:
            day.now += timedelta(seconds=day.dice.uniform(1, 5))
            _nameless(house, day)
        day.now = MORNING + APART * len(day.wrote) + timedelta(seconds=12)
        look_again(house, Later(), 5)
        for duty in (clock.deliver, clock.escalate, clock.beat, clock.write_up):
            duty()
        day.now = MORNING + APART * len(day.wrote)
    day.now += APART
    auditing.page(house, officer, Asked())


def _nameless(house: House, day: Day) -> None:
    """Something that somebody does without a name."""
    code = day.dice.choice(day.codes) if day.codes else ""
    what = day.dice.choice(("send", "send", "send", "more", "permission", "back"))
    if what == "send" or not code:
        door = day.dice.choice((Door.WEB, Door.SLACK))
        voice = Voice.YOUNG_PERSON if door is Door.WEB else Voice.PRACTITIONER
        key, asks = day.dice.randbytes(16).hex(), day.dice.random() < 0.2
        said = Submission(voice, door, "Visits are missed.", key, asked_for_help=asks)
        receipt = intake.receive(house, said).receipt or ""
        day.codes += [] if asks else [receipt]
    elif what == "more":
        lookback.say_more(house, code, "And more.", day.dice.randbytes(8).hex())
    elif what == "permission":
        wanted = day.dice.choice((Permission.EVERYONE, Permission.COUNT_ONLY))
        permission.choose(house, code, [wanted])
    else:
        withdrawing.withdraw(house, code)
        day.codes.remove(code)


def _evening(house: House, day: Day, officer: Officer) -> None:
    """Every alert is taken up, in an order of the lead's own, and the half-day is over."""
    day.now = MORNING + timedelta(hours=5)
    waiting = [alert.id for alert in alerts.waiting(house, officer)]
    day.dice.shuffle(waiting)
    for alert_id in waiting:
        day.now += timedelta(seconds=40)
        alerts.acknowledge(house, alert_id, officer)
    day.now = MORNING + timedelta(hours=10)
    clock = Duties(house, {"safeguarding/mail": Quiet()})
    for duty in (clock.deliver, clock.beat, clock.write_up):
        duty()


def _worst(house: House, day: Day) -> tuple[float, str, int]:
    """The sign that tells most on the first half of the gaps, and how well on the second."""
    signs = dict(_signs(house))
    half = GAPS // 2

    def area(values: list[float], first: int) -> float:
        pairs = list(zip(values, day.wrote, strict=True))[first : first + half]
        return auc(([v for v, wrote in pairs if wrote], [v for v, wrote in pairs if not wrote]))

    best = max(signs, key=lambda sign: abs(area(signs[sign], 0) - 0.5))
    judged = area(signs[best], half)
    return (judged if area(signs[best], 0) >= 0.5 else 1 - judged), best, len(signs)


def _signs(house: House) -> Iterator[tuple[str, list[float]]]:
    """A number for each gap, by each sign."""
    with house.store.engine.connect() as connection:
        number = "xmin::text::bigint" if connection.dialect.name == "postgresql" else "0"
        audit = sa.select(tables.audit.c.seq, tables.audit.c.at, sa.literal_column(number))
        audit = audit.where(tables.audit.c.verb == "read the audit").order_by(tables.audit.c.seq)
        lines = connection.execute(audit).all()
        times = [datetime.fromisoformat(line.at).replace(tzinfo=None) for line in lines]
        yield "lines between", [float(b[0] - a[0]) for a, b in itertools.pairwise(lines)]
        yield "transactions between", [float(b[2] - a[2]) for a, b in itertools.pairwise(lines)]
        for table in tables.books.sorted_tables:
            for column in table.columns:
                if isinstance(column.type, sa.DateTime):
                    kept = [t for t in connection.execute(sa.select(column)).scalars() if t]
                    yield (
                        f"{table.name}.{column.name}",
                        [
                            float(sum(a <= t < b for t in kept))
                            for a, b in itertools.pairwise(times)
                        ],
                    )
