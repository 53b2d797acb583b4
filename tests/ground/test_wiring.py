"""Wiring: a sender for each channel that is set up, and a house that stands without a tagger."""

import logging
import sys
from dataclasses import replace

import pytest

import wiring
from clock.waking import Waker
from services import settling
from settings import Settings
from storage import migrations
from tests.ground.starts import load, write_council

pytestmark = pytest.mark.usefixtures("home")

SLACK = {
    "HEARD_SLACK_MODE": "socket",
    "HEARD_SLACK_BOT_TOKEN": "xoxb-test",
    "HEARD_SLACK_APP_TOKEN": "xapp-test",
    "HEARD_SLACK_TEAM": "T0HEARD",
    "HEARD_SLACK_SAFEGUARDING_CHANNEL": "C0SAFE",
}
MAIL = {
    "HEARD_SMTP_HOST": "mail.example.org",
    "HEARD_MAIL_FROM": "heard@example.org",
    "HEARD_SAFEGUARDING_MAIL": "duty@example.org",
    "HEARD_PARTICIPATION_MAIL": "voice@example.org",
}


def migrated(**environ: str) -> Settings:
    held = load(**environ)
    migrations.upgrade(held.database_url, held.keys_url)
    return held


def test_each_channel_that_is_set_up_has_its_sender():
    senders = wiring.build_senders(load(**SLACK, **MAIL))
    assert {channel: one.name for channel, one in senders.items()} == {
        "writer/slack": "slack",
        "officer/slack": "slack",
        "team/slack": "slack",
        "safeguarding/slack": "slack",
        "safeguarding/mail": "mail",
        "participation/mail": "mail",
        "person/mail": "mail",
    }
    assert wiring.channels_of(senders) == {
        "writer": ("writer/slack",),
        "officer": ("officer/slack",),
        "team": ("team/slack",),
        "safeguarding": ("safeguarding/slack", "safeguarding/mail"),
        "participation": ("participation/mail",),
        "person": ("person/mail",),
    }


def test_heard_runs_with_neither_slack_nor_mail():
    assert wiring.build_senders(load()) == {}


def test_slack_that_is_off_sends_nothing_even_with_a_channel_named():
    assert wiring.build_senders(load(**SLACK | {"HEARD_SLACK_MODE": "off"})) == {}


def test_a_help_line_unchecked_for_six_months_warns_and_does_not_stop_the_start(caplog):
    write_council("2026-01-02")
    with caplog.at_level(logging.WARNING):
        house = wiring.build_house(migrated())
    assert "HELP LINE NOT CHECKED" in caplog.text
    assert [(line.key, late) for line, late in settling.unchecked(house)] == [("childline", True)]


def test_the_file_is_read_into_the_table_once_and_a_later_difference_is_said(caplog):
    held = migrated()
    assert wiring.build_house(held).council.name == held.council.name
    changed = replace(held, council=replace(held.council, name="Another Council"))
    with caplog.at_level(logging.WARNING):
        house = wiring.build_house(changed)
    assert "THE DESK COUNTS, not the council's file, for: name" in caplog.text
    assert house.council == held.council
    assert house.rules == held.rules


def test_a_house_stands_when_tagging_does_not_load_and_its_tagger_fails_each_time(monkeypatch):
    monkeypatch.setitem(sys.modules, "tagging", None)
    house = wiring.build_house(migrated())
    with pytest.raises(wiring.TaggerMissing):
        house.tagger.suggest("words")
    house.store.close()


def test_a_house_wakes_the_clock_and_links_to_the_desk():
    house = wiring.build_house(
        migrated(HEARD_PUBLIC_URL="https://heard.example.org/"), tagger=wiring.NoTagger()
    )
    assert isinstance(house.wake, Waker)
    assert house.desk_url == "https://heard.example.org/desk"
    house.store.close()
