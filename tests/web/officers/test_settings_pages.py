"""The pages of the settings, walked; what is wrong is said beside its field and nothing is lost."""

import pytest

from core.facts import Role
from services import settling
from services.house import House
from tests.conftest import Now
from tests.web.officers.conftest import Desk, Staff

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


def test_hours_and_help_lines_are_changed_and_young_people_see_it(
    house: House, worker: Desk, staff: Staff, now: Now
) -> None:
    settling.seed(house)
    page = worker.get("/desk/settings/hours")
    fields = {name: page.value(name) for name in ("readers", "opens", "closes", "digest_at")}
    fields |= {"rules.answer_within": "10", "version": page.value("version")}
    refused = worker.post("/desk/settings/hours", **fields | {"opens": "18:00", "readers": "Two"})
    assert refused.status == 422
    assert refused.value("readers") == "Two"
    assert "must end later" in refused.said()
    worker.follow(worker.post("/desk/settings/hours", **fields | {"readers": "Pat and Rita"}))
    assert "Pat and Rita" in worker.follow(worker.get("/write")).said()
    page = worker.get("/desk/settings/lists/help_line/childline")
    line = {name: page.value(name) for name in ("name", "when", "note", "checked_on", "version")}
    line |= {"number": "0800 1111 free", "for_whom": "young_people"}
    done = worker.follow(worker.post("/desk/settings/lists/help_line/childline", **line))
    assert "0800 1111 free" in done.said()
    assert "0800 1111 free" in worker.follow(worker.get("/write")).said()
    lists = "/desk/settings/lists/help_line"
    assert "“Any time" not in done.said(), "the catalogues know these words"
    line |= {"when": "Most days", "version": worker.get(f"{lists}/childline").value("version")}
    done = worker.follow(worker.post(f"{lists}/childline", **line))
    assert "In every other language this stays English" in done.said()
    assert "“Most days”" in done.said()
    listed = worker.get("/desk/settings").said()
    assert "Before: two people in the participation team. Now: Pat and Rita." in listed
    assert "Small numbers" not in listed  # the administrator's
    assert worker.get("/desk/settings/small-numbers").status == 404
    now.pass_by(days=200)
    assert (
        "Nobody has rung this number for six months"
        in staff.sign_in(Role.PARTICIPATION).get("/desk/settings").said()
    )
    assert worker.post("/desk/settings/lists/promise/add", name="").status in {401, 422}
