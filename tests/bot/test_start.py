"""`python -m bot` on real parts: one switch, a plain sentence for each thing that is wrong."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.serving import Server
from tests.bot import slack_side
from tests.bot.slack_side import SECRET, Slack

ROOT = Path(__file__).parents[2]
COUNCIL = """
name = "Anyborough Council"
plain_name = "the council"
young_council = "Our Voice"
committee = "Overview and Scrutiny Committee"
report_of = "Executive Director"
readers = "two people in the participation team"
contact_post = "Participation Manager"
contact_email = "voice@example.org"
opens = 09:00:00
closes = 17:00:00

[routes]
front_door = "Phone the Front Door"

[[help_lines]]
key = "front_door"
name = "Front Door"
number = "01632 960001"
when = "Any time"
for_whom = "practitioners"
checked_on = 2026-11-02
"""


@pytest.fixture
def environment(tmp_path, slack_api):
    """What an operator would set, in a folder of its own."""
    (tmp_path / "council.toml").write_text(COUNCIL)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "HEARD_SLACK_MODE": "http",
        "HEARD_SLACK_BOT_TOKEN": "xoxb-test",
        "HEARD_SLACK_SIGNING_SECRET": SECRET,
        "HEARD_SLACK_APP_TOKEN": "xapp-test",
        "HEARD_SLACK_TEAM": slack_side.TEAM,
        "HEARD_SLACK_API_URL": slack_api.url,
        "HEARD_SLACK_PORT": str(port),
        "HEARD_PUBLIC_URL": "https://heard.example.org",
    }


def run(environment, place, *arguments):
    """Run it to its end; the status and what it said."""
    command = [sys.executable, "-m", "bot", *arguments]
    done = subprocess.run(
        command, cwd=place, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    return done.returncode, done.stdout, done.stderr


def test_with_slack_off_it_says_so_and_that_is_fine(environment, tmp_path):
    status, said, _ = run(environment | {"HEARD_SLACK_MODE": "off"}, tmp_path)
    assert status == 0
    assert "Slack is off" in said


@pytest.mark.parametrize(("mode", "socket_mode"), [("http", False), ("socket", True)])
def test_the_manifest_is_printed_before_slack_gave_any_token(
    environment, tmp_path, mode, socket_mode
):
    bare = {name: text for name, text in environment.items() if "SLACK" not in name}
    status, said, _ = run(bare, tmp_path, "manifest", mode)
    told = json.loads(said)
    assert status == 0
    assert told["settings"]["socket_mode_enabled"] is socket_mode
    assert ("https://heard.example.org/slack/events" in said) is not socket_mode


def test_a_command_that_is_not_known_is_explained(environment, tmp_path):
    status, _, said = run(environment, tmp_path, "manifest", "carrier-pigeon")
    assert status == 2
    assert "python -m bot manifest http|socket" in said


def test_a_token_for_another_workspace_stops_the_start(environment, tmp_path):
    status, _, said = run(environment | {"HEARD_SLACK_TEAM": "T0OTHER"}, tmp_path)
    assert status == 2
    assert "another workspace" in said


def test_a_token_that_slack_does_not_know_stops_the_start(environment, tmp_path, slack_api):
    slack_api.fail_always(status=200, error="invalid_auth")
    status, _, said = run(environment, tmp_path)
    assert status == 2
    assert "does not know this token" in said


def test_missing_settings_are_all_named(environment, tmp_path):
    names = ("HEARD_SLACK_BOT_TOKEN", "HEARD_SLACK_SIGNING_SECRET", "HEARD_SLACK_TEAM")
    status, _, said = run(environment | dict.fromkeys(names, ""), tmp_path)
    assert status == 2
    assert all(name in said for name in names)


@pytest.mark.slow
@pytest.mark.parametrize("slack_is_up", [True, False])
def test_it_takes_a_concern_after_a_start_from_nothing_and_stops_when_told(
    environment, tmp_path, slack_api, slack_is_up
):
    if not slack_is_up:
        slack_api.fail_always(status=503)
    with (tmp_path / "log.txt").open("w+") as log:
        door = subprocess.Popen(
            [sys.executable, "-m", "bot"], cwd=tmp_path, env=environment, stdout=log, stderr=log
        )
        try:
            reply = first_answer(Slack(int(environment["HEARD_SLACK_PORT"])), door)
        finally:
            door.send_signal(signal.SIGTERM)
            status = door.wait(30)
        log.seek(0)
        logged = log.read()
    assert reply.body["response_action"] == "update"
    assert status == 0
    assert slack_side.ANSWERS["words"] not in logged
    assert slack_side.USER["id"] not in logged


def first_answer(slack, door):
    """The answer to a concern, once the door listens."""
    until = time.monotonic() + 40
    while time.monotonic() < until and door.poll() is None:
        try:
            return slack.send(slack_side.view_submission())
        except ConnectionRefusedError:
            time.sleep(0.2)
    raise AssertionError("the door did not open")


def test_an_answer_that_was_begun_is_finished_before_the_door_closes():
    begun = threading.Event()

    def slowly(_environ, start_response):
        begun.set()
        time.sleep(0.5)
        start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "4")])
        return [b"done"]

    server, told = Server(slowly, "127.0.0.1", 0), threading.Event()
    serving = threading.Thread(target=server.answer_until, args=(told.is_set,))
    serving.start()
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(Slack(server.port).post, b"", {})
        assert begun.wait(5)
        told.set()
        assert asked.result(5).raw == "done"
    serving.join()
    with pytest.raises(ConnectionRefusedError):
        Slack(server.port).post(b"", {})
