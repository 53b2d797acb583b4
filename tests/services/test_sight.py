"""Whoever is named in a view cannot read it, count it, or learn that it is there."""

from dataclasses import replace

import pytest

from core.errors import NotFound
from core.facts import Role
from core.subjects import Block, How, StaffLine
from core.summaries import Period
from services import (
    accounts,
    answers,
    daily,
    digest,
    intake,
    lookback,
    redaction,
    register,
    review,
    sight,
    subjects,
)
from services.house import PARTICIPATION
from services.lookback import find_by_code
from tests.services.people import officer, queue_ids, said

ON_SQLITE = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
SARAH, LEAD = "sarah.jones@council.example", "lead@council.example"


@pytest.fixture
def sarah(house):
    """A participation worker who is on the register under her own name."""
    register.take(house, None, [StaffLine(2, "Sarah Jones", ("Saz",), "Team Manager", email=SARAH)])
    return officer(house, Role.PARTICIPATION, email=SARAH)[0]


@pytest.fixture
def lead(house):
    return officer(house, Role.SAFEGUARDING, email=LEAD)[0]


def send(house, words):
    code = intake.receive(house, said(words)).receipt or ""
    with house.store.reading() as books:
        return find_by_code(books, code).id, code


def test_whoever_is_named_finds_nothing_by_any_verb(house, sarah, lead, now):
    named, _ = send(house, "My social worker Sarah Jones shouts at me.")
    other, _ = send(house, "My school is good.")
    assert queue_ids(house, sarah) == [other]
    assert set(queue_ids(house, lead)) == {named, other}
    for verb in (
        lambda: review.open_view(house, sarah, named),
        lambda: review.agree_themes(house, sarah, named, (), 1),
        lambda: answers.reply(house, sarah, named, "words"),
        lambda: redaction.mask(house, sarah, named, 0, 1, "PERSON", "x"),
        lambda: redaction.clear(house, sarah, named, False, 1),
        lambda: subjects.of_view(house, sarah, named),
        lambda: subjects.ask_to_lift(house, sarah, named, "x", reason="let me"),
    ):
        with pytest.raises(NotFound) as told:
            verb()
        assert str(told.value) == str(NotFound())


@ON_SQLITE
def test_a_total_is_the_same_for_whoever_is_kept_out_and_for_all_others(house, sarah, now):
    other = officer(house, Role.PARTICIPATION, email="other@council.example")[0]
    period = Period(now().date(), now().date())
    for n in range(6):
        send(house, f"My school is good, {n}.")
    before = digest.summarise(house, sarah, period)
    send(house, "Sarah Jones shouts at me.")
    assert digest.summarise(house, sarah, period) == before
    assert digest.summarise(house, other, period) == before


def test_a_name_that_is_typed_later_closes_the_view(house, sarah, lead):
    view_id, code = send(house, "Somebody shouts at me.")
    assert queue_ids(house, sarah) == [view_id]
    lookback.say_more(house, code, "It is saz.", "form")
    assert queue_ids(house, sarah) == []
    assert queue_ids(house, lead) == [view_id]


@ON_SQLITE
def test_a_newcomer_sees_what_the_register_was_matched_with_and_no_more(house, lead, monkeypatch):
    named, _ = send(house, "Priya Nair never listens.")
    calm, _ = send(house, "My school is good.")
    with monkeypatch.context() as slow:
        slow.setattr(register, "catch_up", lambda house: None)
        priya = replace(
            officer(house, Role.REVIEWER, email="p@council.example")[0], name="Priya Nair"
        )
        register.take(
            house, None, [StaffLine(2, "Priya Nair", email="p@council.example")], whole=False
        )
    assert queue_ids(house, priya) == []
    assert sight.match_more(house, 10) == 2
    assert queue_ids(house, priya) == [calm]
    assert set(queue_ids(house, lead)) == {named, calm}


