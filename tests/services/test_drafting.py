"""A paper written in Heard: what rests on nothing does not print, nothing unsafe goes out."""

import io
import re
from dataclasses import replace
from datetime import date

import pytest
from docx import Document

from core.errors import SomebodyElseChanged
from core.papers import Form, Kind
from core.records import Written
from core.working_days import clear_days_before
from services import drafting, guarding, lookback, papers, releases
from services.guarding import NotSafe
from tests.services.people import five_others, grouped, participation_worker, quotable
from tests.services.test_papers import ORDER, Sees

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
NOTE = "Head of Service, note of 2 February 2027"


@pytest.fixture
def tagger():
    return Sees()


@pytest.fixture
def by(house):
    return participation_worker(house)


@pytest.fixture
def draft(house, by):
    five_others(house, by)
    for _ in range(6):
        quotable(house, by, ("money",), words="My pocket money comes late.")
    return drafting.begin(house, by, ORDER)


def put(house, by, draft, words, *rests, section="current_position", source="", **more):
    said = Written("", section, words, rests, **more)
    drafting.put(house, by, draft.id, said, source)


def text_of(document: bytes) -> str:
    return "\n".join(p.text for p in Document(io.BytesIO(document)).paragraphs)


def test_a_claim_without_evidence_does_not_print(house, by, draft):
    put(house, by, draft, "Money now comes on time.")
    put(house, by, draft, "Money is paid on Fridays.", "source", source=NOTE, theme="money")
    put(house, by, draft, "There are many of them.", "totals")
    desk = drafting.work_on(house, by, draft.id)
    assert list(desk.held.values()) == [
        "It rests on nothing. Change it, and tick or name what it rests on.",
        "What it rested on is not there any more. Change it, and say what it rests on now.",
    ]
    text = text_of(papers.issue(house, by, ORDER))
    assert "Money now comes on time." not in text
    assert "There are many of them." not in text
    assert re.search(r"8\.1\tMoney is paid on Fridays\. \[E\d\]", text)
    with pytest.raises(drafting.NamesNothing):
        put(house, by, draft, "Another.", "source", source=" ")


def test_every_figure_names_the_frozen_release_with_its_hash(house, by, draft):
    issued = papers.issue(house, by, ORDER)
    (release,) = releases.published(house, by)
    table = Document(io.BytesIO(issued)).tables[-1]
    assert release.sha256 in table.rows[1].cells[1].text
    said = [p for p in text_of(issued).splitlines() if " views from " in p]
    assert said
    assert all("[E1]" in p for p in said)


def test_what_could_tell_who_a_child_is_stops_it_until_a_person_says_why(house, by, draft):
    put(house, by, draft, "Kayleigh and 2 children moved.", "figures")
    with pytest.raises(NotSafe, match="Nothing was issued"):
        papers.issue(house, by, ORDER)
    caught = drafting.work_on(house, by, draft.id).caught
    assert {one.finding.piece for one in caught} >= {"Kayleigh", "2 children"}
    assert not releases.published(house, by)
    for one in caught:
        guarding.let_stand(house, by, draft.id, one.mark, one.finding.piece, "Not a child's name.")
    assert papers.issue(house, by, ORDER)


def test_one_source_gives_every_document_and_they_agree(house, by, draft):
    put(house, by, draft, "We pay on Fridays now.", "figures", section="young/answer")
    put(house, by, draft, "Pay by Friday.", "source", source=NOTE, section="plan/future/will")
    releases.freeze(house, by, ORDER.period)
    for kind in Kind:
        page = papers.export(house, by, ORDER, kind, Form.HTML).decode()
        assert "Kayleigh" not in page
        assert page.startswith("<!DOCTYPE html>")
        word = text_of(papers.export(house, by, ORDER, kind, Form.DOCX))
        assert word
    young = papers.export(house, by, ORDER, Kind.YOUNG, Form.HTML).decode()
    assert "We pay on Fridays now." in young
    assert "6 messages" in young
    assert "has read this page yet" in young
    plan = papers.export(house, by, ORDER, Kind.PLAN, Form.HTML).decode()
    assert 'Pay by Friday. [<a href="#E' in plan
    assert '<th scope="row" id="E1">' in plan
    assert "What we can&#x27;t do, and why" in plan


def test_a_paper_has_a_day_by_which_it_must_be_public(engine_name):
    assert clear_days_before(date(2027, 1, 12), 5) == date(2027, 1, 4)
    assert clear_days_before(date(2027, 4, 6), 5) == date(2027, 3, 25)  # Easter lies between


def test_no_document_leaves_while_its_figures_move_and_taking_one_tells_nobody(house, by, draft):
    _, receipt = grouped(house, by, ("money",))
    for kind in Kind:
        with pytest.raises(releases.NotFrozen):
            papers.export(house, by, ORDER, kind, Form.DOCX)
    releases.freeze(house, by, ORDER.period)
    made = papers.export(house, by, ORDER, Kind.SCRUTINY, Form.DOCX)
    grouped(house, by, ("money",))
    assert papers.export(house, by, ORDER, Kind.SCRUTINY, Form.DOCX) == made
    assert "in_paper" not in {step.what for step in lookback.open_story(house, receipt).steps}


def test_two_who_change_one_paragraph_are_told(house, by, draft):
    put(house, by, draft, "First.", "figures")
    (one,) = drafting.work_on(house, by, draft.id).written
    drafting.put(house, by, draft.id, replace(one, words="Second."), "")
    with pytest.raises(SomebodyElseChanged):
        drafting.put(house, by, draft.id, replace(one, words="Third."), "")
