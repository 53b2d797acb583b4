"""One whole thread in a browser: a view, its theme, the paragraph, the agenda item, the decision
pasted from real minutes, the action, the answer, and the young person who reads it by their code.
"""

from pathlib import Path

import pytest
from docx import Document

from core.facts import Permission, Role
from services import redaction, review
from tests.journeys.street import PHONE, mistakes_in
from tests.journeys.walk import Walk
from tests.services.people import check_quotes
from tests.web.officers import conftest as desk

app, staff, tell, tagger = desk.app, desk.staff, desk.tell, desk.tagger
pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True),
]
MINUTES = Path("sample/minutes/improvement-plan.txt").read_text("utf-8")
DECIDED = "Service to provide historical detailed information"
ANSWER = "The bus comes on time now. We asked the company, and they changed it."


@pytest.fixture
def views(house, staff, tell) -> list[desk.Told]:
    """Six on school and five on home; all but the first are agreed and may be quoted."""
    officer = staff.officer(Role.REVIEWER)
    told = []
    for number in range(11):
        words = "The bus to school is late." if number < 6 else "I like my room."
        view = tell(words, permission=Permission.EVERYONE)
        told.append(view)
        if number:
            version = review.open_view(house, officer, view.view_id).version
            key = "education" if number < 6 else "home_carers"
            review.agree_themes(house, officer, view.view_id, (key,), version)
            redaction.clear(house, officer, view.view_id, True, version + 1)
    check_quotes(house)
    return told


def write_the_paper(walk: Walk) -> None:
    """From the days to a paragraph that rests on something."""
    page = walk.page
    walk.open("/desk/paper?start=2027-01-01&end=2027-03-31&meeting_on=2027-04-13&item_number=4a")
    walk.press("Look at the paper")
    walk.press("Write the paper")
    assert "must be public by 5 April 2027" in page.inner_text("main")
    page.get_by_label("Where it stands").select_option("Current Position")
    page.get_by_label("Theme", exact=True).select_option("School, college and work")
    page.get_by_label("Words", exact=True).fill("The Service has spoken to the bus company.")
    page.get_by_label("Another source, named here:").check()
    page.get_by_label("Name of the source").fill("Head of Service, note of 2 March 2027")
    walk.press("Keep the paragraph")
    walk.look("paper")
    assert "So nothing leaves the desk yet" in page.inner_text("main")
    walk.press("Freeze the figures")
    assert "These figures never change again." in page.inner_text("main")


def sign_off(walk: Walk, member: Walk) -> None:
    """A member of the young people's council reads it on a phone without JavaScript."""
    walk.open("/desk/members")
    walk.page.get_by_label("A label for you").fill("A")
    walk.press("Make a code")
    code = walk.page.inner_text(".desk-secret")
    walk.look("members")
    member.open("/council")
    member.look("council")
    member.page.get_by_label("Your member code").fill(code)
    member.press("Open")
    assert "School, college or work: 6 messages" in member.page.inner_text("main")
    member.look("to sign")
    member.press("Yes, that's what we said")
    assert "Thank you" in member.page.inner_text("h1")
    member.look("signed")


def issue(walk: Walk, folder: Path) -> str:
    """Issue it from its own page; the words of the Word file."""
    walk.page.get_by_label("I have read the paper").check()
    with walk.page.expect_download() as download:
        walk.page.get_by_role("button", name="Issue and download the Word file").click()
    download.value.save_as(folder / "paper.docx")
    return "\n".join(p.text for p in Document(str(folder / "paper.docx")).paragraphs)


def decide(walk: Walk, paper: str) -> None:
    """Paste the minutes, give the decision its theme, its owner and its day."""
    walk.open(f"{paper}/meeting")
    walk.page.get_by_label("Paste the minutes").fill(MINUTES)
    walk.press("Find the decisions")
    assert DECIDED in walk.page.get_by_label("What was decided").input_value()
    assert walk.page.get_by_label("Owner, by post").input_value() == "Service"
    walk.page.get_by_label("Theme", exact=True).select_option("School, college and work")
    walk.page.get_by_label("By when").fill("2027-06-01")
    walk.look("decisions")
    walk.press("Keep the decisions")


def test_one_thread_from_a_view_to_its_answer(
    browser, address, staff, views, page_checker, tmp_path
) -> None:
    officer = browser.new_context(viewport={"width": 1280, "height": 900})
    phone = browser.new_context(viewport=PHONE, java_script_enabled=False)
    walk, young = Walk(officer.new_page(), address), Walk(phone.new_page(), address)
    walk.sign_in(staff, Role.PARTICIPATION)
    walk.open(views[0].path)
    walk.page.locator("input[name=themes][value=education]").check()
    walk.press("Save")
    write_the_paper(walk)
    paper = walk.page.url.partition("#")[0].removeprefix(address)
    sign_off(walk, young)
    walk.open(paper)
    assert "1 said yes, 0 said no" in walk.page.inner_text("main")
    text = issue(walk, tmp_path)
    assert "The Service has spoken to the bus company. [E2]" in text
    assert "yes, that is what we said" in text
    decide(walk, paper)
    walk.open("/desk/actions")
    walk.look("actions")
    walk.page.get_by_text("Ask everybody who spoke of this").click()
    walk.page.get_by_label("The question, in plain words").fill("Is it on time now?")
    walk.press("Ask them")
    walk.open("/desk/answers")
    walk.page.get_by_label("Theme", exact=True).select_option("School, college and work")
    walk.page.get_by_label("Answers which decision").select_option(index=1)
    walk.page.get_by_label("For young people").fill(ANSWER)
    walk.page.get_by_label("For practitioners").fill("The bus company changed its times.")
    walk.page.get_by_label("For the board: you said").fill("The bus is late.")
    walk.press("Send the answer")
    walk.look("answers")
    young.open("/look-back")
    young.page.get_by_label("Your code").fill(views[3].receipt)
    young.press("Look")
    said = young.page.inner_text("main")
    assert "They decided on" in said
    assert DECIDED in said
    assert "Is it on time now?" in said
    assert ANSWER in said
    walk.open("/desk/actions")
    with walk.page.expect_navigation():
        walk.page.get_by_role("link", name="The whole thread").click()
    told = walk.page.inner_text("main")
    for part in ("6 views from young people", "spoken to the bus company", DECIDED, ANSWER):
        assert part in told
    assert "It went to 6; read by fewer than 5." in told or "read by not shown" in told
    walk.look("thread")
    walk.open("/desk/releases")
    walk.follow(walk.page.locator(".desk-queue a").first)
    walk.look("release")
    for path in (paper, f"{paper}/meeting", "/desk/actions", "/desk/answers", "/desk/members"):
        walk.open(path)
        walk.check()
        walk.page.set_viewport_size(PHONE)
        walk.look(f"on a phone {path.rpartition(chr(47))[2]}")
        walk.page.set_viewport_size({"width": 1280, "height": 900})
    assert mistakes_in(page_checker, tmp_path, walk.seen | young.seen) == []
    officer.close()
    phone.close()
