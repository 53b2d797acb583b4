"""Writes a scrutiny agenda item as a Word file, in the order that a committee knows."""

from collections.abc import Callable

from core import headings
from core.dates import with_weekday
from core.headings import APPENDICES, SECTIONS, heading_of
from core.papers import ScrutinyPaper
from reports import appendices, evidence, sections, voices, word, young
from reports.glossary import glossary
from reports.parts import Part, Table, own_words, quoted_words
from reports.sealing import sealed

Writer = Callable[[Part, ScrutinyPaper], None]


def _young_version(part: Part, paper: ScrutinyPaper) -> None:
    part.add(*young.young_blocks(paper))


WRITERS: dict[str, Writer] = {
    headings.PURPOSE: sections.purpose,
    headings.RECOMMENDATIONS: sections.recommendations,
    headings.BACKGROUND: sections.background,
    headings.YOUNG_PEOPLE: voices.young_people,
    headings.PRACTITIONERS: voices.practitioners,
    headings.AGREE_AND_DIFFER: voices.agree_and_differ,
    headings.NOT_HEARD: sections.not_heard,
    headings.CURRENT_POSITION: sections.current_position,
    headings.SINCE_LAST: sections.since_last,
    headings.FUTURE: sections.future,
    headings.IMPLICATIONS: sections.implications,
    headings.WITNESSES: sections.witnesses,
    headings.INVESTIGATION: sections.investigation,
    headings.PAPERS: sections.papers,
    headings.CONTACT: sections.contact,
    headings.YOUNG_VERSION: _young_version,
    headings.METHOD: appendices.method,
    headings.IN_PUBLIC: appendices.in_public,
}


def write(paper: ScrutinyPaper) -> bytes:
    """The Word file. The same paper gives the same bytes, and they tell nothing of who made it."""
    document = word.blank()
    word.head(document, head_lines(paper), paper.title)
    for part in composed(paper):
        word.write_part(document, part)
    return sealed(document, word.in_one_line(paper.title))


def composed(paper: ScrutinyPaper) -> list[Part]:
    """The sections and appendices in their order; the glossary last in making, not in place."""
    numbered = zip(SECTIONS, (str(number) for number in range(1, len(SECTIONS) + 1)), strict=True)
    lettered = zip(APPENDICES, "ABCD", strict=True)
    parts = {
        key: Part(mark, heading_of(key, paper.headings)) for key, mark in (*numbered, *lettered)
    }
    for key, part in parts.items():
        if key in WRITERS:
            WRITERS[key](part, paper)
    _prove(parts, paper)
    _explain(parts[headings.GLOSSARY], list(parts.values()), paper)
    return list(parts.values())


def _prove(parts: dict[str, Part], paper: ScrutinyPaper) -> None:
    """Mark every sentence with what it rests on, then list that."""
    used = evidence.marked(list(parts.values()), evidence.known_of(paper))
    evidence.list_of(parts[headings.EVIDENCE], used)


def _explain(part: Part, parts: list[Part], paper: ScrutinyPaper) -> None:
    """Every acronym that the finished paper uses."""
    texts = [paper.title, *_names(paper), *own_words(parts)]
    known = glossary(texts, paper.glossary, quoted_words(parts))
    if not known:
        part.say("This report uses no acronyms.")
        return
    part.say("This report uses the following acronyms:")
    part.add(
        Table(
            caption="Table 2: Acronyms" if _has_table(parts) else "Table 1: Acronyms",
            description="One row for each acronym, with what it stands for.",
            head=("Acronym", "Meaning"),
            rows=known,
        )
    )


def _has_table(parts: list[Part]) -> bool:
    return any(isinstance(block, Table) for part in parts for block in part.blocks)


def _names(paper: ScrutinyPaper) -> tuple[str, ...]:
    return paper.council, paper.young_council, paper.committee, paper.report_of


def head_lines(paper: ScrutinyPaper) -> tuple[str, ...]:
    """The heading block that a committee knows: council, item, author, committee and day."""
    number = paper.item_number.strip()
    item = number if number.casefold().startswith("item") else f"Item {number}"
    return (
        paper.council,
        item,
        f"REPORT OF THE {_without_the(paper.report_of).upper()}",
        f"to the {_without_the(paper.committee).upper()} on {with_weekday(paper.meeting_on)}",
    )


def _without_the(name: str) -> str:
    return name.strip().removeprefix("The ").removeprefix("the ")
