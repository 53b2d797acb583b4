"""Drafts a scrutiny agenda item and issues it as a Word file."""

import hashlib

from core.dates import written
from core.duties import ISSUES_PAPERS, SEES_SUMMARY, must_hold
from core.facts import Officer
from core.questions import as_printed
from core.stories import IN_PAPER, Step
from core.summaries import PaperOrder, ScrutinyPaper, Summary
from core.working_days import london_day
from reports import scrutiny
from services import sight
from services.digest import summary_of
from services.house import House
from services.releases import freeze_in

SAMPLE = "Sample, with made-up voices. "
QUESTIONS = tuple(as_printed())


def preview(house: House, officer: Officer, order: PaperOrder) -> ScrutinyPaper:
    """The paper as it would be issued now."""
    must_hold(officer, SEES_SUMMARY)
    with house.store.reading() as books:
        return _paper(house, order, summary_of(house, books, order.period))


def issue(house: House, officer: Officer, order: PaperOrder) -> bytes:
    """The Word file; every view that it counts says from now on that it is in this paper."""
    must_hold(officer, ISSUES_PAPERS)
    now = house.now()
    today = london_day(now)
    step = Step(IN_PAPER, today, written(order.meeting_on))
    with house.store.transaction() as books:
        freeze_in(house, books, officer, order.period)
        summary = summary_of(house, books, order.period)
        document = scrutiny.write(_paper(house, order, summary))
        counted = books.themes.agreed_between(order.period.start, order.period.end)
        view_ids = sorted({view_id for view_id, _, _ in counted} - sight.counted_nowhere(books))
        for view_id in view_ids:
            view = books.views.find(view_id)
            if view is not None:
                books.threads.note(view, step)
        digest = hashlib.sha256(document).hexdigest()
        paper_id = books.papers.add(
            order, sha256=digest, view_ids=view_ids, officer_id=officer.id, on=today
        )
        books.audit.append(now.isoformat(), officer.id, "paper issued", paper_id, digest)
    return document


def _paper(house: House, order: PaperOrder, summary: Summary) -> ScrutinyPaper:
    council = house.council
    return ScrutinyPaper(
        council=council.name,
        committee=council.committee,
        item_number=order.item_number,
        report_of=council.report_of,
        title=(
            f"{SAMPLE if council.is_sample else ''}What young people and practitioners told us: "
            f"{written(order.period.start)} to {written(order.period.end)}"
        ),
        meeting_on=order.meeting_on,
        summary=summary,
        headings=council.headings,
        young_council=council.young_council,
        questions_asked=QUESTIONS,
        contact_post=council.contact_post,
        contact_email=council.contact_email,
    )
