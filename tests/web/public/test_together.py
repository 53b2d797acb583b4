"""An adult writes down what a young person says: asked first, marked, and kept apart."""

import pytest

from core.facts import Role
from services import desk, review
from services.house import House
from tests.services.people import officer
from tests.web.public.conftest import Visitor

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
FIELDS = {"words": "I want to see my nan.", "saw": "She was quiet.", "helper": "carer"}


def test_nothing_is_sent_as_theirs_unless_they_said_yes(visitor: Visitor, house: House):
    for knows in ("", "no"):
        page = visitor.send("/together", knows=knows, **FIELDS)
        assert page.status_code == 422
        assert "if they said yes" in page.text
        assert "I want to see my nan.</textarea>" in page.text
    lead = officer(house, Role.SAFEGUARDING)[0]
    assert desk.waiting(house, lead) == ()


def test_their_words_and_what_the_adult_saw_are_kept_apart(visitor: Visitor, house: House):
    assert visitor.send("/together", knows="yes", age="8-11", **FIELDS).status_code == 303
    assert visitor.code()
    lead = officer(house, Role.SAFEGUARDING)[0]
    (line,) = desk.waiting(house, lead)
    view = review.open_view(house, lead, line.view_id)
    assert view.words == "I want to see my nan."
    assert view.details == (
        (
            "Written down by an adult: a foster carer or someone they live with",
            "The young person knows",
        ),
        ("What the adult saw", "She was quiet."),
    )


def test_who_reads_this_is_there_to_read_out_in_their_language(visitor: Visitor):
    visitor.send("/", "/language", language="ar")
    page = visitor.get("/together").text
    assert '<html lang="en-GB"' in page
    assert '<div lang="ar" dir="rtl"><div class="promise">' in page
    assert "Arabic: no native speaker has checked" in page
    visitor.send("/", "/language", language="en")
    assert 'dir="rtl"' not in visitor.get("/together").text.partition("</main>")[0]
