"""Puts the Slack door together: which of Slack's calls goes to which verb."""

from slack_bolt import App
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient

from bot.blocks import WEB_FORM
from bot.concern import Listeners, explain_surprise, follow_link
from bot.home import OPEN_FORM, home_tab
from bot.modal import CONCERN, concern_modal
from bot.silence import quiet_logger
from bot.workspace import SlackSettings
from services.house import House

COMMAND = "/heard"
SHORTCUT = "raise_concern"
SLACK_TIMEOUT_S = 2


def build_app(house: House, slack: SlackSettings) -> App:
    """The Bolt app, with every listener and no network call; fails where a set text is too long."""
    concern_modal(house.council, slack, house.themes(), typed_in_command=True)
    home_tab(house.council, slack)
    listeners = Listeners(house, slack)
    app = _empty_app(slack)
    app.command(COMMAND)(listeners.open_form)
    app.shortcut(SHORTCUT)(listeners.open_form)
    app.action(OPEN_FORM)(listeners.open_form)
    app.action(WEB_FORM)(follow_link)
    app.view(CONCERN)(listeners.take_concern)
    app.event("app_home_opened")(listeners.show_home)
    app.error(explain_surprise)
    return app


def _empty_app(slack: SlackSettings) -> App:
    """Bolt, quiet, for one workspace.

    Rationale: `process_before_response` keeps each listener on the thread that answers, so that
    no sixth request waits behind Bolt's pool of five and the answer follows the storing.
    """
    logger = quiet_logger()
    client = WebClient(
        base_url=slack.api_url,
        timeout=SLACK_TIMEOUT_S,
        logger=logger,
        retry_handlers=[],
    )
    return App(
        name="heard",
        logger=logger,
        client=client,
        signing_secret=slack.signing_secret,
        authorize=lambda: AuthorizeResult(
            enterprise_id=slack.enterprise_id or None,
            team_id=slack.team_id,
            bot_token=slack.bot_token,
        ),
        process_before_response=True,
        ssl_check_enabled=False,
    )
