"""What was done last is offered to be undone on the next page, and a survey's row is filed."""

import pytest

from core.facts import Door

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
