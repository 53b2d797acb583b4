"""Puts a paper together: frozen figures, permitted words, what officers wrote, what came of it."""

import hashlib
from datetime import date

from core.actions import Action
from core.counting import EVERYTHING
from core.dates import written
from core.digests import silence
from core.duties import ISSUES_PAPERS, SEES_SUMMARY, must_hold
from core.facts import Officer, Permission, Voice
from core.papers import Form, Kind, ScrutinyPaper
from core.questions import as_printed
from core.records import Record, SignOff
from core.releases import BANDS, CORRECTED, FACES
from core.stories import IN_PAPER, Step
from core.summaries import Count, PaperOrder, Quote, Summary
from core.working_days import clear_days_before, london_day
from reports import documents
from reports.documents import Source
from reports.pdf import NoOffice
from services import charts, proof, sight
from services.digest import summary_from
from services.guarding import must_be_safe
from services.house import House
from services.quoting import quotes_of
from services.releases import counts_of, freeze_in, must_be_frozen
from storage.store import Books

__all__ = ["NoOffice", "export", "issue", "preview", "quotes_in", "source_of", "young_version"]
SAMPLE = "Sample, with made-up voices. "
QUESTIONS = tuple(as_printed())
CLEAR_DAYS = 5


def preview(house: House, officer: Officer, order: PaperOrder) -> ScrutinyPaper:
    """The paper as it would be issued now."""
    must_hold(officer, SEES_SUMMARY)
    with house.store.reading() as books:
        return source_of(house, books, order).paper


def export(house: House, officer: Officer, order: PaperOrder, kind: Kind, form: Form) -> bytes:
    """One document of a paper as it stands now; looking at it tells nobody.

    Raises:
        NotFrozen: its figures still move. NoOffice: this machine makes no PDF.
    """
    must_hold(officer, ISSUES_PAPERS)
    with house.store.transaction() as books:
        must_be_frozen(books, order.period)
        source = source_of(house, books, order)
        told = f"{kind} as {form}"
        books.audit.append(house.now().isoformat(), officer.id, "paper exported", "", told)
    return documents.write(kind, form, source)


def issue(house: House, officer: Officer, order: PaperOrder) -> bytes:
    """The Word file; every view that it counts says from now on that it is in this paper.

    Raises:
        NotSafe: the jigsaw guard found something that nobody has looked at; nothing was issued.
    """
    must_hold(officer, ISSUES_PAPERS)
    now = house.now()
    today = london_day(now)
    step = Step(IN_PAPER, today, written(order.meeting_on))
    with house.store.transaction() as books:
        freeze_in(house, books, officer, order.period)
        source = source_of(house, books, order)
        must_be_safe(house, books, order, source.paper)
        document = documents.write(Kind.SCRUTINY, Form.DOCX, source)
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


def source_of(house: House, books: Books, order: PaperOrder, *, signed: bool = True) -> Source:
    """Everything that the documents of this paper are made from.

    Args:
        signed: with what young people said of it; without, for them to read.
    """
    counts = counts_of(house, books, order.period)
    hidden = sight.counted_nowhere(books)
    quoted = quotes_of(books, order.period, counts, EVERYTHING, hidden)
    said = books.statements.all()
    summary = summary_from(house, order.period, counts, quoted, said)
    private = quotes_of(
        books, order.period, counts, EVERYTHING, hidden, permission=Permission.COUNCILLORS
    )
    themes = house.themes()
    return Source(
        paper=_paper(house, order, summary, _record(house, books, order, counts, signed)),
        pledge_of={theme.key: theme.pledge for theme in themes.every},
        private={themes.name_of(key): tuple(found) for key, found in private.items()},
        chart=charts.themes(summary),
    )


def young_version(house: House, books: Books, order: PaperOrder) -> tuple[Source, str]:
    """What young people are asked to sign off, and its hash: another version is another hash."""
    source = source_of(house, books, order, signed=False)
    made = documents.write(Kind.YOUNG, Form.HTML, source)
    return source, hashlib.sha256(made).hexdigest()


def quotes_in(source: Source) -> tuple[Quote, ...]:
    """Young people's words in a paper, each once."""
    lines = source.paper.summary.themes
    return tuple(q for line in lines for q in line.quotes if q.voice is Voice.YOUNG_PERSON)


def _record(
    house: House, books: Books, order: PaperOrder, counts: dict[str, Count], signed: bool
) -> Record:
    limit = house.rules.threshold
    period = order.period
    draft = books.writing.of(order)
    paragraphs = books.writing.paragraphs(draft.id) if draft else ()
    since = _earlier(books, order, draft.id if draft else "-", limit)
    evidence = proof.gathered(books, period, paragraphs, since)
    bands = {band: counts[f"{Voice.YOUNG_PERSON}/band/{band}"] for band in BANDS}
    sign_off = SignOff() if signed else None
    if draft and signed:
        sign_off = books.members.signed(draft.id, young_version(house, books, order)[1])
    return Record(
        written=proof.proven(paragraphs, evidence),
        evidence=evidence,
        since=since,
        silence=silence(books.releases.totals(), bands),
        sign_off=sign_off,
        corrected={v: counts[key] for v in Voice if (key := f"{v}/{CORRECTED}") in counts},
        faces=_faces(counts),
        publish_by=clear_days_before(order.meeting_on, CLEAR_DAYS),
        arising=proof.arising(house, books),
        to_correct=tuple(on for on in books.papers.to_correct() if on < order.meeting_on),
        correction=proof.correction(books, order),
        today=london_day(house.now()),
    )


def _earlier(books: Books, order: PaperOrder, draft_id: str, limit: int) -> tuple[Action, ...]:
    """What was decided and promised by the day of the meeting, but not at this meeting itself."""
    known = books.actions.all(limit)
    return tuple(x for x in known if x.made_on <= order.meeting_on and x.paper_id != draft_id)


def to_correct(house: House, officer: Officer) -> tuple[date, ...]:
    """Meetings whose issued papers rest on words that their writers took back since."""
    must_hold(officer, SEES_SUMMARY)
    with house.store.reading() as books:
        return books.papers.to_correct()


def _faces(counts: dict[str, Count]) -> dict[str, dict[str, Count]]:
    start = f"{Voice.YOUNG_PERSON}/face/"
    keys = {key.removeprefix(start).partition("/")[0] for key in counts if key.startswith(start)}
    return {key: {face: counts[f"{start}{key}/{face}"] for face in FACES} for key in keys}


def _paper(house: House, order: PaperOrder, summary: Summary, record: Record) -> ScrutinyPaper:
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
        record=record,
    )
