"""A practitioner's concern, from the command to the receipt, by signed requests."""

import pytest
from slack_bolt import App, BoltResponse

from bot.door import Door as Sill
from bot.modal import TYPED_IN_COMMAND
from bot.opening import NO_FORM
from core.facts import Door, Kind, Openness, Permission, Voice, Who
from services import lookback
from tests.bot import slack_side

NOT_SAVED = "Not saved. Your words are still here: please press Send again."


def kept(house):
    with house.store.reading() as books:
        return [(v, *books.views.words(v), books.views.who(v)) for v in books.views.waiting()]


def code_in(reply):
    """The word code stands in a heading of its own."""
    headings = [b["text"]["text"] for b in reply.body["view"]["blocks"] if b["type"] == "header"]
    return headings[-1]


@pytest.mark.parametrize("opening", [slack_side.command(), slack_side.shortcut()])
def test_the_form_opens_at_once(slack, slack_api, opening):
    reply = slack.send(opening)
    call = slack_api.wait_for("views.open")[0]
    assert (reply.status, reply.raw) == (200, "")
    assert call.body["trigger_id"] == "1.2.abc"
    assert call.body["view"]["callback_id"] == "first"


def test_the_button_on_the_home_tab_opens_the_form(slack, slack_api):
    assert slack.send(slack_side.button("open_form")).status == 200
    assert slack_api.wait_for("views.open")


def test_what_is_typed_after_the_command_goes_nowhere_and_the_person_is_told(slack, slack_api):
    reply = slack.send(slack_side.command("payload Jamie was left alone"))
    shown = slack_side.texts(slack_api.wait_for("views.open")[0].body["view"])
    assert reply.status == 200
    assert TYPED_IN_COMMAND in shown
    assert "Jamie" not in "".join(shown) + reply.raw


def test_the_person_is_told_in_the_answer_when_slack_cannot_open_the_form(slack, slack_api):
    slack_api.fail_always(status=429, retry_after=30)
    assert slack.send(slack_side.command()).raw == NO_FORM


def test_a_slow_slack_does_not_hold_the_answer_for_three_seconds(slack, slack_api):
    slack_api.fail_always(status=503, delay=6)
    reply = slack.send(slack_side.command())
    assert reply.raw == NO_FORM
    assert reply.seconds < 2.9


def test_a_concern_is_stored_and_then_answered_with_its_receipt(slack, house):
    reply = slack.send(
        slack_side.view_submission(team="East team", impact="Plans drift.", quote="councillors")
    )
    [(view, words, details, who)] = kept(house)
    story = lookback.open_story(house, code_in(reply))
    assert reply.body["response_action"] == "update"
    assert (view.voice, view.door, view.kind) == (Voice.PRACTITIONER, Door.SLACK, Kind.CONCERN)
    assert (view.topic, view.permission) == ("systems_process", Permission.COUNCILLORS)
    assert words == slack_side.ANSWERS["words"]
    assert details == (
        ("Your team or service", "East team"),
        ("What it means for children", "Plans drift."),
    )
    assert who == Who()
    assert story.look_back_on == view.due_on


def test_the_receipt_names_the_day_to_look_back_and_never_repeats_the_words(slack):
    reply = slack.send(slack_side.view_submission(words="canary <!channel> <@U0BOT>"))
    assert "26 January 2027" in reply.text
    assert "canary" not in reply.raw
    assert "<!channel>" not in reply.raw


def test_good_news_is_taken_too(slack, house):
    slack.send(slack_side.view_submission(kind="good_news", area="not_sure"))
    [(view, *_)] = kept(house)
    assert (view.kind, view.topic) == (Kind.GOOD_NEWS, None)


def test_a_child_at_risk_brings_help_first_and_tells_somebody(slack, house):
    reply = slack.send(slack_side.view_submission(risk="yes"))
    [(view, *_)] = kept(house)
    first = reply.body["view"]["blocks"][0]["text"]["text"]
    assert view.asked_for_help
    assert "01632 960001" in first


@pytest.mark.parametrize(
    ("who", "handling"), [("named", "May be used"), ("confidential", "In confidence")]
)
def test_a_name_is_kept_apart_and_only_where_the_person_chose_so(slack, house, who, handling):
    reply = slack.send(slack_side.view_submission(who=who))
    said = "\n".join(slack_side.texts(reply.body["view"]))
    assert "Home tab" in said
    assert "only way" not in said
    [(_, _, details, kept_who)] = kept(house)
    assert kept_who == Who(Openness.CONTACT, "canary.name", "slack:U0CANARYID")
    assert ("Name", handling) in details


def test_empty_words_are_answered_beside_the_question_and_nothing_is_kept(slack, house):
    reply = slack.send(slack_side.view_submission(words=" \n "))
    assert reply.body["response_action"] == "errors"
    assert list(reply.body["errors"]) == ["words"]
    assert kept(house) == []


@pytest.mark.parametrize("words", ["x" * 20_001, "before\0after", "half \ud83d a letter"])
def test_words_that_cannot_be_kept_get_a_plain_reason(slack, house, words):
    reply = slack.send(slack_side.view_submission(words=words))
    assert reply.status == 200
    assert reply.body["errors"]["words"]
    assert kept(house) == []


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_a_surprise_leaves_the_form_standing_with_the_words_in_it(slack, house, caplog):
    payload = slack_side.view_submission(words="canary")
    payload["view"]["state"] = {"values": "canary"}
    reply = slack.send(payload)
    assert reply.body == {"response_action": "errors", "errors": {"words": NOT_SAVED}}
    assert "canary" not in caplog.text
    assert kept(house) == []


def test_a_link_that_slack_follows_by_itself_is_acknowledged(slack):
    assert slack.send(slack_side.button("open_web_form")).status == 200


class Listening(App):
    """Stands where Bolt stands and keeps what the sill lets through."""

    def __init__(self):
        """Nothing of Bolt is needed."""

    def dispatch(self, request):
        self.heard = request.body
        return BoltResponse(status=200, body="")


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("Jamie was left alone", "something"),
        ("linked to Jamie", "something"),
        ("  ", ""),
        ("summary money 2027-01", "summary money 2027-01"),
        ("LINK", "LINK"),
    ],
)
def test_no_typed_text_passes_the_sill_but_what_begins_with_an_officers_word(
    slack_settings, typed, left
):
    behind = Listening()
    Sill(behind, slack_settings).take(slack_side.command(typed))
    assert behind.heard["text"] == left
