"""A practitioner's concern: a child at risk first, then the words, then how open to be."""

from datetime import date
from typing import Any

import pytest
from werkzeug.test import TestResponse

from core.facts import Kind, Permission, Voice
from core.summaries import Period
from services import releases
from services.house import House
from tagging import quick_tagger
from tests.bot.test_concerns import kept as stored
from tests.services.people import grouped, participation_worker
from tests.web.public.conftest import Visitor, left_by
from tests.web.public.test_young_person import kept

SAID = "Handovers between teams lose the visiting plan."


NAMED = "I saw Jamie Larch on Tuesday. DOB 12/03/2015."


def send(visitor: Visitor, **fields: Any) -> TestResponse:
    """Fill in the form, press Next, and press Send on the page that is shown."""
    looked = visitor.send("/work/tell", **fields)
    assert "Check, then send" in looked.text
    return visitor.post("/work/tell", visitor.tokens(looked) | fields)


def test_a_concern_is_kept_with_its_details(visitor: Visitor, house: House) -> None:
    send(
        visitor,
        kind="concern",
        area="workforce_caseloads",
        words=SAID,
        team="North",
        tried="Raised in supervision",
        who="contact",
        call="Jo",
        reach="ext 12",
        quote="everyone",
    )
    (view,) = kept(house)
    assert (view.voice, view.kind, view.words) == (Voice.PRACTITIONER, Kind.CONCERN, SAID)
    assert view.topic == "workforce_caseloads"
    assert view.permission is Permission.EVERYONE
    assert dict(view.details) == {
        "Which team or service?": "North",
        "What has been tried already?": "Raised in supervision",
    }
    assert left_by(house, view) == ("Jo", "ext 12")


def test_nothing_is_kept_before_send(visitor: Visitor, house: House) -> None:
    looked = visitor.send("/work/tell", words=SAID)
    assert SAID in looked.text
    assert kept(house) == []


def test_good_news_is_good_news(visitor: Visitor, house: House) -> None:
    send(visitor, kind="good_news", words="The new rota works.")
    assert kept(house)[0].kind is Kind.GOOD_NEWS


def test_an_anonymous_concern_keeps_no_name_even_where_one_was_typed(
    visitor: Visitor, house: House
) -> None:
    send(visitor, words=SAID, who="anonymous", call="Jo", reach="ext 12")
    (view,) = kept(house)
    assert left_by(house, view) == ("", "")


def test_a_way_to_be_reached_is_kept_of_the_named_alone_as_the_form_says(
    visitor: Visitor, house: House
) -> None:
    assert "How to reach you (optional, only with your name)" in visitor.get("/work/tell").text
    send(visitor, words=SAID, who="nickname", call="Jo", reach="ext 12")
    (view,) = kept(house)
    assert left_by(house, view) == ("Jo", "")


def test_a_child_at_risk_now_is_asked_first_and_raised_at_once(
    visitor: Visitor, house: House
) -> None:
    assert 'href="/work/now"' in visitor.get("/work").text
    page = visitor.get("/work/now").text
    assert page.index("Ring now") < page.index("not a referral") < page.index("<form")
    visitor.send("/work/now", words=SAID)
    assert "If a child is at risk of harm now, ring" in visitor.get("/sent").text
    assert kept(house)[0].asked_for_help


@pytest.mark.parametrize("tagger", [quick_tagger()])
def test_a_childs_details_are_shown_and_replaced_where_they_are_ticked(
    visitor: Visitor, house: House
) -> None:
    looked = visitor.send("/work/tell", words=NAMED)
    assert "<strong>Jamie Larch</strong> becomes [a child]" in looked.text
    assert "<strong>12/03/2015</strong> becomes [a date of birth]" in looked.text
    sent: dict[str, Any] = {"words": NAMED, "replace": ["PERSON:Jamie Larch"], "seen": SEEN}
    done = visitor.post("/work/tell", visitor.tokens(looked) | sent)
    assert done.status_code == 303, done.text
    assert stored(house)[0][1] == "I saw [a child] on Tuesday. DOB 12/03/2015."


SEEN = ["PERSON:Jamie Larch", "DOB:12/03/2015"]


@pytest.mark.parametrize("tagger", [quick_tagger()])
def test_a_name_that_is_added_later_is_shown_once_more(visitor: Visitor, house: House) -> None:
    looked = visitor.send("/work/tell", words=NAMED)
    again = visitor.post(
        "/work/tell", visitor.tokens(looked) | {"words": f"{NAMED} So did Kayleigh.", "seen": SEEN}
    )
    assert "Kayleigh</strong> becomes [a child]" in again.text
    assert kept(house) == []


def test_a_box_that_is_not_ours_replaces_nothing(visitor: Visitor, house: House) -> None:
    send(visitor, words=SAID, replace=["NONE:Handovers", "x", "PERSON:"])
    assert kept(house)[0].words == SAID


def test_empty_words_are_said_and_nothing_else_is_lost(visitor: Visitor, house: House) -> None:
    page = visitor.send("/work/tell", words=" ", team="North")
    assert page.status_code == 400
    assert 'value="North"' in page.text


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_others_who_raised_it_are_told_from_what_was_published(
    visitor: Visitor, house: House
) -> None:
    by = participation_worker(house)
    for theme in ("money", "education") * 8:
        grouped(house, by, (theme,), voice=Voice.PRACTITIONER)
    live = visitor.send("/work/tell", words=SAID, area="money")
    assert "Others raised this too" not in live.text
    releases.freeze(house, by, Period(date(2027, 1, 1), date(2027, 1, 31)))
    looked = visitor.send("/work/tell", words=SAID, area="money")
    assert "Others raised this too: 5 to 9 times in January 2027." in looked.text
