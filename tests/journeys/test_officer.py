"""An officer's day in a real browser: sign in, read what is urgent, agree, mask, reply, report.

The same walk with JavaScript and without it, on a phone and on a desk; each page is read by axe
and by the Nu HTML checker.
"""

from collections.abc import Iterator

import pytest
from docx import Document

from core.facts import AgeBand, Openness, Permission, Role, Who
from services import lookback, searching
from tests.journeys.finds import found
from tests.journeys.street import KINDS, PHONE, mistakes_in
from tests.journeys.walk import Walk
from tests.services.people import check_quotes
from tests.web.officers import conftest as desk
from tests.web.officers import test_interpreter as interpreter

app, staff, tell, tagger = desk.app, desk.staff, desk.tell, interpreter.tagger
pytestmark = pytest.mark.browser
CLEAR = "No names are left: these words may be quoted"
REPLY = "We asked Sarah's boss. She will come on Friday."


@pytest.fixture
def views(tell) -> dict[str, desk.Told]:
    """Six on school, one with a name in it, one urgent, and five on something else."""
    for number in range(5):
        tell(f"I like my room, number {number}.")
    for number in range(5):
        tell(f"The bus to school is late, number {number}.", permission=Permission.EVERYONE)
    who = Who(Openness.CONTACT, "Jay", "07700 900123")
    return {
        "named": tell("Sarah is my worker.\nShe never comes to school.", who=who),
        "urgent": tell("he hits me & I <b>hate</b> it", age_band=AgeBand.TEEN),
    }


