"""Writes a document of core.documents as a Word file, with numbered sections."""

from core.documents import Document, Grid, Item, Points, Text
from reports import parts, sealing, word


def write(document: Document) -> bytes:
    """The bytes of the Word file; they tell nothing of who made it and when."""
    paper = word.blank()
    word.head(paper, document.lines, document.title)
    for number, section in enumerate(document.sections, 1):
        part = parts.Part(str(number), section.heading)
        for item in section.items:
            _add(part, item)
        word.write_part(paper, part)
    return sealing.sealed(paper, document.title)


def _add(part: parts.Part, item: Item) -> None:
    match item:
        case Text(words):
            part.say(words)
        case Points(lines):
            part.add(parts.Points(lines))
        case Grid(caption, head, rows):
            part.add(parts.Table(caption, caption, head, rows))
        case _:
            part.add(parts.Quoted(item.words))
