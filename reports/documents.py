"""Every kind of document that one paper gives, in Word, as a page, and as a PDF."""

from dataclasses import dataclass

from core.papers import Form, Kind, ScrutinyPaper
from core.summaries import Quote
from reports import exempt, html, pdf, plan, scrutiny, word, young
from reports.parts import Part
from reports.sealing import sealed

LARGE, LARGER, USUAL = 12.0, 16.0, 11.0
POINTS = {Kind.YOUNG: LARGE, Kind.ALOUD: LARGER}


@dataclass(frozen=True, slots=True)
class Source:
    """What documents are made from.

    Args:
        pledge_of: theme key to promise.
        private: theme name to the words that councillors may read in private.
        chart: an SVG of the figures, for the page.
    """

    paper: ScrutinyPaper
    pledge_of: dict[str, str | None]
    private: dict[str, tuple[Quote, ...]]
    chart: str = ""


def title_of(kind: Kind, source: Source) -> str:
    """The document's title."""
    paper = source.paper
    told = paper.title.partition(": ")[2] or paper.title
    return {
        Kind.SCRUTINY: paper.title,
        Kind.EXEMPT: f"Part B, exempt: {paper.title}",
        Kind.PLAN: f"Children and Young People's Plan, your voice: {told}",
        Kind.YOUNG: f"What you told us: {told}",
        Kind.ALOUD: f"Item {paper.item_number}: young people's words",
    }[kind]


def head_of(kind: Kind, source: Source) -> tuple[str, ...]:
    """The lines above the title."""
    if kind is Kind.SCRUTINY:
        return scrutiny.head_lines(source.paper)
    if kind is Kind.EXEMPT:
        return ("NOT FOR PUBLICATION", *scrutiny.head_lines(source.paper))
    return (source.paper.council,) if kind is Kind.PLAN else ()


def parts_of(kind: Kind, source: Source) -> list[Part]:
    """What stands in it."""
    match kind:
        case Kind.SCRUTINY:
            return scrutiny.composed(source.paper)
        case Kind.EXEMPT:
            return exempt.composed(source.paper, source.private)
        case Kind.PLAN:
            return plan.composed(source.paper, source.pledge_of)
        case Kind.YOUNG:
            return young.version(source.paper)
        case Kind.ALOUD:
            return young.aloud(source.paper)


def write(kind: Kind, form: Form, source: Source) -> bytes:
    """The document's bytes; the same source gives the same Word file and page.

    Raises:
        NoOffice: a PDF was wanted, and this machine cannot make one.
    """
    title, head, parts = title_of(kind, source), head_of(kind, source), parts_of(kind, source)
    if form is Form.HTML:
        return html.page(title, head, parts, source.chart if kind is Kind.SCRUTINY else "")
    document = word.blank(POINTS.get(kind, USUAL))
    word.head(document, head, title)
    for part in parts:
        word.write_part(document, part)
    made = sealed(document, word.in_one_line(title))
    return pdf.of_word(made) if form is Form.PDF else made
