"""A paper is written in Heard: paragraph by paragraph, each with what it rests on."""

from dataclasses import dataclass, replace

from core.duties import GROUPS, ISSUES_PAPERS, must_hold
from core.errors import HeardError, NotFound, SomebodyElseChanged
from core.facts import Officer
from core.papers import Kind
from core.records import ACTION, FIGURES, MINUTES, SOURCE, TOTALS, Draft, Evidence, Written
from core.said import checked, tidied
from core.style import slips
from core.summaries import PaperOrder
from core.working_days import london_day
from reports import html, pdf
from reports.documents import Source, parts_of
from services import guarding, mirroring, proof, sight
from services.guarding import Caught
from services.house import House
from services.papers import source_of
from storage.store import Books

MOST_LETTERS, MOST_SOURCE = 4_000, 200


class NamesNothing(HeardError):
    """A source was chosen, and none was named."""

    status = 422

    def __init__(self) -> None:
        super().__init__("Say what this rests on: name the source, such as a report and its date.")


@dataclass(frozen=True, slots=True)
class Desk:
    """A draft on the desk.

    Args:
        offered: what a paragraph may rest on: reference and name.
        caught: what the jigsaw guard found.
        jargon: words that young people would strike out, how often, and what to say instead.
        slips: where what officers wrote does not keep the house style, and what to do.
        page: the whole paper as it would print, in HTML of ours.
        held: paragraph id to why it does not print.
        makes_pdf: whether this machine can.
    """

    draft: Draft
    source: Source
    written: tuple[Written, ...]
    offered: tuple[Evidence, ...]
    caught: tuple[Caught, ...]
    jargon: tuple[tuple[str, int, str], ...]
    held: dict[str, str]
    makes_pdf: bool
    glossary: int
    page: str
    slips: tuple[tuple[str, str], ...]


def drafts(house: House, officer: Officer) -> tuple[Draft, ...]:
    """Every paper that is being written or was issued."""
    must_hold(officer, ISSUES_PAPERS)
    with house.store.reading() as books:
        return books.writing.all()


def begin(house: House, officer: Officer, order: PaperOrder) -> Draft:
    """The draft of this paper; a new one where there is none."""
    must_hold(officer, ISSUES_PAPERS)
    now = house.now()
    with house.store.transaction() as books:
        draft = books.writing.begin(order, officer.id, london_day(now))
        books.audit.append(now.isoformat(), officer.id, "paper begun", draft.id)
        return draft


def find(house: House, officer: Officer, draft_id: str) -> Draft:
    """The draft with that id; NotFound where there is none."""
    must_hold(officer, ISSUES_PAPERS)
    with house.store.reading() as books:
        return _find(books, draft_id)


def work_on(house: House, officer: Officer, draft_id: str) -> Desk:
    """The draft with everything that an officer needs to finish it."""
    must_hold(officer, ISSUES_PAPERS)
    with house.store.reading() as books:
        draft = _find(books, draft_id)
        source = source_of(house, books, draft.order)
        written = books.writing.paragraphs(draft.id)
        parts = parts_of(Kind.SCRUTINY, source)
        return Desk(
            draft=draft,
            source=source,
            written=written,
            offered=_offered(source),
            caught=guarding.caught(house, books, draft.order, source.paper),
            jargon=mirroring.counted(parts, house.council.wordings),
            held=_held(written, source.paper.record.written),
            makes_pdf=pdf.there(),
            glossary=mirroring.acronyms(parts),
            page=html.inner(parts),
            slips=tuple(slip for one in written for slip in slips(one.words)),
        )


def _held(written: tuple[Written, ...], proved: tuple[Written, ...]) -> dict[str, str]:
    both = zip(written, proved, strict=True)
    return {one.id: why for one, other in both if (why := proof.held_back(one, other))}


@dataclass(frozen=True, slots=True)
class Counted:
    """One view that a figure counts."""

    view_id: str
    voice: str


def views_behind(
    house: House, officer: Officer, draft_id: str, theme: str
) -> tuple[PaperOrder, tuple[Counted, ...]]:
    """The views that a theme's figures in this paper count, for those who may read them."""
    must_hold(officer, GROUPS)
    with house.store.reading() as books:
        order = _find(books, draft_id).order
        hidden = sight.counted_nowhere(books) | sight.hidden_from(books, officer)
        found = books.themes.agreed_between(order.period.start, order.period.end)
    counted = (Counted(view, voice) for view, voice, key in found if key == theme)
    return order, tuple(sorted((one for one in counted if one.view_id not in hidden), key=str))


def put(house: House, officer: Officer, draft_id: str, said: Written, source: str) -> str:
    """Keep a paragraph, new or changed; why it is held back from print, or nothing.

    Args:
        source: what "another source" is named, where that was chosen.

    Raises:
        NothingSaid, TooLong, CannotRead, NamesNothing, SomebodyElseChanged: nothing was kept.
    """
    must_hold(officer, ISSUES_PAPERS)
    now = house.now()
    kept = replace(
        said,
        words=checked(said.words, MOST_LETTERS).strip(),
        rests=tuple(dict.fromkeys(_named(ref, source) for ref in said.rests)),
        by=officer.post,
        on=london_day(now),
    )
    with house.store.transaction() as books:
        draft = _find(books, draft_id)
        if not kept.id:
            books.writing.add(draft.id, kept)
        elif not books.writing.change(draft.id, kept):
            raise SomebodyElseChanged
        books.audit.append(now.isoformat(), officer.id, "paragraph kept", draft.id, kept.section)
    return proof.held_back(kept, kept)


def take_out(house: House, officer: Officer, draft_id: str, paragraph_id: str) -> None:
    """Take a paragraph out of a draft."""
    must_hold(officer, ISSUES_PAPERS)
    now = house.now()
    with house.store.transaction() as books:
        draft = _find(books, draft_id)
        books.writing.remove(draft.id, paragraph_id)
        books.audit.append(now.isoformat(), officer.id, "paragraph taken out", draft.id)


def _find(books: Books, draft_id: str) -> Draft:
    draft = books.writing.find(draft_id)
    if draft is None:
        raise NotFound
    return draft


def _named(ref: str, source: str) -> str:
    if ref != SOURCE:
        return ref
    named = tidied(source, MOST_SOURCE)
    if not named:
        raise NamesNothing
    return f"{SOURCE}:{named}"


def _offered(source: Source) -> tuple[Evidence, ...]:
    """The figures, the totals, each action, each public source; a source of one's own besides."""
    paper = source.paper
    held = {one.ref: one for one in paper.record.evidence}
    figures = held.get(FIGURES) or Evidence(FIGURES, "The figures of this paper")
    minutes = dict.fromkeys(one.source for line in paper.summary.themes for one in line.statements)
    actions = [one for ref, one in held.items() if ref.startswith(f"{ACTION}:")]
    return (
        figures,
        *(one for ref, one in held.items() if ref == TOTALS),
        *actions,
        *(Evidence(f"{MINUTES}:{name}", name) for name in minutes),
    )
