"""Starting Heard in an empty folder: the variables, the council's file, the keys."""

import base64
import os
from pathlib import Path

import pytest

import settings
from settings import Settings, SettingsError

COUNCIL = """
name = "Anyborough Council"
plain_name = "the council"
young_council = "Our Voice"
committee = "Overview and Scrutiny Committee"
report_of = "Executive Director Children's Services"
readers = "Two people in the participation team"
contact_post = "Participation Manager"
contact_email = "voice@example.org"
opens = 09:00:00
closes = "17:00"

[rules]
threshold = 6

[headings]
purpose = "Purpose of Report"

[routes]
front_door = "Integrated Front Door"

[[help_lines]]
key = "childline"
name = "Childline"
number = "0800 1111"
when = "Any time"
for_whom = "young_people"
checked_on = {checked_on}
note = ""
"""
VARIABLES = (
    "HEARD_MASTER_KEY",
    "HEARD_RECEIPT_KEY",
    "HEARD_ONCE_KEY",
    "HEARD_SESSION_KEY",
    "HEARD_AUDIT_KEY",
)


def write_council(checked_on: str = "2026-11-02", *, extra: str = "", without: str = "") -> None:
    text = extra + COUNCIL.replace("{checked_on}", checked_on)
    kept = [line for line in text.splitlines() if not (without and line.startswith(without))]
    Path("council.toml").write_text("\n".join(kept), "utf-8")


def load(**environ: str) -> Settings:
    return settings.load(environ)


def problems(**environ: str) -> str:
    with pytest.raises(SettingsError) as caught:
        settings.load(environ)
    return str(caught.value)


def keys() -> dict[str, str]:
    return {name: base64.b64encode(os.urandom(32)).decode() for name in VARIABLES}
