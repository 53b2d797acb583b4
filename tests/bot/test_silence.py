"""What people say, who they are and their codes are in no log, at any level; nor is a Slack id
in any row of a person who gave no name.
"""

import logging

import pytest
import sqlalchemy as sa

from bot.silence import quiet_logger
from tests.bot import slack_side
from tests.bot.test_concerns import code_in

CANARY = "canaryword"
FULL = {name: f"{CANARY} {name}" for name in ("words", "team", "impact", "tried", "helps")}


@pytest.fixture
def everything_logged(caplog):
    caplog.set_level(logging.DEBUG)
    return caplog


def everything_stored(urls):
    """Every value in every row of both stores, as text."""
    found = []
    for url in urls:
        engine = sa.create_engine(url)
        tables = sa.MetaData()
        tables.reflect(engine)
        with engine.connect() as connection:
            for table in tables.sorted_tables:
                found += [repr(tuple(row)) for row in connection.execute(sa.select(table))]
        engine.dispose()
    return "\n".join(found)


@pytest.mark.parametrize("who", ["unnamed", "named"])
def test_no_words_no_name_no_id_and_no_code_are_logged_at_debug(
    slack, slack_api, everything_logged, who
):
    slack.send(slack_side.command(CANARY))
    reply = slack.send(slack_side.view_submission(who=who, **FULL))
    slack.send(slack_side.view_submission("V0TWO", words=" "))
    slack.send(slack_side.home_opened())
    slack.send(slack_side.shortcut() | {"callback_id": CANARY})
    slack.send(slack_side.view_submission("V0THREE", **FULL) | {"type": CANARY})
    slack_api.fail_always(status=500, error=CANARY)
    slack.send(slack_side.shortcut())
    slack.send(slack_side.home_opened())
    logged = everything_logged.text + repr([r.__dict__ for r in everything_logged.records])
    for secret in (CANARY, "U0CANARYID", "canary.name", code_in(reply), "V0ONE", "xoxb-test"):
        assert secret not in logged


def test_what_a_slack_library_says_becomes_where_it_said_it(everything_logged):
    logger = quiet_logger()
    try:
        raise ValueError(CANARY)
    except ValueError:
        logger.exception("body: %s", CANARY)
    assert CANARY not in everything_logged.text
    assert "test_silence line" in everything_logged.text
    assert "ValueError" in everything_logged.text


def test_a_concern_without_a_name_leaves_no_trace_of_slack_in_any_row(slack, store_urls):
    slack.send(slack_side.view_submission(who="unnamed", **FULL))
    stored = everything_stored(store_urls)
    assert "slack" in stored
    for trace in ("U0CANARYID", "canary.name", "V0ONE", "T0HEARD", CANARY, "127.0.0.1"):
        assert trace not in stored


def test_a_name_that_was_given_is_not_in_plain_in_any_row(slack, store_urls):
    slack.send(slack_side.view_submission(who="named", **FULL))
    stored = everything_stored(store_urls)
    for trace in ("U0CANARYID", "canary.name", CANARY):
        assert trace not in stored


def test_secrets_are_not_in_the_settings_when_printed(slack_settings):
    shown = repr(slack_settings)
    for secret in ("xoxb-test", "xapp-test", slack_side.SECRET):
        assert secret not in shown


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
@pytest.mark.parametrize("who", ["unnamed", "named"])
def test_no_file_holds_the_words_or_the_name_in_plain_not_even_the_write_ahead_log(
    slack, tmp_path, who
):
    slack.send(slack_side.view_submission(who=who, **FULL))
    files = [place.read_bytes() for place in tmp_path.rglob("*") if place.is_file()]
    assert any(len(one) > 0 for one in files)
    for trace in (CANARY, "U0CANARYID", "canary.name", "V0ONE"):
        assert not any(trace.encode() in one for one in files)


PINGS = ["<!channel>", "<!here>", "<!everyone>", "<@U0BOT>", "<#C0OPEN>", "<https://x.test|click>"]


@pytest.mark.parametrize("ping", PINGS)
def test_a_ping_in_anybodys_words_reaches_nobody(slack, slack_api, ping):
    said = dict.fromkeys(FULL, f"{ping} please")
    reply = slack.send(slack_side.view_submission(who="named", **said))
    slack.send(slack_side.command(ping))
    sent = reply.raw + repr([call.body for call in slack_api.calls])
    assert reply.body["response_action"] == "update"
    assert ping not in sent
    assert slack_api.sent("chat.postMessage") == []
