"""Your account at the desk: a code for Slack, shown once, and letting Slack go again."""

import pytest

from services import linking
from services.house import House
from tests.web.officers.conftest import Desk

PERSON = "T0HEARD/U0ONE"


@pytest.fixture
def engine_name() -> str:
    """One engine is enough: the verbs are tried on both."""
    return "sqlite"


def test_a_code_is_shown_once_and_links_and_can_be_undone(house: House, admin: Desk) -> None:
    assert "Show me a code" in admin.get("/desk/account").text
    shown = admin.post("/desk/account/link")
    code = shown.said("p[@id='code']")
    assert code not in admin.get("/desk/account").text
    linking.link(house, PERSON, code)
    assert "Your Slack is linked" in admin.get("/desk/account").text
    told = admin.follow(admin.post("/desk/account/unlink"))
    assert "no longer linked" in told.text
