"""What HEARD_PRODUCTION=1 refuses: all that is fine on one's own machine and nowhere else."""

import os
import re
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from core.council import Council
from settings.environment import YES
from settings.outward import NOTIFY, SLACK_API, MailSettings, SlackSettings

DEBUGGING = ("HEARD_DEBUG", "FLASK_DEBUG", "PYTHONASYNCIODEBUG")
STILL_TO_CHANGE = re.compile(r"#\s*CHANGE\b")
EXAMPLE = re.compile(r"\.example\b", re.IGNORECASE)
HERE = ("localhost", "127.0.0.1", "::1")
STORES = {
    "HEARD_DATABASE_URL": "database_url",
    "HEARD_KEYS_URL": "keys_url",
    "HEARD_CLOCK_URL": "clock_url",
}


def production_problems(
    environ: Mapping[str, str],
    plain: Mapping[str, Any],
    council: Council | None,
    slack: SlackSettings,
    mail: MailSettings,
) -> list[str]:
    """Every reason why this may not run where real people write."""
    found = [
        f"{name} is on: turn it off, it shows the inside to strangers."
        for name in DEBUGGING
        if environ.get(name, "").strip().lower() in YES
    ]
    if not plain["public_url"].startswith("https://"):
        found.append("HEARD_PUBLIC_URL must begin with https://, or cookies travel in the open.")
    if council is not None and council.is_sample:
        found.append("HEARD_COUNCIL names the sample council: real people need their own.")
    found += _open_files(plain)
    return found + _outward_problems(slack, mail)


def unfinished(place: Path) -> list[str]:
    """Lines of the council's file that nobody has made the council's own yet."""
    try:
        lines = place.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []  # read_council has said so
    set_here = [(n, line) for n, line in enumerate(lines, 1) if not line.lstrip().startswith("#")]
    marked = [
        f"{place}, line {number}: still marked CHANGE. Set it, then take the mark away."
        for number, line in set_here
        if STILL_TO_CHANGE.search(line)
    ]
    made_up = [
        f"{place}, line {number}: an address that ends in .example reaches nobody."
        for number, line in set_here
        if EXAMPLE.search(line.partition("#")[0])
    ]
    return marked + made_up


def _open_files(plain: Mapping[str, Any]) -> list[str]:
    """SQLite files that other users of this machine can read."""
    if os.name != "posix":
        return []
    places = {name: Path(plain[key].removeprefix("sqlite:///")) for name, key in STORES.items()}
    return [
        f"{name}: {place} can be read by others: chmod 600 {place}"
        for name, place in places.items()
        if place.is_file() and place.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    ]


def _outward_problems(slack: SlackSettings, mail: MailSettings) -> list[str]:
    found = []
    by_slack = slack.mode != "off" and slack.safeguarding_channel
    if not by_slack and not mail.safeguarding:
        found.append(
            "HEARD_SAFEGUARDING_MAIL (with HEARD_SMTP_HOST) or HEARD_SLACK_SAFEGUARDING_CHANNEL "
            "is missing: nobody would be told when a child is at risk."
        )
    if mail.host and mail.host not in HERE and not mail.starttls:
        found.append("HEARD_SMTP_STARTTLS must be 1 for a mail server on another machine.")
    if mail.notify_url != NOTIFY and mail.notify_key:
        found.append("HEARD_NOTIFY_URL is for tests: leave it out.")
    if slack.api_url != SLACK_API and urlsplit(slack.api_url).scheme != "https":
        found.append("HEARD_SLACK_API_URL is for tests: leave it out.")
    return found
