"""A young person's form keeps what they say, and gives a code and a day."""

from core.facts import AgeBand, Face, Permission, Role, Voice
from core.stories import OpenedView
from services import desk, review
from services.house import House
from tests.services.people import officer
from tests.web.public.conftest import Visitor, left_by

SAID = "My carer is kind. I want to see my brother more."


def kept(house: House) -> list[OpenedView]:
    """Every view, as an officer opens it."""
    by, _ = officer(house, Role.REVIEWER, Role.SAFEGUARDING)
    return [review.open_view(house, by, line.view_id) for line in desk.waiting(house, by)]


def test_before_the_first_question_it_says_who_reads_and_when_somebody_must_be_told(
    visitor: Visitor,
) -> None:
    page = visitor.get("/write").text
    before = page[: page.index("<form")]
    assert "Who reads this" in before
    assert "badly hurt" in before
    assert "not for emergencies" in before


def test_what_was_said_and_chosen_is_kept(visitor: Visitor, house: House) -> None:
    answer = visitor.send(
        "/write",
        about="family_time",
        face="good",
        words=SAID,
        age="8-11",
        who="nickname",
        call="Otter",
        quote="councillors",
    )
    assert answer.status_code == 303
    assert answer.location == "/"
    (view,) = kept(house)
    assert (view.words, view.topic, view.face) == (SAID, "family_time", Face.GOOD)
    assert (view.age_band, view.permission) == (AgeBand.CHILD, Permission.COUNCILLORS)
    assert (view.voice, *left_by(house, view)) == (Voice.YOUNG_PERSON, "Otter", "")


def test_nothing_chosen_means_not_sure_nobody_and_only_counted(
    visitor: Visitor, house: House
) -> None:
    visitor.send("/write", words=SAID)
    (view,) = kept(house)
    assert (view.topic, view.face, view.age_band) == (None, None, None)
    assert view.permission is Permission.COUNT_ONLY
    assert left_by(house, view) == ("", "")


def test_choices_that_are_not_there_count_as_not_chosen(visitor: Visitor, house: House) -> None:
    answer = visitor.send("/write", words=SAID, about="x", face="x", age="x", quote="x", who="x")
    assert answer.status_code == 303
    (view,) = kept(house)
    assert (view.topic, view.face, view.age_band) == (None, None, None)
    assert view.permission is Permission.COUNT_ONLY


def test_whoever_stays_unknown_leaves_no_name_and_no_way_to_be_reached(
    visitor: Visitor, house: House
) -> None:
    visitor.send("/write", words=SAID, who="anonymous", call="Sam", reach="0700 900 000")
    (view,) = kept(house)
    assert left_by(house, view) == ("", "")


def test_i_feel_unsafe_is_enough_by_itself_and_is_put_first(visitor: Visitor, house: House) -> None:
    answer = visitor.send("/write", unsafe="yes", who="anonymous", reach="my teacher Ms Ali")
    assert answer.status_code == 303
    page = visitor.get("/sent").text
    assert page.index("0800 1111") < page.index('id="code"')
    assert "OK. Someone will try to reach you." in page
    assert "What would you like?" not in page, "they have said so already"
    (view,) = kept(house)
    assert view.asked_for_help
    assert view.words == "I feel unsafe. Please get in touch with me."
    assert left_by(house, view) == ("", "my teacher Ms Ali")


def test_two_presses_of_send_are_one_view_with_one_code(visitor: Visitor, house: House) -> None:
    fields = visitor.tokens(visitor.get("/write")) | {"words": SAID}
    visitor.post("/write", fields)
    first = visitor.code()
    visitor.post("/write", fields)
    assert visitor.code() == first
    assert len(kept(house)) == 1


def test_the_same_form_with_other_words_says_that_it_added_them(visitor: Visitor) -> None:
    fields = visitor.tokens(visitor.get("/write"))
    visitor.post("/write", fields | {"words": SAID})
    visitor.post("/write", fields | {"words": "One more thing."})
    assert "added what you wrote" in visitor.get("/sent").text


def test_a_key_that_we_did_not_make_never_gives_somebody_elses_code(
    visitor: Visitor, app, house: House
) -> None:
    visitor.send("/write", words=SAID, key="forged")
    stranger = Visitor(app)
    stranger.send("/write", words="other", key="forged")
    assert stranger.code() != visitor.code()
    assert len(kept(house)) == 2
