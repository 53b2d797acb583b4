"""A practitioner's concern: a child at risk first, then the words, then how open to be."""

from core.facts import Kind, Permission, Voice
from services.house import House
from tests.web.public.conftest import Visitor
from tests.web.public.test_young_person import kept

SAID = "Handovers between teams lose the visiting plan."


def test_a_concern_is_kept_with_its_details(visitor: Visitor, house: House) -> None:
    visitor.send(
        "/work",
        risk="no",
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
        "Your team or service": "North",
        "What has been tried": "Raised in supervision",
    }
    assert (view.name, view.reach) == ("Jo", "ext 12")


def test_good_news_is_good_news(visitor: Visitor, house: House) -> None:
    visitor.send("/work", kind="good_news", words="The new rota works.")
    assert kept(house)[0].kind is Kind.GOOD_NEWS


def test_an_anonymous_concern_keeps_no_name_even_where_one_was_typed(
    visitor: Visitor, house: House
) -> None:
    visitor.send("/work", words=SAID, who="anonymous", call="Jo", reach="ext 12")
    (view,) = kept(house)
    assert (view.name, view.reach) == ("", "")


def test_a_way_to_be_reached_is_kept_of_the_named_alone_as_the_form_says(
    visitor: Visitor, house: House
) -> None:
    assert "How to reach you (optional, only if named)" in visitor.get("/work").text
    visitor.send("/work", words=SAID, who="nickname", call="Jo", reach="ext 12")
    (view,) = kept(house)
    assert (view.name, view.reach) == ("Jo", "")


def test_a_child_at_risk_now_is_asked_first_and_raised_at_once(
    visitor: Visitor, house: House
) -> None:
    page = visitor.get("/work").text
    assert page.index("at risk of harm now") < page.index("What is this?")
    visitor.send("/work", words=SAID, risk="yes")
    assert "If a child is at risk of harm now, ring" in visitor.get("/sent").text
    assert kept(house)[0].asked_for_help
