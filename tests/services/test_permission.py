"""Permission by the sentence: kept, honoured in quotes, changed by code, gone with the words."""

import pytest
import sqlalchemy as sa

from core.facts import Permission
from core.summaries import PaperOrder, Period
from services import intake, papers, permission, review, withdrawing
from services.digest import summarise
from storage import tables
from tests.services.people import five_others, participation_worker, quotable, said

COUNT, PRIVATE, ALL = Permission.COUNT_ONLY, Permission.COUNCILLORS, Permission.EVERYONE
WORDS = "Tea is good. My mum is ill. I like dogs."
MIXED = (ALL, COUNT, PRIVATE)


def quotes(house, by):
    day = house.now().date()
    summary = summarise(house, by, Period(day, day))
    return [quote.words for line in summary.themes for quote in line.quotes]


def sentences_kept(house):
    """How many rows hold the choice for a sentence."""
    with house.store.engine.connect() as connection:
        return connection.scalar(sa.select(sa.func.count()).select_from(tables.sentence))


@pytest.fixture
def told(house):
    """Six views about money, so that quotes may be shown; the id and code of one by sentence."""
    by = participation_worker(house)
    five_others(house, by)
    for number in range(5):
        quotable(house, by, ("money",), words=f"Number {number}.", permission=PRIVATE)
    mine = quotable(house, by, ("money",), words=WORDS, permission=ALL, sentences=MIXED)
    return by, *mine


def test_a_paper_quotes_the_sentences_for_everyone_and_no_other(house, told):
    by, *_ = told
    assert quotes(house, by) == ["Tea is good."]


def test_a_change_of_mind_counts_from_now_on_and_what_is_opened_is_cleared_anew(house, told):
    by, view_id, receipt = told
    permission.choose(house, receipt, (COUNT, COUNT, COUNT))
    assert quotes(house, by) == []
    opened = review.open_view(house, by, view_id)
    assert (opened.permission, opened.cleared) == (COUNT, True)
    permission.choose(house, receipt, (ALL, ALL, COUNT))
    opened = review.open_view(house, by, view_id)
    assert (opened.permission, opened.cleared) == (ALL, False)
    assert [one.permission for one in opened.sentences] == [ALL, ALL, COUNT]
    assert quotes(house, by) == []
    with house.store.reading() as books:
        assert books.rollup.total() == books.rollup.recount()


def test_answers_that_do_not_fit_change_nothing(house, told):
    _, _, receipt = told
    for chosen in ((), (ALL,), (ALL,) * 4):
        permission.choose(house, receipt, chosen)
    assert [one.permission for one in permission.open_choices(house, receipt).sentences] == [*MIXED]


def test_how_it_would_look_is_shown_for_each_audience_and_when_it_was_printed(house, told):
    by, _, receipt = told
    looks = permission.open_choices(house, receipt).looks
    assert looks == {ALL: "Tea is good.", PRIVATE: "Tea is good. [...] I like dogs."}
    day = house.now().date()
    papers.issue(house, by, PaperOrder(Period(day, day), day, "4a"))
    assert permission.open_choices(house, receipt).printed_on == day


def test_before_it_is_sent_the_look_is_the_same(house):
    shown = permission.preview(house, WORDS, MIXED, COUNT)
    assert shown.looks[PRIVATE] == "Tea is good. [...] I like dogs."
    assert {one.permission for one in permission.preview(house, WORDS, (), ALL).sentences} == {ALL}


def test_the_choices_go_with_the_words(house):
    sent = said(WORDS, permission=ALL, sentences=MIXED)
    receipt = intake.receive(house, sent).receipt or ""
    assert sentences_kept(house) == len(MIXED)
    withdrawing.withdraw(house, receipt)
    assert sentences_kept(house) == 0
