"""Where notices go: Slack and mail. Heard runs fully with neither."""

import re
from dataclasses import dataclass, field

from settings.environment import Environment

SLACK_API = "https://slack.com/api/"
NOTIFY = "https://api.notifications.service.gov.uk"
NOTIFY_KEY = re.compile(r".+-[0-9a-f-]{36}-[0-9a-f-]{36}")


@dataclass(frozen=True, slots=True)
class SlackSettings:
    """How Slack reaches Heard (`mode`: off, http or socket) and Heard reaches Slack.

    Args:
        team: the only workspace that is listened to.
        enterprise: its organisation where the workspace is part of an Enterprise Grid.
        port: where `python -m bot` listens in HTTP mode.
        safeguarding_channel: where alerts are posted; empty where they go by mail alone.
        participation_channel: where the team is told once a day that something waits.
        api_url: Slack's Web API; another one only in tests.
    """

    mode: str = "off"
    bot_token: str = field(default="", repr=False)
    signing_secret: str = field(default="", repr=False)
    app_token: str = field(default="", repr=False)
    team: str = ""
    enterprise: str = ""
    port: int = 3000
    safeguarding_channel: str = ""
    participation_channel: str = ""
    api_url: str = SLACK_API


@dataclass(frozen=True, slots=True)
class MailSettings:
    """How letters go: GOV.UK Notify where it has a key, else the mail server; neither is no mail.

    Args:
        notify_key: of GOV.UK Notify.
        notify_template: its template, which holds ((subject)) and ((body)).
        notify_url: Notify; another one only in tests.
        sender: the From address.
        safeguarding: who gets alerts.
        participation: who is told once a day that something waits.
    """

    host: str = ""
    port: int = 587
    user: str = ""
    password: str = field(default="", repr=False)
    starttls: bool = True
    sender: str = ""
    safeguarding: tuple[str, ...] = ()
    participation: tuple[str, ...] = ()
    notify_key: str = field(default="", repr=False)
    notify_template: str = ""
    notify_url: str = NOTIFY

    @property
    def works(self) -> bool:
        """Whether letters can go out at all."""
        return bool(self.host or self.notify_key)


def read_slack(env: Environment) -> SlackSettings:
    """What the environment says of Slack; with the mode off nothing else is needed."""
    mode = env.choice("HEARD_SLACK_MODE", ("off", "http", "socket"), "off")
    if mode != "off":
        env.needed("HEARD_SLACK_BOT_TOKEN", "Slack gives it under OAuth and permissions")
        env.needed("HEARD_SLACK_TEAM", "the id of your workspace, so that no other is heard")
    if mode == "http":
        env.needed("HEARD_SLACK_SIGNING_SECRET", "without it anybody could pretend to be Slack")
    if mode == "socket":
        env.needed("HEARD_SLACK_APP_TOKEN", "Socket Mode opens its connection with it")
    return SlackSettings(
        mode=mode,
        bot_token=env.text("HEARD_SLACK_BOT_TOKEN"),
        signing_secret=env.text("HEARD_SLACK_SIGNING_SECRET"),
        app_token=env.text("HEARD_SLACK_APP_TOKEN"),
        team=env.text("HEARD_SLACK_TEAM"),
        enterprise=env.text("HEARD_SLACK_ENTERPRISE"),
        port=env.number("HEARD_SLACK_PORT", 3000, least=1, most=65535),
        safeguarding_channel=env.text("HEARD_SLACK_SAFEGUARDING_CHANNEL"),
        participation_channel=env.text("HEARD_SLACK_PARTICIPATION_CHANNEL"),
        api_url=env.address_of_site("HEARD_SLACK_API_URL", SLACK_API) + "/",
    )


def read_mail(env: Environment) -> MailSettings:
    """What the environment says of mail; without a host nothing else is needed."""
    mail = MailSettings(
        host=env.text("HEARD_SMTP_HOST"),
        port=env.number("HEARD_SMTP_PORT", 587, least=1, most=65535),
        user=env.text("HEARD_SMTP_USER"),
        password=env.text("HEARD_SMTP_PASSWORD"),
        starttls=env.flag("HEARD_SMTP_STARTTLS", default=True),
        sender=(*env.addresses("HEARD_MAIL_FROM"), "")[0],
        safeguarding=env.addresses("HEARD_SAFEGUARDING_MAIL"),
        participation=env.addresses("HEARD_PARTICIPATION_MAIL"),
        notify_key=env.text("HEARD_NOTIFY_KEY"),
        notify_template=env.text("HEARD_NOTIFY_TEMPLATE"),
        notify_url=env.address_of_site("HEARD_NOTIFY_URL", NOTIFY),
    )
    if mail.notify_key:
        env.needed("HEARD_NOTIFY_TEMPLATE", "Notify writes letters by a template")
        if not NOTIFY_KEY.fullmatch(mail.notify_key):
            env.problems.append("HEARD_NOTIFY_KEY must be a whole key, as GOV.UK Notify shows it.")
    if mail.host:
        env.needed("HEARD_MAIL_FROM", "letters need a sender")
    elif not mail.notify_key and (mail.safeguarding or mail.participation):
        env.needed("HEARD_SMTP_HOST", "there are addresses to write to")
    if bool(mail.user) != bool(mail.password):
        env.problems.append("HEARD_SMTP_USER and HEARD_SMTP_PASSWORD go together: set both.")
    return mail
