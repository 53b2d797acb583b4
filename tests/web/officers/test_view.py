"""One view: words are safe to show, a suggestion is no decision, and nothing typed is lost."""

from collections.abc import Callable

import pytest

from core.facts import AgeBand, Openness, Permission, Role, Who
from services import lookback, review
from tests.web.officers.conftest import Desk, Staff, Told

Tell = Callable[..., Told]
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7*7 }} {% raw %}",
    "</textarea></div><h1>",
    "' onmouseover='x",
    "<!--",
    "]]>&lt;b&gt;&#x27;",
)


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_words_are_shown_as_they_were_written_and_never_run(
    reviewer: Desk, tell: Tell, words
) -> None:
    view = tell(words, who=Who(Openness.NICKNAME, words), details=((words, words),))
    page = reviewer.get(view.path)
    shown = page.all("div[@class='desk-words']")
    assert "".join(shown[0].itertext()).strip() == words
    assert not [it for it in page.all("script") if it.text]
    assert not page.all("img")
    reviewer.post(f"{view.path}/reply", words=words)
    again = reviewer.get(view.path)
    assert "".join(again.all("div[@class='desk-said']")[0].itertext()) == words


def test_details_that_tell_who_it_is_are_marked(reviewer: Desk, tell: Tell) -> None:
    page = reviewer.get(tell("Sarah is my worker.").path)
    assert "Sarah" in page.said("mark")
    assert "looks like: name" in page.said()


def test_what_the_machine_suggests_is_ticked_with_its_reason_until_somebody_agrees(
    reviewer: Desk, tell: Tell
) -> None:
    view = tell("My worker never comes.")
    page = reviewer.get(view.path)
    assert page.ticked() == ["social_worker"]
    assert "Very likely, because of “worker”" in page.said()
    assert "Nobody has agreed this yet" in page.said()
    fields = {"themes": ["being_listened_to", "education"], "version": page.value("version")}
    after = reviewer.follow(reviewer.post(f"{view.path}/themes", **fields))
    assert sorted(filter(None, after.ticked())) == ["being_listened_to", "education"]
    assert "Themes saved." in after.said()
    assert "12 January 2027, Reviewer post: Being listened to, School" in after.said()


def test_an_unlikely_theme_is_not_pushed(reviewer: Desk, tell: Tell) -> None:
    page = reviewer.get(tell("Maybe the worker knows.").path)
    assert [mark.text for mark in page.all("span[@class='desk-why']")] == ["worker", "Dotted"]
    assert "The machine suggests My social worker" in page.said("fieldset")
    assert "Money" not in page.said("fieldset")


def test_all_eighteen_themes_can_be_ticked(reviewer: Desk, tell: Tell) -> None:
    assert len(reviewer.get(tell("My worker never comes.").path).all("input[@name='themes']")) == 18


def test_none_of_them_is_an_answer_too(reviewer: Desk, tell: Tell) -> None:
    view = tell("My worker never comes.")
    version = reviewer.get(view.path).value("version")
    after = reviewer.follow(reviewer.post(f"{view.path}/themes", version=version))
    assert after.ticked() == []
    assert "Agreed: none" in after.said()


def test_save_and_open_the_next_opens_the_next_that_waits(reviewer: Desk, tell: Tell, now) -> None:
    first = tell("My worker never comes.")
    now.pass_by(days=1)
    tell_second = tell("My school is far.")
    now.pass_by(days=-1)
    version = reviewer.get(first.path).value("version")
    page = reviewer.post(f"{first.path}/themes", version=version, then="next")
    assert page.headers["Location"] == tell_second.path
    version = reviewer.get(tell_second.path).value("version")
    page = reviewer.post(f"{tell_second.path}/themes", version=version, then="next")
    assert page.headers["Location"] in {first.path, "/desk/"}


def test_two_officers_on_one_view_are_told_and_nobodys_choice_is_lost(
    staff: Staff, reviewer: Desk, worker: Desk, tell: Tell
) -> None:
    view = tell("My worker never comes.")
    reviewer.get(view.path)
    version = reviewer.get(view.path).value("version")
    worker.get(view.path)
    worker.post(f"{view.path}/themes", themes=["money"], version=version)
    page = reviewer.post(f"{view.path}/themes", themes=["safety"], version=version)
    assert page.status == 409
    assert page.ticked() == ["safety"]
    assert "It now says: Money. You chose: Feeling safe." in page.said()
    fields = {"themes": page.ticked(), "version": page.value("version")}
    saved = reviewer.follow(reviewer.post(f"{view.path}/themes", **fields))
    assert saved.ticked() == ["safety"]


@pytest.mark.parametrize(
    "fields", [{"themes": "no_such_theme", "version": "1"}, {"version": "x"}, {}]
)
def test_a_broken_choice_is_refused_and_nothing_is_stored(
    house, staff: Staff, reviewer: Desk, tell: Tell, fields
) -> None:
    view = tell("My worker never comes.")
    reviewer.get(view.path)
    assert reviewer.post(f"{view.path}/themes", **fields).status == 422
    assert review.open_view(house, staff.officer(Role.REVIEWER), view.view_id).agreed is None


def test_one_press_masks_what_the_machine_found_and_one_shows_it_again(
    reviewer: Desk, tell: Tell
) -> None:
    view = tell("Sarah is my worker.")
    page = reviewer.get(view.path)
    fields = {name: page.value(name) for name in ("start", "end", "type", "reason")}
    after = reviewer.follow(reviewer.post(f"{view.path}/mask", **fields))
    assert "is shown as [name]" in after.said()
    assert "looks like" not in after.said()
    shown = reviewer.follow(reviewer.post(f"{view.path}/unmask", start="0", end="5"))
    assert "is shown as" not in shown.said()


