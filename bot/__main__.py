"""Starts the Slack door. A main: it reads the settings and wires the rooms.

python -m bot                         listen to Slack
python -m bot manifest http|socket    print Slack's description of this app

One switch, HEARD_SLACK_MODE: `http` listens for signed requests, `socket` opens a line to Slack
and needs no public address, `off` leaves Slack out.
"""

import json
import logging
import os
import signal
import sys

from slack_bolt import App
from slack_sdk.errors import SlackApiError, SlackClientError

import settings
import wiring
from bot.app import build_app
from bot.http import PATH, HttpDoor
from bot.manifest import manifest
from bot.serving import Server
from bot.socket import SocketDoor
from bot.workspace import SlackSettings
from core.stopping import Stop
from storage import migrations

PATIENCE_S = 2.0
OFF = "Slack is off (HEARD_SLACK_MODE). Heard runs fully without it."
NOT_KNOWN = "Slack does not know this token: check HEARD_SLACK_BOT_TOKEN."
WRONG_TEAM = "The token is for another workspace than HEARD_SLACK_TEAM."


def main(arguments: list[str]) -> int:
    """Run the door, print the manifest, or say that Slack is off."""
    logging.basicConfig(level=logging.INFO)
    try:
        held = settings.load(os.environ)
    except settings.SettingsError as error:
        print(error, file=sys.stderr)
        return 2
    if arguments in (["manifest", "http"], ["manifest", "socket"]):
        told = manifest(address=held.public_url, socket_mode=arguments[1] == "socket")
        print(json.dumps(told, indent=2))
        return 0
    if arguments:
        print(__doc__, file=sys.stderr)
        return 2
    if held.slack.mode == "off":
        print(OFF)
        return 0
    return _run(held)


def _run(held: settings.Settings) -> int:
    slack = _slack(held)
    migrations.upgrade(held.database_url, held.keys_url)
    house = wiring.build_house(held, patience_s=PATIENCE_S)
    app = build_app(house, slack)
    trouble = _trouble(app, slack)
    if trouble:
        print(trouble, file=sys.stderr)
        return 2
    told = Stop()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, told.set)
    if held.slack.mode == "socket":
        _listen_by_socket(app, slack, told)
    else:
        _listen_by_http(app, slack, held, told)
    house.store.close()
    return 0


def _listen_by_socket(app: App, slack: SlackSettings, told: Stop) -> None:
    door = SocketDoor(app, slack)
    door.client.connect()
    print("Listening to Slack in Socket Mode.", flush=True)
    told.wait()
    door.client.close()


def _listen_by_http(app: App, slack: SlackSettings, held: settings.Settings, told: Stop) -> None:
    server = Server(HttpDoor(app, slack), held.bind, held.slack.port)
    print(f"Listening to Slack on http://{held.bind}:{held.slack.port}{PATH}", flush=True)
    server.answer_until(told.is_set)


def _slack(held: settings.Settings) -> SlackSettings:
    return SlackSettings(
        team_id=held.slack.team,
        enterprise_id=held.slack.enterprise,
        bot_token=held.slack.bot_token,
        signing_secret=held.slack.signing_secret,
        app_token=held.slack.app_token,
        api_url=held.slack.api_url,
        web_form=f"{held.public_url}/work",
        site=f"{held.public_url}/look-back",
    )


def _trouble(app: App, slack: SlackSettings) -> str | None:
    """Why this token will not do; a Slack that cannot be reached now may be reached later."""
    try:
        answer = app.client.auth_test(token=slack.bot_token)
    except SlackApiError as error:
        known = error.response.status_code == 200
        return NOT_KNOWN if known else None
    except (SlackClientError, OSError):
        return None
    return None if answer["team_id"] == slack.team_id else WRONG_TEAM


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