@pytest.fixture(params=KINDS)
def walk(request: pytest.FixtureRequest, browser, address: str) -> Iterator[Walk]:
    context = browser.new_context(**request.param)
    yield Walk(context.new_page(), address)
    context.close()


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_a_view_goes_from_the_queue_to_the_paper(walk, staff, views, house, tmp_path) -> None:
    page = walk.page
    walk.sign_in(staff, Role.PARTICIPATION)
    walk.look("queue")
    first = page.locator(".desk-queue li").first
    assert "Urgent" in first.inner_text()
    walk.follow(first.get_by_role("link"))
    walk.look("urgent view")
    assert "he hits me & I <b>hate</b> it" in page.locator(".desk-words").inner_text()
    assert "tell the safeguarding lead now" in page.content()

    walk.open(views["named"].path)
    walk.press("Mask Sarah")
    assert "is shown as [name]" in page.content()
    page.get_by_label("Your reply").fill(REPLY)
    walk.press("Send the reply")
    assert "Reply sent" in page.content()
    walk.look("answered view")
    messages = lookback.open_story(house, views["named"].receipt).messages
    assert [message.words for message in messages] == [REPLY]

    agreed = 0
    walk.open("/desk/?theme=education")
    walk.follow(page.locator(".desk-queue a").first)
    while "/views/" in page.url:
        agreed += 1
        if page.get_by_role("button", name=CLEAR, exact=True).count():
            walk.press(CLEAR)
            assert "These words may be quoted." in page.content()
            walk.look("cleared view")
        walk.press("Save and open the next")
    assert agreed == 6, "the filter is kept on the way to the next"
    assert "Themes saved." in page.content()

    check_quotes(house)

    walk.follow(page.get_by_role("link", name="Summary", exact=True))
    walk.look("summary")
    row = page.get_by_role("row", name="School, college and work")
    assert row.get_by_role("cell").first.inner_text() == "6"

    walk.follow(page.get_by_role("link", name="Paper", exact=True))
    walk.follow(page.get_by_role("link", name="January to March 2027"))
    page.get_by_label("Day of the meeting").fill("2027-04-06")
    page.get_by_label("Item number").fill("5")
    walk.press("Look at the paper")
    walk.look("paper")
    page.get_by_label("I have read the paper").check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Issue and download the Word file").click()
    assert download.value.suggested_filename == "scrutiny-item-5-2027-04-06.docx"
    download.value.save_as(tmp_path / "paper.docx")
    paper = Document(str(tmp_path / "paper.docx"))
    text = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    assert "The bus to school is late" in text
    assert "Sarah" not in text
    assert walk.page.context.cookies()[0]["httpOnly"]

    walk.press("Sign out")
    walk.open(views["urgent"].path)
    assert "Sign in" in page.locator("h1").inner_text()


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_is_open_to_everyone_and_mistakes_in(
    browser, address, staff, views, tell, page_checker, tmp_path, width
) -> None:
    polish, sought = tell("Chciałbym wrócić do domu."), tell("A trampoline please.")
    searching.search(staff.house, staff.officer(Role.PARTICIPATION), "trampoline")
    context = browser.new_context(viewport={"width": width, "height": 800})
    walk = Walk(context.new_page(), address)
    pages = {
        Role.PARTICIPATION: {
            "queue": "/desk/",
            "filtered": "/desk/?voice=practitioner",
            "urgent": views["urgent"].path,
            "agree several": "/desk/bulk",
            "search": "/desk/search",
            "found": sought.path,
            "named": views["named"].path,
            "another language": "/desk/?language=interpreter",
            "in Polish": polish.path,
            "summary": "/desk/summary",
            "agreement": "/desk/agreement",
            "new themes": "/desk/new-themes",
            "a new theme": f"/desk/new-themes/{found(staff.house, views)}",
            "wrong days": "/desk/summary?start=2027-03-01&end=2027-01-01",
            "paper": "/desk/paper",
            "preview": "/desk/paper/preview?start=2027-01-01&end=2027-03-31"
            "&meeting_on=2027-04-06&item_number=5",
        },
        Role.SAFEGUARDING: {
            "safeguarding": "/desk/safeguarding",
            "one to decide": f"/desk/safeguarding/views/{views['urgent'].view_id}",
            "whom it is about": f"{views['urgent'].path}/about",
            "rota": "/desk/rota",
            "watchwords": "/desk/safeguarding/words",
            "words tried": "/desk/safeguarding/words/try",
        },
        Role.ADMINISTRATOR: {
            "people": "/desk/people",
            "person": f"/desk/people/{staff.officer(Role.REVIEWER).id}",
            "watch": "/desk/watch",
            "months": "/desk/agreement",
            "machine": "/desk/machine",
            "register": "/desk/register",
        },
    }
    raw: dict[str, str] = {}
    for role, paths in pages.items():
        walk.sign_in(staff, role)
        for name, path in paths.items():
            walk.open(path)
            walk.look(name)
            walk.check()
            raw[name] = walk.page.request.get(address + path).text()
        walk.press("Sign out")
        raw["sign in"] = walk.page.request.get(f"{address}/desk/sign-in").text()
    context.close()
    assert mistakes_in(page_checker, tmp_path, raw) == []


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_pages_that_say_no_are_open_to_everyone_too(browser, address, staff, views, now) -> None:
    context = browser.new_context(viewport=PHONE)
    walk = Walk(context.new_page(), address)
    walk.open("/desk/sign-in")
    walk.press("Sign in")
    walk.look("nothing typed")
    walk.check()

    walk.sign_in(staff, Role.REVIEWER)
    walk.open(views["named"].path)
    other = staff.sign_in(Role.PARTICIPATION)
    version = other.get(views["named"].path).value("version")
    assert (
        other.post(f"{views['named'].path}/themes", themes="money", version=version).status == 303
    )
    walk.press("Save")
    assert "It now says: Money" in walk.page.inner_text(".desk-alarm:has-text('You chose')")
    walk.look("somebody else changed it")
    walk.check()

    page_token = "input[name=csrf_token]"
    walk.page.get_by_label("Your reply").fill("She comes on Friday.")
    walk.page.eval_on_selector_all(page_token, "all => all.forEach(it => { it.value = 'old' })")
    walk.press("Send the reply")
    assert walk.page.get_by_label("Your reply").input_value() == "She comes on Friday."
    walk.look("a page open for too long")
    walk.check()
    walk.press("Send again")
    assert "Reply sent" in walk.page.content()

    walk.press("Send the reply")
    walk.look("an empty reply")
    walk.check()

    walk.page.get_by_label("Your reply").fill("We will ring you.")
    now.pass_by(hours=1)
    walk.press("Send the reply")
    assert walk.page.get_by_label("What you wrote").input_value() == "We will ring you."
    walk.check()
    context.close()


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_words_that_are_selected_are_quoted_for_masking(browser, address, staff, views) -> None:
    context = browser.new_context()
    walk = Walk(context.new_page(), address)
    walk.sign_in(staff, Role.REVIEWER)
    walk.open(views["named"].path)
    mark = walk.page.locator(".desk-words .desk-why").first
    mark.dblclick()
    walk.page.get_by_text("Mask other words").click()
    assert walk.page.locator("#quote").input_value() == mark.inner_text()
    context.close()


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
@pytest.mark.parametrize("script", [True, False])
def test_after_signing_out_back_shows_no_words(browser, address, staff, views, script) -> None:
    context = browser.new_context(java_script_enabled=script)
    walk = Walk(context.new_page(), address)
    walk.sign_in(staff, Role.REVIEWER)
    walk.open(views["urgent"].path)
    walk.press("Sign out")
    for _ in range(4):
        walk.page.go_back()
        walk.page.wait_for_load_state()
        assert "he hits me" not in walk.page.content()
    context.close()
