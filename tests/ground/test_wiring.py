"""Wiring: a sender for each channel that is set up, and a house that stands without a tagger."""

import sys

import pytest

import wiring
from clock.waking import Waker
from settings import Settings
from storage import migrations
from tests.ground.starts import load

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
        "safeguarding/slack": "slack",
        "safeguarding/mail": "mail",
        "participation/mail": "mail",
    }
    assert wiring.channels_of(senders) == {
        "writer": ("writer/slack",),
        "safeguarding": ("safeguarding/slack", "safeguarding/mail"),
        "participation": ("participation/mail",),
    }


def test_heard_runs_with_neither_slack_nor_mail():
    assert wiring.build_senders(load()) == {}


def test_slack_that_is_off_sends_nothing_even_with_a_channel_named():
    assert wiring.build_senders(load(**SLACK | {"HEARD_SLACK_MODE": "off"})) == {}


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
