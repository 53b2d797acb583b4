"""The form step by step, as somebody goes through it: nothing is kept before Send."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from core.facts import Suggestions
from core.others import band_of
from core.summaries import Period
from tagging import quick_tagger
from tests.bot import slack_side
from tests.bot.limits import check_view
from tests.bot.slack_side import Slack, filled
from tests.bot.test_concerns import code_in, kept
from tests.bot.test_once import locked

NAMED = "I saw Jamie Sample at 12 Larch Road on Tuesday. My manager Sue Green knows. JB is nine."


@pytest.fixture
def engine_name(request):
    """One engine is enough, save where a test names the other."""
    return getattr(request, "param", "sqlite")


@pytest.fixture(scope="module")
def tagger():
    """The one that the doors use."""
    return quick_tagger()


@dataclass
class Walk:
    """Somebody goes through the form; each step that is shown is within Slack's limits."""

    slack: Slack
    view: dict[str, Any]
    at: str = "V0WALK"

    def next(self, **answers):
        """Fill in what is shown and press the button; the new step, or the mistakes."""
        reply = self.slack.send(filled(self.view, self.at, **answers))
        if reply.body["response_action"] == "update":
            self.view = reply.body["view"]
            check_view(self.view)
        return reply


@pytest.fixture
def walk(slack, slack_api):
    slack.send(slack_side.command())
    return Walk(slack, slack_api.wait_for("views.open")[0].body["view"])


def test_a_concern_goes_through_three_steps_and_is_kept_at_the_last(walk, house):
    walk.next(risk="no", kind="concern")
    walk.next(area="systems_process", words="Nobody covers leave.", tried="Supervision")
    assert kept(house) == []
    reply = walk.next(who="unnamed")
    [(view, words, details, _)] = kept(house)
    assert words == "Nobody covers leave."
    assert details == (("What has been tried", "Supervision"),)
    assert view.topic == "systems_process"
    assert not view.asked_for_help
    assert code_in(reply)


def test_every_step_sent_twice_shows_the_same_and_keeps_one(walk, house):
    first = filled(walk.view, walk.at, risk="no", kind="good_news")
    assert walk.slack.send(first).body == walk.next(risk="no", kind="good_news").body
    walk.next(area="not_sure", words="The new rota works.")
    last = filled(walk.view, walk.at, who="named")
    codes = {code_in(walk.slack.send(last, retry=retry)) for retry in range(3)}
    assert len(codes) == 1
    assert len(kept(house)) == 1


def test_yes_brings_the_numbers_and_an_alert_at_once_without_another_look(walk, house):
    told = walk.next(risk="yes", kind="concern").text
    assert told.index("Ring now") < told.index("01632 960001") < told.index("not a referral")
    walk.next(words=NAMED, who="named")
    [(view, words, _, who)] = kept(house)
    assert view.asked_for_help
    assert words == NAMED
    assert who.name == "canary.name"
    with house.store.reading() as books:
        assert books.outbox.waiting(house.now().replace(tzinfo=None)).waiting == 1


def test_a_childs_details_are_shown_where_they_stand_and_replaced_when_ticked(walk, house):
    walk.next(risk="no", kind="concern")
    walk.next(area="not_sure", words=NAMED, impact="Jamie Sample is unsettled.")
    [boxes] = [
        b["element"] for b in walk.view["blocks"] if b.get("block_id", "").startswith("replace")
    ]
    shown = {option["value"]: option for option in boxes["options"]}
    assert shown.keys() == {
        "PERSON:Jamie Sample", "ADDRESS:12 Larch Road", "COLLEAGUE:Sue Green", "INITIALS:JB",
    }  # fmt: skip
    one = shown["PERSON:Jamie Sample"]
    assert one["text"]["text"] == "“Jamie Sample” becomes [a child]"
    assert one["description"]["text"] == "I saw Jamie Sample at 12 Larch Road …"
    assert "COLLEAGUE:Sue Green" not in {option["value"] for option in boxes["initial_options"]}
    walk.next(who="unnamed")
    [(_, words, details, _)] = kept(house)
    assert words == (
        "I saw [a child] at [an address] on Tuesday. My manager Sue Green knows. [a child] is nine."
    )
    assert details == (("What it means for children", "[a child] is unsettled."),)


def test_what_is_unticked_stays_for_the_writer_decides(walk, house):
    walk.next(risk="no", kind="concern")
    walk.next(area="not_sure", words=NAMED)
    walk.next(who="unnamed", replace=["JB"])
    assert kept(house)[0][1] == NAMED.replace("JB", "[a child]")


def test_a_name_that_is_added_in_the_last_step_is_shown_too_and_then_sent(walk, house):
    walk.next(risk="no", kind="concern")
    walk.next(area="not_sure", words="I saw Jamie on Tuesday.")
    again = walk.next(who="unnamed", replace=[], words="I saw Jamie and Kayleigh on Tuesday.")
    assert "“Kayleigh” becomes [a child]" in again.text
    assert kept(house) == []
    walk.next()
    assert kept(house)[0][1] == "I saw Jamie and [a child] on Tuesday."


def test_others_who_raised_it_are_told_in_a_band_before_sending(walk, monkeypatch):
    january = Period(date(2027, 1, 1), date(2027, 1, 31))
    monkeypatch.setattr("bot.concern.raised_too", lambda _, theme: BANDS[theme](january))
    walk.next(risk="no", kind="concern")
    assert "5 to 9 times in January 2027" in walk.next(area="money", words="Late again.").text


BANDS = {"money": lambda period: band_of(7, period)}


def test_a_machine_that_fails_is_said_and_stops_nobody(walk, slack_settings, house, monkeypatch):
    monkeypatch.setattr(type(house.tagger), "suggest", lambda *_: Suggestions())
    walk.next(risk="no", kind="concern")
    assert "could not look" in walk.next(area="not_sure", words="Nobody covers leave.").text
    walk.next(who="unnamed")
    assert len(kept(house)) == 1


@pytest.mark.parametrize("engine_name", ["postgresql"], indirect=True)
def test_a_locked_store_holds_up_no_step(walk, store_urls):
    walk.next(risk="no", kind="concern")
    thread = locked(store_urls[0], 3.5)
    reply = walk.next(area="money", words=NAMED)
    thread.join()
    assert reply.seconds < 2.9
    assert "“Jamie Sample” becomes [a child]" in reply.text


def test_empty_words_are_said_before_the_last_step(walk):
    walk.next(risk="no", kind="concern")
    assert list(walk.next(area="not_sure", words=" ").body["errors"]) == ["words"]


def test_what_stood_in_the_form_counts_where_slack_forgets_to_send_it(walk, house):
    walk.next(risk="no", kind="concern")
    walk.next(area="money", words="Nobody covers leave.", tried="Supervision")
    payload = filled(walk.view, walk.at, who="unnamed")
    values = payload["view"]["state"]["values"]
    payload["view"]["state"]["values"] = {"who": values["who"]}
    walk.slack.send(payload)
    [(view, words, details, _)] = kept(house)
    assert (view.topic, words) == ("money", "Nobody covers leave.")
    assert details == (("What has been tried", "Supervision"),)


def test_what_was_emptied_in_the_last_step_is_not_brought_back(walk, house):
    walk.next(risk="no", kind="concern")
    walk.next(area="money", words="Nobody covers leave.", tried="Supervision")
    walk.next(who="unnamed", tried="")
    assert kept(house)[0][2] == ()
