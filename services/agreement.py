"""How far the machine's themes are right, measured against what people agreed."""

from core.agreement import Agreement, agreement_of
from core.duties import SEES_SUMMARY, must_hold
from core.facts import Officer
from core.summaries import Period
from services import sight
from services.house import House


def measure(house: House, officer: Officer, period: Period) -> Agreement:
    """The share reviewed, and how often the machine was right and complete, in this period.

    Rationale: these are live counts, and so for those who see the live summary alone: for whoever
    reads no words, two looks would tell of somebody who wrote between them.
    """
    must_hold(officer, SEES_SUMMARY)
    with house.store.reading() as books:
        kept = sight.counted_nowhere(books)
        counted = books.agreements.counted(period.start, period.end, without=kept)
    return agreement_of(period, counted, house.rules.threshold, house.themes())
