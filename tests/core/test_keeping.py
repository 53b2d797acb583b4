"""When a thing may go: on its day, after a warning, and some things never."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.keeping import Standing, contact_due, goes_today, talk_due, to_warn_of, words_due
from core.retention import Retention

RULES = Retention(words=365, talk=183, contact=30, flagged=30, warning=28)
DAY = date(2027, 1, 12)
PLAIN = Standing("v", 1, answered_on=DAY, has_talk=True, has_contact=True)


def after(days: int) -> date:
    return DAY + timedelta(days=days)


def test_each_kind_goes_on_its_own_day_after_all_that_came_of_it():
    assert words_due(PLAIN, RULES) == after(365)
    assert talk_due(PLAIN, RULES) == after(183)
    assert contact_due(PLAIN, RULES) == after(30)
    later = replace(PLAIN, talked_on=after(10), paper_on=after(90))
    assert words_due(later, RULES) == after(90 + 365)
    assert talk_due(later, RULES) == after(10 + 183)
    raised = replace(PLAIN, raised=True, settled_on=after(5))
    assert words_due(raised, RULES) == after(5 + 30)


@pytest.mark.parametrize("reason", [{"held": True}, {"may_go": False}, {"waits": True}])
def test_what_is_held_or_not_passed_on_or_waits_never_goes(reason):
    kept = replace(PLAIN, warned_on=DAY, **reason)
    assert words_due(kept, RULES) is talk_due(kept, RULES) is contact_due(kept, RULES) is None
    assert not goes_today(kept, RULES, after(9999))


def test_words_go_on_the_very_day_and_never_without_the_whole_warning():
    assert to_warn_of(PLAIN, RULES, after(336)) is None
    assert to_warn_of(PLAIN, RULES, after(337)) == after(365)
    warned = replace(PLAIN, warned_on=after(337))
    assert [goes_today(warned, RULES, after(n)) for n in (364, 365)] == [False, True]
    late = replace(PLAIN, warned_on=after(400))
    assert [goes_today(late, RULES, after(n)) for n in (427, 428)] == [False, True]
    assert not goes_today(PLAIN, RULES, after(9999))
