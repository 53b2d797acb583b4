"""A form that comes again finds its view, or hears plainly that it was taken back."""

import pytest

from core.errors import TakenBack
from core.facts import Suggestions
from services import intake, resending, withdrawing
from services.sight import Named
from tests.services.people import said


def test_a_form_that_comes_again_while_it_is_taken_back_is_told_so(house):
    code = intake.receive(house, said()).receipt or ""
    withdrawing.withdraw(house, code)
    with pytest.raises(TakenBack):
        resending.receive_again(house, said(), Suggestions(), Named(), code)
    with house.store.reading() as books:
        assert books.views.waiting() == ()
