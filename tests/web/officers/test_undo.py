"""What was done last is offered to be undone on the next page, and a survey's row is filed."""

import pytest

from core.facts import Door, Role
from core.working_days import LONDON

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


def test_taking_agreeing_several_and_filing_can_each_be_undone(staff, reviewer, tell) -> None:
    row = tell("My worker never comes.", door=Door.SURVEY)
    form = tell("My school is kind.")
    page = reviewer.get(form.path)
    page = reviewer.follow(reviewer.post(f"{form.path}/owner", to="me"))
    assert "You changed whose it is a moment ago." in page.text
    page = reviewer.follow(reviewer.post("/desk/undo"))
    assert "It is with whom it was before." in page.text
    assert "Nobody's yet." in page.text
    assert reviewer.follow(reviewer.post("/desk/undo")).text.count("There is nothing to undo.") == 1

    reviewer.get("/desk/bulk")
    told = {"read": row.view_id, f"themes-{row.view_id}": "social_worker"}
    told[f"version-{row.view_id}"] = reviewer.get(row.path).value("version")
    page = reviewer.follow(reviewer.post("/desk/bulk/agree", **told))
    assert "1 view agreed." in page.text
    page = reviewer.follow(reviewer.post("/desk/undo"))
    assert "Undone for 1" in page.text


def test_a_row_of_a_survey_has_no_reply_and_is_filed_and_opened_again(reviewer, tell) -> None:
    row = tell("My worker never comes.", door=Door.SURVEY)
    page = reviewer.get(row.path)
    assert "nobody has a code to read an answer with" in page.text
    assert not page.all("textarea[@id='reply']")
    sent = {"themes": "social_worker", "version": page.value("version"), "then": "stay"}
    reviewer.post(f"{row.path}/themes", **sent)
    page = reviewer.get(row.path)
    assert "It is filed" in page.text
    page = reviewer.follow(reviewer.post(f"{row.path}/reopen"))
    assert "Open again." in page.text
    reviewer.post(f"{row.path}/file")
    assert "Filed" in reviewer.get("/desk/?state=filed").said("ol[@class='desk-queue']")


def test_the_audit_names_whom_something_was_given_to_at_the_hour_on_the_wall(
    staff, reviewer, tell, house
) -> None:
    told, other = tell("My school is kind."), staff.officer(Role.PARTICIPATION)
    house.now.pass_by(days=200)
    reviewer = staff.sign_in(Role.REVIEWER)
    reviewer.get(told.path)
    reviewer.post(f"{told.path}/owner", to=other.id)
    given = staff.sign_in(Role.ADMINISTRATOR).get("/desk/audit?verb=given").said("table")
    assert f"{other.name}, {other.post}" in given.split("given")[1]
    here = house.now().astimezone(LONDON)
    assert here.utcoffset(), "it is summer"
    assert f"{here:%Y-%m-%d %H:%M}" in given
