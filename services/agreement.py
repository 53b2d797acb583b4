"""How far the machine's themes are right, measured against what people agreed."""

from core.agreement import Agreement, agreement_of
from core.duties import SEES_AGREEMENT, SEES_SUMMARY, must_hold
from core.facts import Officer
from core.summaries import Period
from services import sight
from services.house import House


def measure(house: House, officer: Officer, period: Period) -> Agreement:
    """The share reviewed, and how often the machine was right and complete, in this period.

    Rationale: a theme's live counts go to those who see the summary. Whoever only looks after
    Heard sees all themes together, so that no two looks tell what somebody new spoke of.
    """
    must_hold(officer, SEES_AGREEMENT)
    with house.store.reading() as books:
        kept = sight.counted_nowhere(books)
        counted = books.agreements.counted(period.start, period.end, without=kept)
    by_theme = bool(officer.roles & SEES_SUMMARY)
    limit, listed = house.rules.threshold, house.themes()
    return agreement_of(period, counted, limit, by_theme=by_theme, listed=listed)
