"""What people see in Slack: within Slack's limits, plain, honest, and never personal."""

from dataclasses import replace
from datetime import date

import pytest
from slack_sdk.errors import SlackObjectFormationError

from bot.app import build_app
from bot.check import check_modal
from bot.fields import SAMPLE
from bot.home import changed_blocks, home_tab
from bot.memory import Memory
from bot.modal import alert_modal, first_modal, say_modal
from bot.receipt import receipt_modal
from bot.workspace import SlackSettings
from core.council import HelpLine
from core.facts import Acknowledgement, Kind
from core.mine import Changed, Mine
from core.slips import SAID, LookedOver, Slip
from core.stories import STEPS, Step
from tests.bot import slack_side
from tests.bot.limits import check_view

SLACK = SlackSettings(team_id="T0HEARD", bot_token="x", web_form="https://heard.example.org")
PLAIN_SLACK = replace(SLACK, web_form="")
DAY = date(2027, 2, 3)
ACKNOWLEDGEMENTS = [
    Acknowledgement("maple river forty two stone lamp", DAY),
    Acknowledgement("maple river forty two stone lamp", DAY, help_first=True),
    Acknowledgement("maple river forty two stone lamp", DAY, repeated=True),
    Acknowledgement(None, DAY, repeated=True),
    Acknowledgement("maple river forty two stone lamp", DAY, added=True),
]
FULLEST = tuple(
    HelpLine(f"line{n}", "Emergency duty team " * 2, "01632 960 001", "at night", "everyone", DAY)
    for n in range(20)
)
MANY = tuple(
    Slip(f"Somebody{number} " + "x" * 40, kind, "y" * 90) for number in range(6) for kind in SAID
)
LONG = dict.fromkeys(("words", "impact", "tried", "helps"), "z" * 3000) | {"team": "t" * 150}


@pytest.fixture
def engine_name():
    """One engine is enough: what is tried here happens before any store is asked."""
    return "sqlite"


def steps(council, settings=SLACK):
    """Every step of the form."""
    memory = Memory(risk="no", kind="concern", rounds=1)
    return [
        first_modal(council, settings),
        say_modal(council, memory, {}),
        check_modal(settings, memory, {"words": "What I said."}, LookedOver(())),
        alert_modal(council, memory, {}),
    ]


@pytest.mark.parametrize("settings", [SLACK, PLAIN_SLACK])
def test_every_step_is_within_the_limits_of_slack(council, settings):
    for view in (first_modal(council, settings, typed_in_command=True), *steps(council, settings)):
        check_view(view)


def test_the_longest_words_and_the_most_details_still_fit(council):
    check_view(check_modal(SLACK, Memory(rounds=3), LONG, LookedOver(MANY), others="o" * 200))
    check_view(say_modal(council, Memory(), LONG))
    check_view(alert_modal(council, Memory(), LONG))


def test_a_council_with_many_lines_and_no_routes_still_fits(council):
    full = replace(council, help_lines=FULLEST, routes=(), is_sample=False)
    for view in (*steps(full), home_tab(full, SLACK)):
        check_view(view)


@pytest.mark.parametrize("stored", ACKNOWLEDGEMENTS)
def test_every_receipt_is_within_the_limits_of_slack(council, stored):
    check_view(receipt_modal(council, SLACK, stored))


def test_the_home_tab_is_within_the_limits_of_slack(council):
    check_view(home_tab(council, SLACK))
    check_view(home_tab(council, PLAIN_SLACK))


def test_the_home_tab_of_somebody_who_sent_very_much_still_fits(council):
    steps_taken = tuple(Step(what, DAY) for what in STEPS)
    one = Mine("x" * 22, Kind.CONCERN, ("money",), ("Money " * 10,) * 18, DAY, DAY, steps_taken, 1)
    long = Changed("Money", ("We will: " + "w" * 600,) * 9, ("o" * 400,) * 9)
    page = home_tab(council, SLACK, [one] * 30, changed_blocks([long] * 15))
    check_view(page)
    assert "And 10 older ones." in slack_side.texts(page)


