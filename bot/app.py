"""Puts the Slack door together: which of Slack's calls goes to which verb."""

from slack_bolt import App
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient

from bot.alerts import Alerts
from bot.blocks import WEB_FORM
from bot.concern import Concerns
from bot.fields import ALERT, CODE, CONCERN, FIRST, LINK, SAY, STORY, YOUNG
from bot.haste import Hands
from bot.home import LOG_VIEW, LOOK_BACK, OPEN_FORM, home_tab
from bot.looking_back import LookingBack
from bot.memory import Memory
from bot.modal import alert_modal, first_modal, say_modal
from bot.officers import Officers
from bot.pulse import BUTTONS, Pulse
from bot.silence import quiet_logger
from bot.story import TAKE_BACK
from bot.surprises import explain_surprise, follow_link
from bot.workspace import SlackSettings
from bot.young import young_modal
from core.presses import OPEN_MINE, TAKE_UP
from services.house import House

COMMAND = "/heard"
SHORTCUT = "raise_concern"
FROM_MESSAGE = "raise_from_message"
SLACK_TIMEOUT_S = 2


def build_app(house: House, slack: SlackSettings) -> App:
    """The Bolt app, with every listener and no network call; fails where a set text is too long."""
    _try_out(house, slack)
    app = _empty_app(slack)
    hands = Hands()
    concerns = Concerns(house, slack, hands)
    _raise_concerns(app, concerns)
    _serve_officers(app, Officers(house, hands, concerns.open_form))
    _look_back(app, LookingBack(house, slack, hands))
    app.action(BUTTONS)(Pulse(house, hands).answer)
    app.action(WEB_FORM)(follow_link)
    app.action(TAKE_UP)(Alerts(house, hands).take_up)
    app.error(explain_surprise)
    return app


def _try_out(house: House, slack: SlackSettings) -> None:
    """Build each form that holds the council's own texts once: better now than before a person."""
    first_modal(house.council, slack, typed_in_command=True)
    say_modal(house.council, Memory(), {})
    alert_modal(house.council, Memory(), {})
    young_modal(house.council)
    home_tab(house.council, slack)


def _raise_concerns(app: App, concerns: Concerns) -> None:
    app.shortcut(SHORTCUT)(concerns.open_form)
    app.action(OPEN_FORM)(concerns.open_form)
    app.shortcut(FROM_MESSAGE)(concerns.open_from_message)
    app.shortcut(LOG_VIEW)(concerns.open_young)
    app.action(LOG_VIEW)(concerns.open_young)
    app.view(YOUNG)(concerns.take_young)
    app.view(FIRST)(concerns.go_on)
    app.view(SAY)(concerns.look_over)
    app.view(CONCERN)(concerns.take_concern)
    app.view(ALERT)(concerns.take_alert)


def _serve_officers(app: App, officers: Officers) -> None:
    app.command(COMMAND)(officers.after_command)
    app.view(LINK)(officers.link)


def _look_back(app: App, looking: LookingBack) -> None:
    app.event("app_home_opened")(looking.show_home)
    app.action(LOOK_BACK)(looking.ask_code)
    app.view(CODE)(looking.open_with_code)
    app.action(OPEN_MINE)(looking.open_own)
    app.view(STORY)(looking.say_more)
    app.action(TAKE_BACK)(looking.take_back)


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