def test_quoted_words_are_masked_everywhere_with_the_reason_kept(
    reviewer: Desk, tell: Tell
) -> None:
    view = tell("I go to Oak House. oak house is loud. Oakhouse is not it.")
    reviewer.get(view.path)
    fields = {"quote": " Oak  House", "type": "PLACE_NAME", "reason": "Only one home has that name"}
    after = reviewer.follow(reviewer.post(f"{view.path}/mask", **fields))
    assert "Masked in 2 places." in after.said()
    assert after.said().count("Only one home has that name") == 2
    assert [piece.text for piece in after.all("div[@id='x']")] == []


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"quote": "Elm House", "type": "SCHOOL", "reason": "why"}, "not in this view"),
        ({"quote": "Oak House", "type": "SCHOOL", "reason": " "}, "why, so that others"),
        ({"quote": "Oak House", "type": "SCHOOL", "reason": "a\0b"}, "hidden character"),
        ({"start": "5", "end": "9999", "type": "SCHOOL", "reason": "why"}, "not in the words"),
        ({"start": "-1", "end": "3", "type": "SCHOOL", "reason": "why"}, "not in the words"),
    ],
)
def test_a_mask_that_cannot_be_keeps_what_was_typed(
    reviewer: Desk, tell: Tell, fields, told
) -> None:
    view = tell("I go to Oak House.")
    reviewer.get(view.path)
    page = reviewer.post(f"{view.path}/mask", **fields)
    assert page.status in {400, 422}
    assert told in page.said()
    assert page.value("quote") == fields.get("quote", "")


def test_a_reply_reaches_the_person_by_their_code(house, reviewer: Desk, tell: Tell) -> None:
    view = tell("My worker never comes.")
    reviewer.get(view.path)
    after = reviewer.follow(
        reviewer.post(f"{view.path}/reply", words="We asked.\r\nThey will ring.")
    )
    assert "Reply sent" in after.said()
    story = lookback.open_story(house, view.receipt)
    assert [m.words for m in story.messages] == ["We asked.\nThey will ring."]


@pytest.mark.parametrize("words", ["", "  \n", "a\0b", "x" * 20_001])
def test_a_reply_that_cannot_be_sent_is_kept_and_nothing_is_stored(
    house, reviewer: Desk, tell: Tell, words: str
) -> None:
    view = tell("My worker never comes.")
    reviewer.get(view.path)
    page = reviewer.post(f"{view.path}/reply", words=words)
    assert page.status in {400, 413, 422}
    assert (
        len(page.all("textarea[@id='reply']")[0].text or "")
        >= len(words.strip()) - words.count("\0") - 1
    )
    assert lookback.open_story(house, view.receipt).messages == ()


def test_what_they_said_later_is_in_the_conversation(house, reviewer: Desk, tell: Tell) -> None:
    view = tell("My worker never comes.")
    lookback.say_more(house, view.receipt, "She came today.", "another once key, long enough")
    page = reviewer.get(view.path)
    assert "They said, 12 January 2027 She came today." in page.said()


@pytest.mark.parametrize("permission", list(Permission))
@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_permission_is_told_in_plain_words(reviewer: Desk, tell: Tell, permission) -> None:
    page = reviewer.get(tell("My worker never comes.", permission=permission).path)
    told = {"everyone": "Councillors and everyone", "councillors": "Only councillors"}
    assert told.get(permission, "Never quote") in page.said("dl")


def test_a_nickname_is_shown_and_a_way_to_reach_somebody_waits_for_a_second_person(
    reviewer: Desk, tell: Tell
) -> None:
    nobody = reviewer.get(tell("My worker never comes.").path)
    assert "They did not say" in nobody.said("dl")
    called = reviewer.get(tell("Hello.", who=Who(Openness.NICKNAME, "Otter")).path)
    assert "Otter" in called.said("dl")
    who = Who(Openness.CONTACT, "Jay", "07700 900123")
    known = reviewer.get(tell("Ring me.", who=who, age_band=AgeBand.TEEN).path)
    assert "Jay" not in known.said()
    assert "07700 900123" not in known.said()
    assert "They left a way to reach them" in known.said()
    assert "Young person, 12 to 17" in known.said("h1")


def test_a_worry_is_told_as_a_sign_and_says_what_to_do(reviewer: Desk, tell: Tell) -> None:
    page = reviewer.get(tell("he hits me").path)
    assert "sign of worry: physical harm. It may be wrong" in page.said()
    assert "tell the safeguarding lead now" in page.said()


def test_a_safeguarding_lead_reads_and_replies_but_does_not_group(staff: Staff, tell: Tell) -> None:
    page = staff.sign_in(Role.SAFEGUARDING).get(tell("Sarah is my worker.").path)
    assert page.all("textarea")
    assert not page.all("input[@name='themes']")
    assert not page.all("input[@name='reason']")


def test_no_word_name_or_code_is_in_any_address(reviewer: Desk, tell: Tell) -> None:
    view = tell("Sarah zebra is my worker.", who=Who(Openness.NICKNAME, "Jay"))
    for path in ("/desk/", view.path):
        links = [link.get("href") or "" for link in reviewer.get(path).all("a")]
        assert not [it for it in links if "zebra" in it or "Jay" in it or view.receipt in it]
