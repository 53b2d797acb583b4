"""Socket Mode: the same door without a public address, over a line that we open to Slack."""

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.adapter.socket_mode.internals import send_response
from slack_sdk.socket_mode.builtin import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from bot.door import Door
from bot.silence import quiet_logger
from bot.workspace import SlackSettings


class SocketDoor(SocketModeHandler):
    """Takes each envelope through the same door as HTTP and answers it with its envelope id."""

    def __init__(self, app: App, slack: SlackSettings, hands: int = 32) -> None:
        super().__init__(app, slack.app_token, logger=quiet_logger(), concurrency=hands)
        self._door = Door(app, slack)

    def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override] # the one client that it is given
        """Answer one envelope; another workspace's stays unanswered."""
        send_response(client, req, self._door.take(req.payload), 0.0)
