"""Settings: everything wrong is named at once, and production refuses what is unsafe."""

import logging
import socket
import stat
from datetime import date
from pathlib import Path

import pytest

from tests.ground.starts import keys, load, problems, write_council

pytestmark = pytest.mark.usefixtures("home")
SAFE = {
    "HEARD_PRODUCTION": "1",
    "HEARD_PUBLIC_URL": "https://heard.example.org",
    "HEARD_SMTP_HOST": "mail.example.org",
    "HEARD_MAIL_FROM": "heard@example.org",
    "HEARD_SAFEGUARDING_MAIL": "duty@example.org, deputy@example.org",
}


def test_nothing_set_gives_a_harmless_start_on_sqlite():
    held = load()
    assert held.database_url == "sqlite:///var/heard.db"
    assert held.keys_url == "sqlite:///var/keys.db"
    assert held.clock_url == "sqlite:///var/clock.db"
    assert (held.bind, held.port, held.production) == ("127.0.0.1", 8000, False)
    assert held.slack.mode == "off"
    assert held.mail.host == ""
    assert held.clock_name == socket.gethostname()


def test_the_council_and_its_rules_come_from_the_file():
    held = load()
    assert held.council.name == "Anyborough Council"
    assert held.council.closes.hour == 17
    assert held.council.help_lines[0].checked_on == date(2026, 11, 2)
    assert held.council.routes == (("front_door", "Integrated Front Door"),)
    assert held.rules.threshold == 6
    assert held.council.is_sample is False


def test_everything_wrong_is_named_at_once():
    write_council(without="committee")
    said = problems(PORT="many", HEARD_SLACK_MODE="http", HEARD_DATABASE_URL="mysql://x")
    for name in (
        "PORT",
        "HEARD_SLACK_BOT_TOKEN",
        "HEARD_SLACK_TEAM",
        "HEARD_SLACK_SIGNING_SECRET",
        "HEARD_DATABASE_URL",
        "committee is missing",
    ):
        assert name in said


def test_a_start_that_fails_makes_no_keys():
    problems(PORT="many")
    assert not Path("var").exists()


@pytest.mark.parametrize(
    ("line", "instead", "expected"),
    [
        ("checked_on", 'checked_on = "soon"', "checked_on must be a day"),
        ("checked_on", "checked_on = 2999-01-01", "has not come yet"),
        ("for_whom", 'for_whom = "cats"', "for_whom must be one of"),
        ("number", "", "help_lines 1: number is missing"),
        ("threshold", "threshold = 3", "never fall below"),
        ("threshold", "treshold = 6", "treshold is not known here"),
        ("opens", 'opens = "18:00"', "closes must be later"),
        ("plain_name", 'plain_name = "  "', "plain_name must be some text"),
        ("[[help_lines]]", "[[other]]", "help_lines is missing"),
        ("name", "name = ", "is not TOML"),
    ],
)
def test_a_wrong_line_of_the_councils_file_is_named(line, instead, expected):
    text = Path("council.toml").read_text("utf-8").splitlines()
    place = next(i for i, one in enumerate(text) if one.startswith(line))
    text[place] = instead
    Path("council.toml").write_text("\n".join(text), "utf-8")
    assert expected in problems()


def test_a_missing_council_file_is_said_plainly():
    assert "HEARD_COUNCIL" in problems(HEARD_COUNCIL="nowhere.toml")


def test_a_misspelt_variable_is_said(caplog):
    with caplog.at_level(logging.WARNING):
        load(HEARD_SMPT_HOST="mail.example.org")
    assert "HEARD_SMPT_HOST" in caplog.text


def test_production_starts_when_all_is_safe():
    held = load(**SAFE)
    assert held.production
    assert held.mail.safeguarding == ("duty@example.org", "deputy@example.org")


@pytest.mark.parametrize(
    ("unsafe", "expected"),
    [
        ({"HEARD_PUBLIC_URL": "http://heard.example.org"}, "HEARD_PUBLIC_URL"),
        ({"HEARD_PUBLIC_URL": ""}, "HEARD_PUBLIC_URL"),
        ({"FLASK_DEBUG": "1"}, "FLASK_DEBUG"),
        ({"HEARD_DEBUG": "true"}, "HEARD_DEBUG"),
        ({"HEARD_SAFEGUARDING_MAIL": ""}, "nobody would be told"),
        ({"HEARD_SMTP_HOST": ""}, "HEARD_SMTP_HOST"),
        ({"HEARD_SMTP_STARTTLS": "0"}, "HEARD_SMTP_STARTTLS"),
        ({"HEARD_SLACK_API_URL": "http://127.0.0.1:9/api/"}, "HEARD_SLACK_API_URL"),
        ({"HEARD_MASTER_KEY": "dev"}, "HEARD_MASTER_KEY"),
    ],
)
def test_production_refuses_what_is_unsafe(unsafe, expected):
    assert expected in problems(**SAFE | unsafe)


def test_production_refuses_the_sample_council():
    write_council(extra="is_sample = true\n")
    assert "sample" in problems(**SAFE)


def test_production_refuses_a_council_file_that_nobody_has_finished():
    ours = Path(__file__).parents[2] / "council.toml"
    said = problems(**SAFE, HEARD_COUNCIL=str(ours))
    numbers = [n for n, line in enumerate(ours.read_text("utf-8").splitlines(), 1)]
    marked = [n for n in numbers if f"line {n}: still marked CHANGE" in said]
    assert len(marked) == 3
    assert ".example reaches nobody" in said


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('contact_email = "voice@council.example"', ".example reaches nobody"),
        ('contact_email = "voice@example.org" # CHANGE', "still marked CHANGE"),
        ('contact_email = "voice@example.org"  # changed by us', ""),
    ],
)
def test_a_line_of_the_council_is_refused_in_production_alone(line, expected):
    text = Path("council.toml").read_text("utf-8").splitlines()
    place = next(i for i, one in enumerate(text) if one.startswith("contact_email"))
    text[place] = line
    Path("council.toml").write_text("# every line marked # CHANGE\n" + "\n".join(text), "utf-8")
    assert not load().production
    if expected:
        assert expected in problems(**SAFE)
    else:
        assert load(**SAFE).production


def test_production_refuses_a_database_that_others_can_read():
    Path("var").mkdir()
    Path("var/keys.db").touch()
    Path("var/keys.db").chmod(0o644)
    assert "HEARD_KEYS_URL" in problems(**SAFE)


def test_what_is_written_after_the_start_is_for_its_owner_alone(home):
    load()
    (home / "new").touch()
    assert stat.S_IMODE((home / "new").stat().st_mode) == 0o600


def test_the_clock_may_be_told_to_report_to_nobody():
    assert "DBOS__" in problems(DBOS__CONDUCTOR_KEY="x")


def test_the_keys_of_records_must_live_apart():
    assert "apart" in problems(HEARD_KEYS_URL="sqlite:///a", HEARD_DATABASE_URL="sqlite:///a")


def test_no_secret_shows_when_settings_are_printed():
    held = load(
        **keys(),
        HEARD_SMTP_PASSWORD="hush-mail",
        HEARD_SMTP_USER="heard",
        HEARD_SLACK_BOT_TOKEN="xoxb-hush",
        HEARD_DATABASE_URL="postgresql://heard:hush-db@db/heard",
    )
    assert "hush" not in repr(held)
