"""The quote bank: two officers, the writer's permission as it is now; papers draw on it alone."""

from dataclasses import replace
from datetime import date

import pytest

from core.errors import NotAllowed, NotFound
from core.facts import Permission, PersonalDetail, Role, Suggestions, Worry
from core.quotes import CannotQuote, QuoteState, SamePerson
from core.summaries import Period
from services import bank, digest, lookback, redaction
from tests.services.people import (
    SECOND,
    check_quotes,
    five_others,
    grouped,
    officer,
    participation_worker,
    quotable,
)


class Finds:
    """Finds one phone number, and nothing else."""

    def suggest(self, text):
        at = text.find(PHONE)
        found = (PersonalDetail(at, at + len(PHONE), "PHONE"),) if at >= 0 else ()
        return Suggestions(worry=Worry.NONE, personal=found, language="en", method="finds")


PHONE = "07700 900123"
QUARTER = Period(date(2027, 1, 1), date(2027, 3, 31))


def printed(house, by):
    found = digest.summarise(house, by, QUARTER)
    return {quote.words for line in found.themes for quote in line.quotes}


def clear(house, by, view_id):
    with house.store.reading() as books:
        version = books.views.find(view_id).version
    redaction.clear(house, by, view_id, True, version)


def test_nothing_is_printed_before_a_second_officer_read_it_and_never_after_a_change_of_mind(house):
    by = participation_worker(house)
    five_others(house, by)
    ids = [grouped(house, by, ("money",), words=f"The bus is late {n}")[0] for n in range(5)]
    clear(house, by, ids[0])
    assert printed(house, by) == set()
    (waiting,) = bank.listed(house, by)
    with pytest.raises(SamePerson):
        bank.check(house, by, waiting.id, True)
    with pytest.raises(CannotQuote):
        bank.check(house, SECOND, waiting.id, False)
    bank.check(house, SECOND, waiting.id, True)
    assert printed(house, by) == {"The bus is late 0"}
    with house.store.transaction() as books:
        view = books.views.find(ids[0])
        books.views.change(view, permission=Permission.COUNCILLORS)
    assert printed(house, by) == set()
    with house.store.transaction() as books:
        books.views.change(books.views.find(ids[0]), permission=Permission.EVERYONE)
        assert books.audit.verify().holds
    assert printed(house, by) == {"The bus is late 0"}
    bank.take_out(house, by, waiting.id, "Too close to home")
    assert printed(house, by) == set()


def test_a_later_mask_a_worry_or_a_second_thought_takes_it_out(house):
    by = participation_worker(house)
    five_others(house, by)
    ids = [quotable(house, by, ("money",), words=f"The bus is late {n}")[0] for n in range(5)]
    assert len(printed(house, by)) == 3
    redaction.mask(house, by, ids[0], 4, 7, "PLACE_NAME", "the only bus")
    states = {one.words: one.state for one in bank.listed(house, by) if one.view_id == ids[0]}
    assert states == {
        "The bus is late 0": QuoteState.OUT,
        "The [place] is late 0": QuoteState.WAITING,
    }
    check_quotes(house)
    redaction.unmask(house, by, ids[1], 0, 1)
    with house.store.transaction() as books:
        books.views.change(books.views.find(ids[2]), worry=Worry.CONCERN)
    left = printed(house, by)
    assert "The bus is late 1" not in left
    assert "The bus is late 2" not in left
    assert not any("bus is late 0" in words for words in left)


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_a_quote_is_cut_from_a_message_with_what_the_machine_finds_taken_out(house):
    by = participation_worker(house)
    view_id, receipt = grouped(house, by, ("money",), words="The bus is late. " * 30)
    clear(house, by, view_id)
    assert bank.listed(house, by) == ()  # too long to be printed whole
    lookback.say_more(house, receipt, "Ring me on 07700 900123. Please mend the bus.", "k" * 20)
    named = replace(house, tagger=Finds())
    pieces = bank.quotables(named, by, view_id)
    assert pieces[1].words == "Ring me on [phone number]. Please mend the bus."
    cut = (view_id, pieces[1].part)
    with pytest.raises(CannotQuote):
        bank.propose(named, by, *cut, "Ring me on 07700 900123.", Permission.EVERYONE)
    with pytest.raises(CannotQuote):
        bank.propose(named, by, *cut, "Please mend the bus.", Permission.COUNT_ONLY)
    bank.propose(named, by, *cut, "[...] Please mend the bus.", Permission.COUNCILLORS)
    (quote,) = bank.listed(named, by)
    assert (quote.part, quote.audience) == (pieces[1].part, Permission.COUNCILLORS)
    with pytest.raises(NotFound):
        bank.propose(named, by, view_id, "no such part", "Please", Permission.EVERYONE)


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_only_those_who_group_see_the_bank(house):
    lead, _ = officer(house, Role.SAFEGUARDING, email="s@council.example")
    with pytest.raises(NotAllowed):
        bank.listed(house, lead)
