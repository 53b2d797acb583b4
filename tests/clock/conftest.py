"""A clock in a process of its own, with Slack and mail on loopback."""

import base64
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from core.facts import Voice, Worry
from services import health
from services.alerts import raise_alert
from services.house import SAFEGUARDING, House, utc_now
from tests.servers.slack_api import SlackApi
from tests.servers.smtp import MailServer

GOES = "The clock goes."
ROOT = Path(__file__).parents[2]
KEYS = {
    "master": "HEARD_MASTER_KEY",
    "receipts": "HEARD_RECEIPT_KEY",
    "once": "HEARD_ONCE_KEY",
    "sessions": "HEARD_SESSION_KEY",
    "audit": "HEARD_AUDIT_KEY",
}
COUNCIL = """
name = "Anyborough Council"
plain_name = "the council"
young_council = "Our Voice"
committee = "Overview and Scrutiny Committee"
report_of = "Director"
readers = "Two people in the participation team"
contact_post = "Participation Manager"
contact_email = "voice@example.org"
opens = "09:00"
closes = "17:00"
[[help_lines]]
key = "childline"
name = "Childline"
number = "0800 1111"
when = "Any time"
for_whom = "young_people"
checked_on = 2026-11-02
"""


@dataclass(slots=True)
class Tower:
    """Where clocks are started, killed and listened to."""

    folder: Path
    environ: dict[str, str]
    house: House
    slack: SlackApi
    post: MailServer
    clock_url: str
    running: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self, name: str = "clock") -> subprocess.Popen[bytes]:
        """Start a clock and wait until it goes."""
        return self.start_all(name)[0]

    def start_all(self, *names: str) -> list[subprocess.Popen[bytes]]:
        """Start several clocks at once and wait until all of them go."""
        going = self.logs().count(GOES) + len(names)
        clocks = [self._begin(name) for name in names]
        wait_until(lambda: self.logs().count(GOES) == going or any_ended(clocks), 40)
        assert not any_ended(clocks), self.logs()
        return clocks

    def _begin(self, name: str) -> subprocess.Popen[bytes]:
        log = (self.folder / f"{name}-{len(self.running)}.log").open("wb")
        with log:
            clock = subprocess.Popen(
                [sys.executable, "-m", "clock"],
                cwd=self.folder,
                env=self.environ | {"HEARD_CLOCK_NAME": name},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self.running.append(clock)
        return clock

    def logs(self) -> str:
        """Everything that every clock has said."""
        return "".join(file.read_text("utf-8") for file in sorted(self.folder.glob("*.log")))

    def alert(self) -> None:
        """Queue one alert for Slack and mail, in a transaction, and wake nobody."""
        with self.house.store.transaction() as books:
            raise_alert(self.house, books, None, Voice.YOUNG_PERSON, Worry.URGENT, asked=False)

    def unsent(self) -> int:
        """How many notices still wait."""
        return health.look(self.house).waiting_notices


def any_ended(clocks: list[subprocess.Popen[bytes]]) -> bool:
    """Whether one of them is no longer there."""
    return any(clock.poll() is not None for clock in clocks)


def wait_until(done: Callable[[], bool], seconds: float) -> None:
    """Until it is so; fails the test if it is not in time."""
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end, f"not within {seconds} s"
        time.sleep(0.02)


@pytest.fixture
def clock_url(engine_name, request, tmp_path):
    """A blank place for the clock's own tables, on the same engine as the books."""
    if engine_name == "sqlite":
        yield f"sqlite:///{tmp_path}/clock.db"
        return
    server = request.getfixturevalue("postgres_server")
    name = f"clock_{uuid4().hex}"
    with psycopg.connect(server.url(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    yield server.url(name)
    with psycopg.connect(server.url(), autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@pytest.fixture
def tower(tmp_path, store_urls, clock_url, house, secrets):
    """Two servers that take notices, a house in real time, and no clock yet."""
    (tmp_path / "council.toml").write_text(COUNCIL, "utf-8")
    channels = {SAFEGUARDING: ("safeguarding/slack", "safeguarding/mail")}
    live = replace(house, now=utc_now, channels=channels)
    with ExitStack() as stack:
        slack, post = stack.enter_context(SlackApi()), stack.enter_context(MailServer())
        environ = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": os.fspath(ROOT),
            "HEARD_DATABASE_URL": store_urls[0],
            "HEARD_KEYS_URL": store_urls[1],
            "HEARD_CLOCK_URL": clock_url,
            "HEARD_SLACK_MODE": "http",
            "HEARD_SLACK_BOT_TOKEN": "xoxb-test",
            "HEARD_SLACK_SIGNING_SECRET": "signing",
            "HEARD_SLACK_TEAM": "T0HEARD",
            "HEARD_SLACK_SAFEGUARDING_CHANNEL": "C0SAFE",
            "HEARD_SLACK_API_URL": slack.url,
            "HEARD_SMTP_HOST": "127.0.0.1",
            "HEARD_SMTP_PORT": str(post.port),
            "HEARD_SMTP_STARTTLS": "0",
            "HEARD_MAIL_FROM": "heard@example.org",
            "HEARD_SAFEGUARDING_MAIL": "duty@example.org",
        }
        for key, name in KEYS.items():
            environ[name] = base64.b64encode(getattr(secrets, key)).decode()
        made = Tower(tmp_path, environ, live, slack, post, clock_url)
        yield made
        for clock in made.running:
            if clock.poll() is None:
                clock.send_signal(signal.SIGKILL)
            clock.wait(10)
