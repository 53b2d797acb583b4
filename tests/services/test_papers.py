"""Summary and paper: small numbers hidden, only permitted words quoted, the person told."""

import io
from dataclasses import replace
from datetime import date

import pytest
from docx import Document

from core.differencing import Overlaps
from core.errors import NotAllowed
from core.facts import Permission, PersonalDetail, Role, Suggestions, Voice, Worry
from core.summaries import Count, PaperOrder, Period
from services import digest, lookback, papers, redaction
from tests.services.people import five_others, grouped, officer, participation_worker, quotable

PERIOD = Period(date(2027, 1, 1), date(2027, 3, 31))
ORDER = PaperOrder(PERIOD, date(2027, 4, 13), "4a")


class Sees:
    """Takes "Kayleigh" for a name wherever it stands."""

    def suggest(self, text):
        at = text.find("Kayleigh")
        seen = (PersonalDetail(at, at + 8, "PERSON"),) if at >= 0 else ()
        return Suggestions(worry=Worry.NONE, language="en", method="test", personal=seen)


@pytest.fixture
def tagger():
    return Sees()


def line(summary, key):
    return next(theme for theme in summary.themes if theme.key == key)


def test_four_are_hidden_and_five_are_shown(house):
    by = participation_worker(house)
    five_others(house, by)
    for _ in range(4):
        grouped(house, by, ("money",))
    assert line(digest.summarise(house, by, PERIOD), "money").young_people == Count(None, 5)
    grouped(house, by, ("money",))
    shown = line(digest.summarise(house, by, PERIOD), "money")
    assert shown.young_people == Count(5)
    assert shown.practitioners == Count(0)


def test_a_small_rest_is_hidden_too(house):
    by = participation_worker(house)
    for _ in range(8):
        grouped(house, by, ("money",), permission=Permission.COUNT_ONLY)
    for _ in range(2):
        grouped(house, by, ("money",))
    assert digest.summarise(house, by, PERIOD).only_count == Count(None)


def test_only_what_everyone_may_see_and_a_person_cleared_is_quoted(house):
    by = participation_worker(house)
    five_others(house, by)
    for permission in Permission:
        for _ in range(3):
            words = f"Kayleigh says {permission.value} is fine."
            quotable(house, by, ("money",), permission=permission, words=words)
    grouped(house, by, ("money",), words="Nobody looked for names in this.")
    quotes = line(digest.summarise(house, by, PERIOD), "money").quotes
    assert {quote.words for quote in quotes} == {"[name] says everyone is fine."}
    assert len(quotes) == 3


def test_a_mask_taken_off_needs_clearing_anew(house):
    by = participation_worker(house)
    for _ in range(5):
        view_id, _ = quotable(house, by, ("money",), words="Kayleigh helps.")
        redaction.unmask(house, by, view_id, 0, 8)
    assert line(digest.summarise(house, by, PERIOD), "money").quotes == ()


def test_a_theme_under_the_limit_carries_no_quote(house):
    by = participation_worker(house)
    for _ in range(4):
        grouped(house, by, ("money",))
    assert line(digest.summarise(house, by, PERIOD), "money").quotes == ()


def test_practitioners_are_counted_apart(house):
    by = participation_worker(house)
    five_others(house, by, Voice.PRACTITIONER)
    for _ in range(6):
        grouped(house, by, ("workforce_caseloads",), voice=Voice.PRACTITIONER)
    shown = line(digest.summarise(house, by, PERIOD), "workforce_caseloads")
    assert (shown.young_people, shown.practitioners) == (Count(0), Count(6))


def test_the_person_sees_that_their_view_is_in_the_paper(house):
    by = participation_worker(house)
    _, receipt = grouped(house, by, ("money",))
    document = papers.issue(house, by, ORDER)
    assert document[:2] == b"PK"
    steps = lookback.open_story(house, receipt).steps
    assert (steps[-1].what, steps[-1].detail) == ("in_paper", "13 April 2027")


def test_the_word_file_names_no_person_and_dates_are_written_out(house):
    by = participation_worker(house)
    five_others(house, by)
    for _ in range(5):
        quotable(house, by, ("money",), words="Kayleigh keeps my pocket money.")
    text = "\n".join(
        p.text for p in Document(io.BytesIO(papers.issue(house, by, ORDER))).paragraphs
    )
    assert "13 April 2027" in text
    assert "Sample, with made-up voices." in text
    assert "[name] keeps my pocket money." in text
    assert "Kayleigh" not in text
    assert "Sample Officer" not in text


def test_a_reviewer_previews_and_does_not_issue(house):
    reviewer, _ = officer(house, Role.REVIEWER)
    assert papers.preview(house, reviewer, ORDER).item_number == "4a"
    with pytest.raises(NotAllowed):
        papers.issue(house, reviewer, ORDER)


def test_days_that_overlap_an_issued_paper_are_refused(house):
    by = participation_worker(house)
    papers.issue(house, by, ORDER)
    papers.issue(house, by, ORDER)
    later = Period(date(2027, 1, 2), date(2027, 4, 30))
    with pytest.raises(Overlaps):
        papers.issue(house, by, replace(ORDER, period=later))
    following = Period(date(2027, 4, 1), date(2027, 6, 30))
    assert papers.issue(house, by, replace(ORDER, period=following))