def test_the_home_tab_says_the_same_to_everybody(slack, slack_api, council, slack_settings):
    assert slack.send(slack_side.home_opened()).status == 200
    call = slack_api.wait_for("views.publish")[0]
    shown = "\n".join(slack_side.texts(call.body["view"]))
    assert call.body["user_id"] == slack_side.USER["id"]
    assert slack_side.USER["id"] not in shown
    assert shown == "\n".join(slack_side.texts(home_tab(council, slack_settings)))


def test_only_the_home_tab_is_published_and_not_for_the_messages_tab(slack, slack_api):
    opened = slack_side.home_opened()
    opened["event"]["tab"] = "messages"
    assert slack.send(opened).status == 200
    assert slack_api.sent("views.publish") == []


def test_a_council_text_that_slack_would_refuse_stops_the_start(house, slack_settings):
    routes = (("A route", "x" * 3001),)
    too_long = replace(house, council=replace(house.council, routes=routes))
    with pytest.raises(SlackObjectFormationError):
        build_app(too_long, slack_settings)


def shown_in_form(council, settings=SLACK):
    return "\n".join(text for view in steps(council, settings) for text in slack_side.texts(view))


def test_the_first_question_is_whether_a_child_is_at_risk_now(council):
    view = first_modal(replace(council, is_sample=False), SLACK)
    assert view["blocks"][0]["block_id"] == "risk"


def test_who_says_yes_sees_first_whom_to_ring(council):
    view = alert_modal(council, Memory(risk="yes"), {})
    assert "01632 960001" in view["blocks"][1]["text"]["text"]


def test_the_form_shows_lines_for_practitioners_and_not_those_for_young_people(council):
    assert "01632 960001" in shown_in_form(council)
    assert "0800 1111" not in shown_in_form(council)


def test_a_council_with_no_line_for_practitioners_still_names_999(council):
    assert "Phone 999." in shown_in_form(replace(council, help_lines=council.help_lines[:1]))


def test_the_form_says_who_could_work_it_out_and_never_promises_anonymity(council):
    shown = shown_in_form(council)
    assert "anonymous" not in shown.lower()
    assert "owners of a Slack may export messages" in shown
    assert "no promise that nobody can find out" in shown
    assert "more private" in shown


def test_the_proper_routes_stand_beside_the_form(council):
    assert "Supervision: Raise it with your supervisor." in shown_in_form(council)


def test_a_sample_says_that_it_is_one(council):
    assert SAMPLE in shown_in_form(council)
    assert SAMPLE not in shown_in_form(replace(council, is_sample=False))


def last_step(council):
    return {block.get("block_id"): block for block in steps(council)[2]["blocks"]}


def test_the_private_answer_is_chosen_for_whoever_chooses_nothing(council):
    assert last_step(council)["quote"]["element"]["initial_option"]["value"] == "count_only"
    assert "initial_option" not in last_step(council)["who"]["element"]


def test_words_are_required_and_kept_to_what_slack_carries(council):
    blocks = last_step(council)
    assert blocks["words"]["element"]["max_length"] == 3000
    assert not blocks["words"]["optional"]
    assert blocks["impact"]["optional"]


def test_good_news_is_not_asked_what_was_tried(council):
    asked = {
        block.get("block_id")
        for block in say_modal(council, Memory(kind="good_news"), {})["blocks"]
    }
    assert {"words", "impact"} < asked
    assert not {"tried", "helps"} & asked


def test_without_a_name_the_code_is_the_only_way_and_the_receipt_says_so(council):
    shown = "\n".join(slack_side.texts(receipt_modal(council, SLACK, ACKNOWLEDGEMENTS[0])))
    assert "only way" in shown
    assert "Home tab" not in shown


def test_an_old_receipt_is_not_shown_again(council):
    shown = receipt_modal(council, SLACK, ACKNOWLEDGEMENTS[3])
    assert "cannot show them again" in "\n".join(slack_side.texts(shown))
