"""D6 and E5: somebody is told, whatever is killed or down, and within two seconds."""

import signal
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path

import settings
from bench.channels import told_through
from bench.figures import Proof, Speed, percentile
from bench.servers import Server, environment, free_port, gunicorn, postgres_for
from bench.submissions import THREADS, WORDS
from bench.visitor import Visitor
from core.facts import Worry
from storage.store import open_store
from tagging import default_tagger, quick_tagger
from tagging.texts import read_texts
from tests.servers.slack_api import SlackApi
from tests.servers.smtp import MailServer

WORRYING = "He hurt me last night. I am scared."
GOES = "The clock goes."
SENDINGS, KILLS, KILL_AFTER_S, LOADED, ALERTS = 200, 3, 0.6, 15, 60
BACK_S = 120.0
JUDGES = sorted(Path(__file__).parent.glob("judging/judge-*.jsonl"))


@dataclass(frozen=True, slots=True)
class Watch:
    """A web door and a clock, with Slack and mail on loopback."""

    web: Server
    clock: Server
    slack: SlackApi
    post: MailServer

    def told(self) -> tuple[int, int]:
        """How many different alerts Slack and the mail server have taken."""
        pressed = {_alert_of(call.body) for call in self.slack.sent("chat.postMessage")}
        return len(pressed), len({one.message["Message-ID"] for one in self.post.letters})


def _alert_of(body: dict[str, object]) -> str:
    """The alert that the button under a message takes up."""
    blocks = body.get("blocks")
    assert isinstance(blocks, list)
    return str(blocks[-1]["elements"][0]["value"])


@contextmanager
def _watch(engine: str, workers: int) -> Iterator[Watch]:
    with ExitStack() as stack:
        postgres = stack.enter_context(postgres_for(engine))
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        slack, post = stack.enter_context(SlackApi()), stack.enter_context(MailServer())
        env = environment(folder, engine, postgres) | told_through(slack, post)
        web = gunicorn("bench.wsgi:app", env, workers=workers, threads=THREADS, ready_at="/healthz")
        clock = Server([sys.executable, "-m", "clock"], env, free_port(), says=GOES)
        for server in (web, clock):
            server.start()
            stack.callback(server.kill, signal.SIGTERM)
        yield Watch(web, clock, slack, post)


def _send(port: int, words: str) -> bool:
    """Send a form until it is acknowledged; the same form each time, so that it is kept once."""
    visitor, until, tokens = Visitor(port), time.monotonic() + 60, dict[str, str]()
    while time.monotonic() < until:
        try:
            tokens = tokens or visitor.open_form()
            if visitor.send(tokens, words) in (200, 303):
                return True
        except (OSError, HTTPException):
            time.sleep(0.2)
    return False


def d6_survives() -> Proof:
    """Web and clock are killed three times while Slack and mail are away; nothing is lost."""
    with _watch("sqlite", 2) as at, ThreadPoolExecutor(8) as pool:
        at.slack.__exit__(None, None, None)
        at.post.__exit__(None, None, None)
        words = [f"{WORRYING} {number}" for number in range(SENDINGS)]
        going = [pool.submit(_send, at.web.port, text) for text in words]
        for _ in range(KILLS):
            time.sleep(KILL_AFTER_S)
            for server in (at.web, at.clock):
                server.kill()
                server.start()
        kept = sum(one.result() for one in going)
        at.slack.__enter__()
        at.post.__enter__()
        began = time.monotonic()
        while min(at.told()) < kept and time.monotonic() - began < BACK_S:
            time.sleep(0.2)
        took, told = time.monotonic() - began, at.told()
        alerts = _alerts(at)
    ok = kept == SENDINGS == alerts and min(told) >= kept
    return Proof(
        "D6",
        f"kill -9 of web and clock {KILLS} times with Slack and mail away, sqlite",
        f"{kept} of {SENDINGS} acknowledged, {alerts} alerts kept, {told[0]} told in Slack and "
        f"{told[1]} by mail {took:.0f} s after both were back",
        f"{SENDINGS} of each, 0 lost",
        ok,
    )


def _alerts(at: Watch) -> int:
    held = settings.load(at.web.env)
    store = open_store(held.database_url, held.keys_url, held.secrets, patience_s=10)
    with store.reading() as books:
        found = len(books.alerts.waiting())
    store.close()
    return found


def d6_recall() -> Proof:
    """Urgent texts of the judging hands, who taught nothing, that the door or the clock raises."""
    urgent = [o.text for path in JUDGES for o in read_texts(path) if o.worry == "urgent"]
    taggers = quick_tagger(), default_tagger()
    raised = sum(
        any(one.suggest(text).worry is not Worry.NONE for one in taggers) for text in urgent
    )
    share = raised / len(urgent)
    return Proof(
        "D6",
        "urgent texts of the judging hands raised by door or clock",
        f"{raised} of {len(urgent)} = {share:.3f}",
        ">= 0.98",
        share >= 0.98,
    )


def e5(engine: str) -> list[Speed]:
    """Seconds from Send to Slack and to the mail server, one alert at a time, beside a crowd."""
    stop = threading.Event()
    with _watch(engine, 2) as at, ThreadPoolExecutor(LOADED) as pool:
        crowd = [pool.submit(_crowd, at.web.port, stop) for _ in range(LOADED)]
        waits = [_one(at, number) for number in range(1, ALERTS + 1)]
        stop.set()
        sent = sum(one.result() for one in crowd)
    p99 = percentile(waits, 0.99)
    name = f"from Send to Slack and mail, p99, beside {sent} other views, {engine}"
    return [Speed("E5", name, p99, "s", None, "<= 2", p99 <= 2.0, len(waits))]


def _crowd(port: int, stop: threading.Event) -> int:
    """Send calm words until told to stop; how many."""
    visitor, sent = Visitor(port), 0
    tokens = visitor.open_form()
    tokens.pop("key", None)
    while not stop.is_set():
        sent += visitor.send(tokens, f"{WORDS} {sent}") in (200, 303)
    visitor.hang_up()
    return sent


def _one(at: Watch, number: int) -> float:
    visitor = Visitor(at.web.port)
    tokens = visitor.open_form()
    began = time.time()
    visitor.send(tokens, f"{WORRYING} {number}")
    message = at.slack.wait_for("chat.postMessage", number, seconds=30)[number - 1]
    letter = at.post.wait_for(number, seconds=30)[number - 1]
    visitor.hang_up()
    return max(message.at, letter.at) - began
