"""The safeguarding desk: alerts, decisions, routes, the rota, whom a view is about."""

import io

import pytest

from core.facts import Openness, Role, Who
from core.wants import Want

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
DESK = "/desk/safeguarding"


@pytest.fixture
def lead(staff):
    return staff.sign_in(Role.SAFEGUARDING)


def test_an_alert_is_shown_and_taken_up_once(lead, tell):
    view = tell("he hits me")
    assert "1 alert waits for somebody to take it up: somebody may" in lead.get("/desk/").said()
    assert "Somebody may be at risk now" in lead.get(DESK).said()
    assert "Now since 12 January 2027, by tomorrow at 10am at the latest" in lead.get(DESK).said()
    page = lead.get(f"{DESK}/views/{view.view_id}")
    assert "Nobody has taken this up" in page.said()
    assert "Ring at once, whether the office is open or not" in page.said()
    alert = page.value("alert")
    took = lead.post(f"{DESK}/take", alert=alert, view=page.value("view"))
    page = lead.follow(took)
    assert "You have it" in page.said()
    assert "Sam has this." in page.said()
    assert "To be decided. Sam has it" in lead.get(DESK).said()
    assert "alert waits" not in lead.get("/desk/").said()
    assert "Sam has it already" in lead.follow(lead.post(f"{DESK}/take", alert=alert)).said()
    assert "Every alert is in somebody's hands" in lead.get(DESK).said()


def test_what_is_late_rises_and_stands_on_the_first_page(staff, tell, house):
    tell("My worker never comes.")
    house.now.pass_by(days=1)
    lead = staff.sign_in(Role.SAFEGUARDING)
    assert "1 is late" in lead.get(DESK).said()
    assert "1 is late" in lead.get("/desk/").said()


def test_a_decision_wants_a_reason_and_nothing_typed_is_lost(lead, tell):
    view = tell("he hits me")
    path = f"{DESK}/views/{view.view_id}"
    lead.get(path)
    page = lead.post(f"{path}/decide", decision="referred", reason=" ")
    assert page.status == 422
    assert "Say why" in page.said()
    page = lead.follow(lead.post(f"{path}/decide", decision="referred", reason="A bruise."))
    assert "Integrated front door: Open" in page.said()
    referral = page.value("referral")
    page = lead.post(f"{path}/follow", referral=referral, do="close", text="They took it on.")
    assert "Pass it to the case record first" in page.said()
    assert page.value("text") == "They took it on."
    page = lead.follow(
        lead.post(f"{path}/follow", referral=referral, do="record", text="LCS 12345")
    )
    assert "In the case record as LCS 12345" in page.said()


def test_a_complaint_that_was_asked_for_waits_to_be_confirmed(lead, tell):
    view = tell("My worker never comes.", wants=frozenset({Want.COMPLAINT}))
    assert "Children Act complaint (they asked for it)" in lead.get(DESK).said()
    path = f"{DESK}/views/{view.view_id}"
    assert "Asked for by the writer" in lead.get(path).said()
    page = lead.follow(lead.post(f"{path}/route", route="complaint", take="yes"))
    assert "Children Act complaint: Open" in page.said()


def test_the_rota_is_kept_at_the_desk(lead, staff):
    sam = staff.officer(Role.SAFEGUARDING)
    lead.get("/desk/rota")
    page = lead.post("/desk/rota/duty", who=sam.id, place="1", start="2027-01-12", end="nonsense")
    assert page.status == 422
    assert "Give both days" in page.said()
    days = {"start": "2027-01-12", "end": "2027-01-18"}
    page = lead.follow(lead.post("/desk/rota/duty", who=sam.id, place="1", **days))
    assert "Told first, 12 January 2027 to 18 January 2027" in page.said()
    page = lead.post("/desk/rota/absence", away=sam.id, cover=sam.id, **days)
    assert "Choose somebody else to cover" in page.said()


def test_about_me_takes_the_view_away_at_once(reviewer, tell):
    view = tell("She is always late.")
    reviewer.get(f"{view.path}/about")
    page = reviewer.follow(reviewer.post(f"{view.path}/about/me", sure="yes"))
    assert "You do not see it any more" in page.said()
    assert reviewer.get(view.path).status == 404


def test_how_to_reach_somebody_takes_two(reviewer, lead, tell):
    who = Who(Openness.CONTACT, "Kayleigh", "07700 900123")
    view = tell("Please ring me.", who=who)
    assert "07700 900123" not in reviewer.get(view.path).text
    reviewer.post(f"{view.path}/contact", do="ask", reason="They want a lift.")
    assert "A second person is needed" in lead.get(DESK).said()
    lead.get(view.path)
    lead.post(f"{view.path}/contact", do="yes")
    assert "07700 900123" not in lead.get(view.path).text
    assert "07700 900123" in reviewer.get(view.path).text


def test_the_register_comes_in_from_a_file_and_a_bad_file_is_said_so(admin):
    admin.get("/desk/register")
    page = admin.post("/desk/register/import", file=(io.BytesIO(b"a,b\n1,2\n"), "staff.csv"))
    assert page.status == 422
    assert "must be called Name" in page.said()
    rows = b"Name,Post,Manager,Nicknames\nSarah Jones,Team Manager,,Saz\n,x,,\n"
    page = admin.post("/desk/register/import", file=(io.BytesIO(rows), "staff.csv"))
    assert "Row 3: there is no name in it" in page.said()
    assert "Sarah Jones" in page.said()
