"""A real `python -m bot` in HTTP mode, with a local Slack behind it and its own books beside it."""

import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

import settings
from bench.servers import Server, environment, free_port, postgres_for
from core.council import Council
from notices.slack import SlackSender
from storage.store import Store, open_store
from tests.bot.slack_side import SECRET, TEAM, Reply, Slack
from tests.servers.slack_api import SlackApi

AT = "/slack/events"
TOKEN = "xoxb-bench-token"
DOOR = ["-m", "bot"]
# The same command, but every library says all that it can say.
AT_DEBUG = """
import logging, runpy, sys
logging.basicConfig(level=logging.DEBUG)
for name in ("sqlalchemy", "waitress", "dbos", "alembic", "slack_bolt", "slack_sdk", "urllib3"):
    logging.getLogger(name).setLevel(logging.DEBUG)
sys.argv = ["bot"]
runpy.run_module("bot", run_name="__main__", alter_sys=True)
"""
TALKATIVE = ["-c", AT_DEBUG]


@dataclass(frozen=True, slots=True)
class SlackDoor:
    """The process, the local Slack that it asks, and every folder that it could write to."""

    server: Server
    api: SlackApi
    folders: tuple[Path, ...]

    @property
    def slack(self) -> Slack:
        """Slack's side of the door."""
        return Slack(self.server.port)

    @property
    def urls(self) -> dict[str, str]:
        """Where the books and the keys are."""
        held = settings.load(self.server.env)
        return {"books": held.database_url, "keys": held.keys_url}

    def files(self) -> list[Path]:
        """Every file that the process or its database may have written, the log too."""
        found = (place for folder in self.folders for place in folder.rglob("*"))
        return [place for place in found if place.is_file() and "wheel" not in place.parts]

    def books(self) -> Store:
        """The same books, opened beside the process."""
        held = settings.load(self.server.env)
        return open_store(held.database_url, held.keys_url, held.secrets, patience_s=10)

    def sender(self) -> SlackSender:
        """What the clock would send private messages by."""
        return SlackSender(TOKEN, "", self.api.url)

    def council(self) -> Council:
        """The council that the door serves."""
        return settings.load(self.server.env).council

    def views(self) -> int:
        """How many views are kept."""
        store = self.books()
        with store.reading() as books:
            kept = len(books.views.waiting())
        store.close()
        return kept

    def rows(self) -> dict[str, int]:
        """Each table of both stores and how many rows it has."""
        found: dict[str, int] = {}
        for url in self.urls.values():
            engine, tables = sa.create_engine(url), sa.MetaData()
            tables.reflect(engine)
            with engine.connect() as connection:
                for table in tables.sorted_tables:
                    many = sa.select(sa.func.count()).select_from(table)
                    found[table.name] = int(connection.execute(many).scalar_one())
            engine.dispose()
        return found


@contextmanager
def slack_door(engine: str, *, talkative: bool = False) -> Iterator[SlackDoor]:
    """The door, listening on a port of its own, and gone afterwards."""
    with postgres_for(engine) as postgres, tempfile.TemporaryDirectory() as name, SlackApi() as api:
        folder, port = Path(name), free_port()
        passing = folder / "passing"
        passing.mkdir()
        env = environment(folder, engine, postgres) | {
            "HEARD_SLACK_MODE": "http",
            "HEARD_SLACK_BOT_TOKEN": TOKEN,
            "HEARD_SLACK_SIGNING_SECRET": SECRET,
            "HEARD_SLACK_TEAM": TEAM,
            "HEARD_SLACK_API_URL": api.url,
            "HEARD_SLACK_PORT": str(port),
            "HEARD_SLACK_SAFEGUARDING_CHANNEL": "C0SAFE",
            "TMPDIR": str(passing),
        }
        command = [sys.executable, *(TALKATIVE if talkative else DOOR)]
        server = Server(command, env, port, AT)
        server.start()
        try:
            yield SlackDoor(server, api, (folder, *([postgres.base] if postgres else [])))
        finally:
            server.kill()


def receipt_in(reply: Reply) -> str | None:
    """The word code that the person is shown; None where nothing was stored."""
    view = reply.body.get("view") or {}
    if view.get("callback_id") != "receipt":
        return None
    headings = [b["text"]["text"] for b in reply.body["view"]["blocks"] if b["type"] == "header"]
    return str(headings[-1])


@contextmanager
def locked(url: str, seconds: float) -> Iterator[None]:
    """Another process's write lock on a whole store, let go after that time, come what may."""
    ready = threading.Event()
    holder = threading.Thread(target=_hold, args=(url, seconds, ready))
    holder.start()
    try:
        if not ready.wait(10):
            raise RuntimeError("the lock was not given")
        yield
    finally:
        holder.join()


def _hold(url: str, seconds: float, ready: threading.Event) -> None:
    engine = sa.create_engine(url)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            names = ", ".join(f'"{name}"' for name in sa.inspect(connection).get_table_names())
            connection.exec_driver_sql("BEGIN")
            connection.exec_driver_sql(f"LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE")
        ready.set()
        time.sleep(seconds)
        connection.exec_driver_sql("ROLLBACK")
    engine.dispose()
