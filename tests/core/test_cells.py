"""Nothing that leaves in a table is worked out as a formula, and every right has its day."""

from datetime import date

import pytest

from core.cells import safe
from core.rights import Right, due_on

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "\u200b=1", "\uff1d1")


@pytest.mark.parametrize("text", FORMULAS)
def test_a_cell_never_begins_a_formula(text):
    assert safe(text).startswith("'")


def test_other_words_stay_as_they_are_without_what_hides():
    assert safe("My café – it’s 5-1 ace") == "My café – it’s 5-1 ace"
    assert safe("a\x00b\u202ec\ufeffd") == "abcd"
    assert len(safe("x" * 40_000)) < 32_767


@pytest.mark.parametrize(
    ("came", "see", "information"),
    [
        (date(2027, 1, 31), date(2027, 2, 28), date(2027, 2, 26)),
        (date(2026, 12, 4), date(2027, 1, 4), date(2027, 1, 6)),
        (date(2027, 3, 1), date(2027, 4, 1), date(2027, 3, 31)),
    ],
)
def test_a_person_is_answered_in_a_month_and_information_in_twenty_working_days(
    came, see, information
):
    assert due_on(Right.SEE, came) == due_on(Right.ERASE, came) == see
    assert due_on(Right.INFORMATION, came) == information
