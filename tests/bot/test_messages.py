"""The two shortcuts of a message: its words go into a form, to be changed, and nothing else."""

import pytest

from bot.markup import unmarked
from core.assisted import KNOWS, WHAT_I_SAW, WRITTEN_DOWN
from core.facts import AgeBand, Door, Face, Voice, Who
from services import lookback
from tests.bot import slack_side
from tests.bot.limits import check_view
from tests.bot.slack_side import TEAM, USER, filled
from tests.bot.test_concerns import code_in, kept
from tests.bot.test_silence import everything_stored

MARKED = "the <#C0CASES|cases> are <https://x.test|late> &lt;again&gt;"
TEXT = f"<@U0AUTHOR> said: the rota &amp; {MARKED}"
PLAIN = "[somebody] said: the rota & the [a channel] are late <again>"


@pytest.fixture
def engine_name():
    """One engine is enough: what is stored goes the way of every other form."""
    return "sqlite"


def message(callback, text=TEXT):
    return {
        "type": "message_action",
        "callback_id": callback,
        "team": {"id": TEAM, "domain": "heard"},
        "user": USER,
        "channel": {"id": "C0CASES", "name": "cases"},
        "message_ts": "1.2",
        "message": {"type": "message", "user": "U0AUTHOR", "ts": "1.2", "text": text},
        "trigger_id": "1.2.abc",
        "response_url": "http://127.0.0.1:9/respond",
    }


def opened(slack, slack_api, payload):
    assert slack.send(payload).status == 200
    shown = slack_api.wait_for("views.open")[-1].body["view"]
    check_view(shown)
    return shown


def test_marks_become_words_and_nobodys_id_is_left():
    assert unmarked(TEXT) == PLAIN
    assert unmarked("<!channel> <!here|here> a < b <mailto:a@x.test|a@x.test>") == (
        "[everybody] [everybody] a < b a@x.test"
    )


def test_a_message_is_raised_as_a_concern_without_its_writer(slack, slack_api, house, store_urls):
    form = opened(slack, slack_api, message("raise_from_message"))
    assert form["blocks"][2]["block_id"] == "risk"
    said = filled(form, risk="no", area="not_sure")
    check = slack.send(said).body["view"]
    slack.send(filled(check, who="unnamed"))
    [(view, words, _, who)] = kept(house)
    assert (words, who, view.voice) == (PLAIN, Who(), Voice.PRACTITIONER)
    stored = everything_stored(store_urls)
    for trace in ("U0AUTHOR", "C0CASES", USER["id"], "1.2"):
        assert f"'{trace}'" not in stored


def test_a_message_about_a_child_at_risk_goes_to_the_numbers(slack, slack_api):
    form = opened(slack, slack_api, message("raise_from_message"))
    shown = slack.send(filled(form, risk="yes", area="not_sure")).body["view"]
    assert shown["callback_id"] == "alert"
    assert PLAIN in repr(shown)


def test_a_message_that_is_too_long_says_that_only_its_start_is_here(slack, slack_api):
    form = opened(slack, slack_api, message("raise_from_message", "x" * 9000))
    assert "Only its start is here" in "\n".join(slack_side.texts(form))


def test_a_young_persons_words_stand_apart_from_what_the_adult_saw(slack, slack_api, house):
    form = opened(slack, slack_api, message("log_young_view", "I want a later bedtime."))
    told = {"saw": "She was calm.", "age": "12-17", "face": "okay", "knows": "yes"}
    reply = slack.send(filled(form, risk="no", area="home_carers", **told))
    [(view, words, details, who)] = kept(house)
    assert (view.voice, view.door) == (Voice.YOUNG_PERSON, Door.SLACK)
    assert (view.age_band, view.face, view.topic) == (AgeBand.TEEN, Face.OKAY, "home_carers")
    assert words == "I want a later bedtime."
    assert details == ((WRITTEN_DOWN, KNOWS), (WHAT_I_SAW, "She was calm."))
    assert who == Who()
    assert "belong to the young person" in reply.text
    assert lookback.open_story(house, code_in(reply)).voice is Voice.YOUNG_PERSON


def test_the_home_tab_opens_the_same_form_empty(slack, slack_api):
    form = opened(slack, slack_api, slack_side.button("log_young_view"))
    assert form["callback_id"] == "young"
