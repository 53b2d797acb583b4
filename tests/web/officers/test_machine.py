"""What the machine learned: its versions with figures, and buttons that ask the clock."""

import pytest

from core.schooling import Version
from tests.web.officers.conftest import Desk

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
BEFORE = {"themes: micro-F1": 0.641, "themes: macro-F1": 0.65, "themes: recall at 3": 0.8}
AFTER = {name: figure + 0.01 for name, figure in BEFORE.items()}


def test_versions_stand_with_their_figures_and_can_be_gone_back_to(house, admin: Desk) -> None:
    made = Version("2027-01-11-aa", "2027-01-11", "Reviewer", 5, 40, BEFORE, AFTER)
    with house.store.transaction() as books:
        books.schooling.mirror([made])
    page = admin.get("/desk/machine")
    assert "64.1 to 65.1" in page.said()
    assert "The one that Heard came with" in page.said()
    asked = admin.post("/desk/machine/back", version=made.name)
    assert asked.status == 303
    assert "Go back to 2027-01-11-aa" in admin.get("/desk/machine").said()


def test_asking_twice_says_so_plainly(admin: Desk) -> None:
    admin.get("/desk/machine")
    assert admin.post("/desk/machine/teach").status == 303
    assert "It is being taught." in admin.get("/desk/machine").said()
    again = admin.post("/desk/machine/teach")
    assert again.status == 409
    assert "asked for already" in again.said()
