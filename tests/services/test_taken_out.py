"""Words taken back after a paper drew on them: gone from the next; the old one says so."""

from datetime import date

from core.papers import Form, Kind
from core.summaries import PaperOrder, Period
from services import papers, releases, withdrawing
from services.digest import summarise
from tests.services.people import five_others, participation_worker, quotable

CANARY = "canary words"
FIRST = PaperOrder(Period(date(2027, 1, 1), date(2027, 1, 31)), date(2027, 2, 9), "4a")
NEXT = PaperOrder(Period(date(2027, 2, 1), date(2027, 2, 28)), date(2027, 3, 9), "5")


def told(house, by, order):
    paper = papers.preview(house, by, order)
    quotes = [quote.words for line in paper.summary.themes for quote in line.quotes]
    line = next(line for line in paper.summary.themes if line.key == "money")
    return quotes, line.young_people.number, paper.record.to_correct


def test_a_draft_loses_it_and_an_issued_paper_wants_a_correction(house):
    by = participation_worker(house)
    five_others(house, by)
    codes = [quotable(house, by, ("money",), words=f"{CANARY} {n}")[1] for n in range(7)]
    assert told(house, by, FIRST)[1] == 7
    withdrawing.withdraw(house, codes[0])
    quotes, count, to_correct = told(house, by, FIRST)
    assert (f"{CANARY} 0" in quotes, count, to_correct) == (False, 6, ())
    papers.issue(house, by, FIRST)
    assert papers.to_correct(house, by) == ()
    withdrawing.withdraw(house, codes[1])
    assert papers.to_correct(house, by) == (FIRST.meeting_on,)
    assert told(house, by, NEXT)[2] == (FIRST.meeting_on,)
    assert told(house, by, FIRST)[1] == 6, "a number that is out stays as it is"
    live = summarise(house, by, FIRST.period)
    assert f"{CANARY} 1" not in [q.words for line in live.themes for q in line.quotes]
    withdrawing.withdraw(house, codes[2])
    assert papers.to_correct(house, by) == (FIRST.meeting_on,)
    own = papers.export(house, by, FIRST, Kind.SCRUTINY, Form.HTML).decode()
    assert "Correction. This report was issued on 12 January 2027." in own
    assert f"{CANARY} 1" not in own
    assert "6 views from young people were about this." in own  # as it was printed
    releases.freeze(house, by, NEXT.period)
    later = papers.export(house, by, NEXT, Kind.SCRUTINY, Form.HTML).decode()
    assert "The report of 9 February 2027 rests in part on a view that was taken back" in later
    assert "issued on 12 January 2027. SHA-256: " in later
