"""A4: what stands outside fails: tagger, Slack, mail server. The alert goes out afterwards."""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import sqlalchemy as sa

import settings
from bench.channels import told_through
from bench.figures import Proof
from bench.servers import Server, environment, free_port, gunicorn, running
from bench.visitor import Visitor
from core.facts import Worry
from storage import checkup, tables
from storage.store import Store, open_store
from tests.servers.slack_api import SlackApi
from tests.servers.smtp import MailServer

WORRYING = "He hurt me last night. I am scared."
CALM = "I like my school."
AT_ONCE_S, DOWN_S, BACK_S, RETRY_AFTER_S = 5.0, 8.0, 60.0, 12
GOES = "The clock goes."


@dataclass(frozen=True, slots=True)
class Street:
    """A web door, a clock, and the two places that alerts go to."""

    web: Server
    slack: SlackApi
    post: MailServer

    def send(self, words: str) -> int:
        """Send words through the form; the status of the answer."""
        visitor = Visitor(self.web.port)
        return visitor.send(visitor.open_form(), words)

    def books(self) -> Store:
        """The same books, opened beside the processes."""
        held = settings.load(self.web.env)
        return open_store(held.database_url, held.keys_url, held.secrets, patience_s=10)

    def unsent(self) -> list[str]:
        """The channel of every notice that has not gone out."""
        store, outbox = self.books(), tables.outbox
        with store.engine.connect().execution_options(heard_reading=True) as connection:
            waiting = sa.select(outbox.c.channel).where(outbox.c.sent_at.is_(None))
            found = sorted(connection.execute(waiting).scalars())
        store.close()
        return found

    def told(self) -> tuple[int, int]:
        """How many messages Slack and the mail server took."""
        return len(self.slack.sent("chat.postMessage")), len(self.post.letters)


@contextmanager
def _street(slack: SlackApi, post: MailServer, **more: str) -> Iterator[Street]:
    with tempfile.TemporaryDirectory() as name:
        env = environment(Path(name), "sqlite", None) | more | told_through(slack, post)
        web = gunicorn("bench.wsgi:app", env, workers=1, threads=8, ready_at="/healthz")
        clock = Server([sys.executable, "-m", "clock"], env, free_port(), says=GOES)
        with running(web), running(clock):
            yield Street(web, slack, post)


def tagger_raises() -> Proof:
    """Words that the machine could not read are kept, and somebody is told to read them."""
    with (
        SlackApi() as slack,
        MailServer() as post,
        _street(slack, post, BENCH_TAGGER="raises") as at,
    ):
        status = at.send(CALM)
        wrong = [] if status == 303 else [f"status {status}"]
        wrong += [] if _until(lambda: at.told() == (1, 1)) else [f"told {at.told()}"]
        store = at.books()
        wrong += list(checkup.check(store).troubles)
        with store.reading() as books:
            kept = [(view.worry, books.views.words(view)[0]) for view in books.views.waiting()]
        store.close()
    wrong += [] if kept == [(Worry.UNREAD, CALM)] else [f"kept {len(kept)}, or not as unread"]
    told = ", ".join(wrong) or "303, kept untagged as nobody's yet, Slack and mail told once each"
    return Proof("A4", "tagger raises, sqlite", told, "nothing wrong", not wrong)


def _down(name: str, channel: str) -> Proof:
    """Nobody listens where this channel's server was."""
    slack, post = SlackApi(), MailServer()
    server = slack if channel.endswith("/slack") else post

    def back() -> None:
        server.__enter__()

    with slack, post, _street(slack, post) as street:
        server.__exit__(None, None, None)
        return _prove(name, street, channel, back)


def slack_asks_to_wait() -> Proof:
    """Slack answers 429 with a wait of its own; it is not asked again before that is over."""
    with SlackApi() as slack, MailServer() as post, _street(slack, post) as street:
        slack.fail_always(status=429, retry_after=RETRY_AFTER_S)
        found = _prove("Slack API 429", street, "safeguarding/slack", slack.recover)
        asked = slack.asked
    figure = f"{found.figure}; asked {asked} times in all"
    return Proof(found.id, found.name, figure, found.mark, found.ok and asked == 2)


def _prove(name: str, street: Street, channel: str, back: Callable[[], None]) -> Proof:
    """Send something that alerts while one channel is down; then it comes back."""
    status = street.send(WORRYING)
    wrong = [] if status == 303 else [f"status {status}"]
    begun = time.monotonic()
    _until(lambda: sum(street.told()) == 1)
    other = time.monotonic() - begun
    wrong += [] if other < AT_ONCE_S else [f"the other channel told after {other:.1f} s"]
    time.sleep(DOWN_S)
    held = street.unsent()
    wrong += [] if held == [channel] else [f"in the outbox: {held}"]
    begun = time.monotonic()
    back()
    wrong += [] if _until(lambda: not street.unsent()) else ["still in the outbox"]
    took = time.monotonic() - begun
    wrong += [] if street.told() == (1, 1) else [f"told {street.told()}"]
    fine = (
        f"303, the other channel told in {other:.1f} s, this {took:.1f} s after it was back, once"
    )
    told = ", ".join(wrong) or fine
    return Proof("A4", f"{name} at delivery, sqlite", told, "nothing wrong", not wrong)


def _until(so: Callable[[], bool]) -> bool:
    """Whether it came to be so in a minute."""
    until = time.monotonic() + BACK_S
    while not so():
        if time.monotonic() > until:
            return False
        time.sleep(0.2)
    return True


OUTWARD = (
    tagger_raises,
    partial(_down, "Slack API down", "safeguarding/slack"),
    slack_asks_to_wait,
    partial(_down, "SMTP down", "safeguarding/mail"),
)
