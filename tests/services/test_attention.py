"""Whose view it is, who is at it, why it is opened: nobody reads unseen."""

from dataclasses import replace

import pytest

from core.attention import Why
from core.errors import NotFound, SayWhy
from core.facts import Role
from core.inbox import Sieve
from services import answers, desk, desks, intake, openings, ownership, review
from storage.sight import Sight
from tests.services.people import grouped, officer, participation_worker, queue_ids, said

sqlite = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


@pytest.fixture
def two(house):
    """Somebody who may do nearly everything, and a colleague."""
    return participation_worker(house), officer(house, Role.REVIEWER, email="ann@x.example")[0]


@sqlite
def test_somebody_elses_view_is_opened_only_with_a_reason_that_is_kept(house, two, now):
    pat, ann = two
    intake.receive(house, said())
    (view_id,) = queue_ids(house, pat)
    ownership.give(house, pat, view_id, ann.id)
    with pytest.raises(SayWhy):
        review.open_view(house, pat, view_id)
    review.give_reason(house, pat, view_id, Why.ASKED)
    opened = review.open_view(house, pat, view_id)
    with house.store.reading() as books:
        last = [line for line in books.audit.lines(view_id) if line.verb == "read"][-1]
    assert (last.actor, last.detail) == (pat.id, "a colleague asked me")
    assert (opened.attention.owner, opened.attention.owner_id) == ("Sample Officer", ann.id)
    now.pass_by(minutes=31)
    with pytest.raises(SayWhy):
        review.open_view(house, pat, view_id)
    assert review.open_view(house, ann, view_id).words


@sqlite
def test_a_closed_view_asks_for_a_reason_once_the_work_on_it_is_over(house, two, now):
    pat, _ = two
    view_id, _ = grouped(house, pat, ("money",))
    answers.reply(house, pat, view_id, "Thank you.")
    assert review.open_view(house, pat, view_id).words, "the one who just worked on it is not asked"
    now.pass_by(hours=1)
    with pytest.raises(SayWhy):
        review.open_view(house, pat, view_id)
    assert review.open_view(house, pat, view_id, at_work=True).words, "what was typed is not lost"
    closed = desk.look(house, pat, Sieve(state="closed")).lines
    assert [line.view_id for line in closed] == [view_id]


@sqlite
def test_two_who_have_one_view_open_are_told_of_each_other(house, two, now):
    pat, ann = two
    intake.receive(house, said())
    (view_id,) = queue_ids(house, pat)
    review.open_view(house, ann, view_id)
    assert [one.name for one in review.open_view(house, pat, view_id).attention.here] == [ann.name]
    assert openings.who_is_here(house, ann, view_id) == ("Sample Officer (Participation Manager)",)
    now.pass_by(minutes=6)
    assert openings.who_is_here(house, ann, view_id) == ()


@sqlite
def test_the_writer_can_learn_how_often_it_was_opened_and_by_how_many(house, two):
    pat, ann = two
    receipt = intake.receive(house, said()).receipt or ""
    (view_id,) = queue_ids(house, pat)
    for by in (pat, pat, ann):
        review.open_view(house, by, view_id)
    told = openings.times_opened(house, receipt)
    assert (told.times, told.people) == (3, 2)


@sqlite
def test_nobody_is_given_what_they_may_not_read(house, two):
    pat, _ = two
    admin, _ = officer(house, Role.ADMINISTRATOR, email="admin@x.example")
    intake.receive(house, said())
    (view_id,) = queue_ids(house, pat)
    for wrong in (admin.id, "nobody"):
        with pytest.raises(ownership.CannotHaveIt):
            ownership.give(house, pat, view_id, wrong)
    assert admin not in ownership.colleagues(house, pat)


def test_what_is_hidden_is_in_no_list_count_or_page(house, two, monkeypatch):
    pat, _ = two
    for words in ("one", "two"):
        intake.receive(house, said(words))
    hidden, seen = queue_ids(house, pat)
    monkeypatch.setattr(Sight, "hidden_from", lambda *_: frozenset({hidden}))
    monkeypatch.setattr(Sight, "is_hidden", lambda _, view_id, *__: view_id == hidden)
    found = desk.look(house, pat, Sieve())
    assert ([one.view_id for one in found.lines], found.waiting, found.unread) == ([seen], 1, 1)
    assert desk.neighbours(house, pat, Sieve(), seen) == desk.Neighbours(None, None)
    with pytest.raises(NotFound):
        review.open_view(house, pat, hidden)
    with pytest.raises(NotFound):
        ownership.give(house, pat, hidden, pat.id)


@sqlite
def test_filters_that_were_saved_come_back_under_their_name(house, two):
    pat, ann = two
    desks.save_filter(house, pat, " Late ones ", Sieve(due="late", voice="young_person"))
    assert desks.filters(house, pat) == (("Late ones", {"due": "late", "voice": "young_person"}),)
    assert desks.filters(house, ann) == ()
    with pytest.raises(desks.NoName):
        desks.save_filter(house, pat, "All", Sieve())
    desks.forget_filter(house, pat, "Late ones")
    assert desks.filters(house, pat) == ()


def test_the_way_through_the_inbox_stays_while_views_are_read(house, two, now):
    pat, _ = two
    for words in ("one", "two", "three"):
        intake.receive(house, said(words))
        now.pass_by(days=1)
    first, second, third = queue_ids(house, pat)
    review.open_view(house, pat, second)
    assert queue_ids(house, pat) == [first, second, third]
    assert desk.neighbours(house, pat, Sieve(), second) == desk.Neighbours(first, third)
    mine = replace(Sieve(), owner="me")
    ownership.give(house, pat, third, pat.id)
    assert [one.view_id for one in desk.look(house, pat, mine).lines] == [third]
    assert desk.next_undecided(house, pat, Sieve(), third) == first
