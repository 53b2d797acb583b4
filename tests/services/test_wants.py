"""A complaint or an advocate is asked for by the person, kept beside the view, gone with it."""

from core.wants import Want
from services import intake, withdrawing
from services.lookback import find_by_code
from tests.services.people import said


def wants(house, receipt):
    with house.store.reading() as books:
        return books.wants.of(find_by_code(books, receipt).id), books.wants.by_view()


def test_what_they_ask_for_is_kept_and_nothing_is_made_up(house):
    asked = intake.receive(house, said("I want to complain.", wants=frozenset({Want.ADVOCATE})))
    intake.receive(house, said("I want to complain."))
    mine, all_of_them = wants(house, asked.receipt)
    assert mine == {Want.ADVOCATE}
    assert list(all_of_them.values()) == [{Want.ADVOCATE}]


def test_the_same_form_again_may_ask_for_more_and_never_takes_away(house):
    first = said(wants=frozenset({Want.ADVOCATE}))
    receipt = intake.receive(house, first).receipt
    again = said(once_key=first.once_key, wants=frozenset({Want.COMPLAINT}))
    assert intake.receive(house, again).added
    assert intake.receive(house, again).repeated
    assert wants(house, receipt)[0] == {Want.ADVOCATE, Want.COMPLAINT}


def test_it_goes_with_the_words_that_are_taken_back(house):
    receipt = intake.receive(house, said(wants=frozenset(Want))).receipt or ""
    withdrawing.withdraw(house, receipt)
    with house.store.reading() as books:
        assert books.wants.by_view() == {}
