"""The door on a real port, with a local Slack behind it."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from bot.app import build_app
from bot.http import HttpDoor
from bot.serving import Server
from bot.workspace import SlackSettings
from core.council import Council, HelpLine
from core.ports import Sender
from notices.slack import SlackSender
from services.house import House
from tests.bot.slack_side import SECRET, TEAM, Slack
from tests.servers.slack_api import SlackApi


@pytest.fixture(scope="session")
def council(council: Council) -> Council:
    """The sample council, with a front door for practitioners and the proper routes."""
    front_door = HelpLine(
        key="front_door",
        name="Front door",
        number="01632 960001",
        when="Any time",
        for_whom="practitioners",
        checked_on=date(2027, 1, 4),
    )
    routes = (("Supervision", "Raise it with your supervisor."), ("Ofsted", "0300 123 1231"))
    return replace(council, help_lines=(*council.help_lines, front_door), routes=routes)


@pytest.fixture
def slack_api() -> Iterator[SlackApi]:
    """Slack's Web API on loopback."""
    with SlackApi() as server:
        yield server


@pytest.fixture
def slack_settings(slack_api: SlackApi) -> SlackSettings:
    """One workspace, with the local Slack."""
    return SlackSettings(
        team_id=TEAM,
        bot_token="xoxb-test",
        signing_secret=SECRET,
        app_token="xapp-test",
        api_url=slack_api.url,
        web_form="https://heard.example.org/work",
        site="https://heard.example.org/look-back",
    )


@pytest.fixture
def senders(slack_api: SlackApi) -> dict[str, Sender]:
    """What the clock sends by: private messages."""
    return {"writer/slack": SlackSender("xoxb-test", "", slack_api.url)}


@pytest.fixture
def slack(house: House, slack_settings: SlackSettings) -> Iterator[Slack]:
    """Slack's side of the door, which is served as `python -m bot` serves it."""
    server = Server(HttpDoor(build_app(house, slack_settings), slack_settings), "127.0.0.1", 0)
    told = threading.Event()
    thread = threading.Thread(target=server.answer_until, args=(told.is_set,))
    thread.start()
    yield Slack(server.port)
    told.set()
    thread.join()
