"""What officers set: read field by field, and the same facts from rows as from the file."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.council import Rules, stale
from core.settable import CannotKeepSetting, Field, Sort, read_all
from core.settings_list import FAMILIES, GROUPS, HELP_LINES
from core.settled import as_rows, settle

TODAY = date(2027, 1, 12)


def test_what_the_file_says_comes_back_whole_from_its_rows(council):
    other = replace(council, name="Another", help_lines=(), routes=(("a", "b"),))
    rules = Rules(answer_within=7, threshold=9)
    settled = settle(other, Rules(), as_rows(council, rules))
    assert settled.council == council
    assert settled.rules == rules


def test_a_field_that_is_not_in_the_rows_stays_as_the_file_has_it(council):
    settled = settle(council, Rules(), {"name": {"value": "New name"}})
    assert settled.council == replace(council, name="New name")


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        (Field("a", "A"), " "),
        (Field("a", "A", most=3), "four"),
        (Field("a", "A"), "two\nlines"),
        (Field("a", "A", Sort.NUMBER, least=5, most=9), "4"),
        (Field("a", "A", Sort.NUMBER, least=5, most=9), "६"),
        (Field("a", "A", Sort.TIME), "25:00"),
        (Field("a", "A", Sort.DAY), "2027-01-13"),
        (Field("a", "A", Sort.DAY), "tomorrow"),
        (Field("a", "A", Sort.EMAIL), "nobody"),
        (Field("a", "A", Sort.CHOICE, choices=(("x", "X"),)), "y"),
    ],
)
def test_what_a_field_may_not_hold_is_refused_and_says_where(field, typed):
    with pytest.raises(CannotKeepSetting) as refused:
        read_all((field,), {"a": typed}, TODAY)
    assert refused.value.field == "a"


def test_every_field_has_a_name_of_its_own_on_its_page():
    for fields in (*(g.fields for g in GROUPS), *(f.fields for f in FAMILIES)):
        assert len({field.name for field in fields}) == len(fields)
    assert HELP_LINES.least == 1  # nobody may be left without one


def test_a_help_line_is_soon_due_after_five_months_and_late_after_six(council):
    (line,) = council.help_lines
    for age, told in ((152, None), (153, False), (183, False), (184, True)):
        found = stale([line], line.checked_on + timedelta(days=age))
        assert [late for _, late in found] == ([] if told is None else [told])