@ON_SQLITE
def test_an_uncertain_match_is_held_until_a_second_officer_decides(house, sarah, lead):
    view_id, _ = send(house, "My friend Sara is nice.")
    (doubt,) = subjects.waiting(house, lead)
    assert [(one.name, one.block) for one in doubt.subjects] == [("Sarah Jones", Block.HELD)]
    assert subjects.waiting(house, sarah) == ()
    with pytest.raises(subjects.NoReasonGiven):
        subjects.decide(
            house, lead, view_id, doubt.subjects[0].person_id, is_them=False, reason=" "
        )
    subjects.decide(
        house, lead, view_id, doubt.subjects[0].person_id, is_them=False, reason="a friend"
    )
    assert queue_ids(house, sarah) == [view_id]
    assert subjects.waiting(house, lead) == ()
    sight.match_more(house, 10)
    assert queue_ids(house, sarah) == [view_id]


@ON_SQLITE
def test_breaking_the_glass_takes_two_people_and_is_in_the_audit(house, sarah, lead):
    other = officer(house, Role.REVIEWER, email="other@council.example")[0]
    view_id, _ = send(house, "Thank you Sarah Jones!")
    (subject,) = subjects.of_view(house, lead, view_id)
    subjects.ask_to_lift(house, lead, view_id, subject.person_id, reason="it is praise")
    with pytest.raises(subjects.SamePerson):
        subjects.break_glass(house, lead, view_id, subject.person_id, agrees=True)
    assert queue_ids(house, sarah) == []
    subjects.break_glass(house, other, view_id, subject.person_id, agrees=True)
    assert queue_ids(house, sarah) == [view_id]
    with house.store.reading() as books:
        told = [(line.actor, line.verb) for line in books.audit.lines(view_id)]
    assert told == [(lead.id, "asked to break the glass"), (other.id, "glass broken")]


@ON_SQLITE
def test_about_me_takes_a_view_away_from_the_one_who_says_so(house, sarah, lead):
    view_id, _ = send(house, "She is late every time.")
    subjects.about_me(house, sarah, view_id)
    assert queue_ids(house, sarah) == []
    (subject,) = subjects.of_view(house, lead, view_id)
    assert (subject.how, subject.block) == (How.SAID_SO, Block.FIRM)


@ON_SQLITE
def test_who_leaves_the_register_and_who_stays(house, sarah):
    file = [StaffLine(2, "Dave Smith", post="Social Worker"), StaffLine(3, "Ann Lee")]
    assert register.take(house, None, file).added == 2
    assert register.take(house, None, file[:1]).added == 0
    with house.store.reading() as books:
        names = {person.name for person in books.registers.people() if person.here}
    assert names == {"Dave Smith", "Sarah Jones"}  # she signs in


@ON_SQLITE
def test_whoever_left_and_is_let_in_again_stays_kept_out(house, sarah):
    admin = officer(house, Role.ADMINISTRATOR, email="admin@council.example")[0]
    before, _ = send(house, "Sarah Jones shouts at me.")
    accounts.set_active(house, admin, sarah.id, False)
    register.take(house, None, [StaffLine(2, "Ann Lee")])
    send(house, "Sarah Jones shouted at me last year.")
    calm, _ = send(house, "My school is good.")
    accounts.set_active(house, admin, sarah.id, True)
    send(house, "saz jones is back")
    assert queue_ids(house, sarah) == [calm]
    with house.store.reading() as books:
        assert before in books.sight.hidden_from([sarah.id])


@ON_SQLITE
def test_nobody_gets_another_name_in_a_file_to_read_what_is_written_about_them(house, sarah):
    account = officer(house, Role.REVIEWER, email=LEAD, name="Priya Nair")[0]
    file = [StaffLine(2, "Zzyx Qqov", email=LEAD), StaffLine(3, "Ann Lee", manager="Zzyx Qqov")]
    register.take(house, None, file)
    for words in ("Priya Nair shouts at me.", "Ms Nair shouts.", "Zzyx Qqov shouts."):
        send(house, words)
    assert queue_ids(house, account) == []


@ON_SQLITE
def test_the_teams_daily_word_says_nothing_of_what_somebody_is_kept_from(house, sarah, lead, now):
    told = replace(house, channels={PARTICIPATION: ("participation/slack",)})
    send(house, "Sarah Jones shouts at me.")
    assert daily.send_due(told) == 0
    now.pass_by(days=1)
    send(house, "My school is good.")
    assert daily.send_due(told) == 1
