"""The two places that an alert goes to, as settings of the servers that a proof starts."""

from tests.servers.slack_api import SlackApi
from tests.servers.smtp import MailServer


def told_through(slack: SlackApi, post: MailServer) -> dict[str, str]:
    """Settings, by name: every alert goes to this Slack and to this mail server."""
    return {
        "HEARD_SLACK_MODE": "http",
        "HEARD_SLACK_BOT_TOKEN": "xoxb-bench-token",
        "HEARD_SLACK_SIGNING_SECRET": "bench-signing-secret",
        "HEARD_SLACK_TEAM": "T0HEARD",
        "HEARD_SLACK_API_URL": slack.url,
        "HEARD_SLACK_SAFEGUARDING_CHANNEL": "C0SAFE",
        "HEARD_SMTP_HOST": "127.0.0.1",
        "HEARD_SMTP_PORT": str(post.port),
        "HEARD_SMTP_STARTTLS": "0",
        "HEARD_MAIL_FROM": "heard@council.example",
        "HEARD_SAFEGUARDING_MAIL": "safeguarding@council.example",
    }
