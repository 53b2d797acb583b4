"""Others raised this too: in bands, from what was published, and never from a live count."""

from datetime import date

import pytest

from core.facts import Voice
from core.others import band_of
from core.summaries import Period
from services import releases
from services.others import raised_too
from tests.services.people import grouped, participation_worker

JANUARY = Period(date(2027, 1, 1), date(2027, 1, 31))


@pytest.fixture
def engine_name():
    """One engine is enough: releases are tried on both."""
    return "sqlite"


@pytest.mark.parametrize(
    ("number", "band"),
    [(None, None), (4, None), (5, (5, 9)), (9, (5, 9)), (10, (10, 19)), (250, (100, None))],
)
def test_a_number_is_told_as_a_band_and_none_under_five(number, band):
    found = band_of(number, JANUARY)
    assert (found and (found.least, found.most)) == band


def test_the_sentence_says_which_days_and_what_is_never_shown():
    told = str(band_of(12, JANUARY))
    assert told.startswith("Others raised this too: 10 to 19 times in January 2027.")
    assert "none under 5" in told


def test_only_what_was_published_counts(house):
    by = participation_worker(house)
    for _ in range(7):
        grouped(house, by, ("money",), voice=Voice.PRACTITIONER)
    for _ in range(8):
        grouped(house, by, ("education",), voice=Voice.PRACTITIONER)
    assert raised_too(house, "education") is None
    releases.freeze(house, by, JANUARY)
    before = raised_too(house, "education")
    assert before is not None
    for _ in range(9):
        grouped(house, by, ("education",), voice=Voice.PRACTITIONER)
    assert raised_too(house, "education") == before
    assert raised_too(house, None) is None
    assert raised_too(house, "family_time") is None
