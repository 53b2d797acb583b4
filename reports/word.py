"""Writes the parts of a paper as a Word document, with real headings, lists and table heads."""

import re
from itertools import zip_longest

from docx import Document
from docx.document import Document as Document_
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table as Table_
from docx.table import _Row
from docx.text.paragraph import Paragraph

from reports import house_style
from reports.parts import Block, Part, Points, Quoted, Said, SubHeading, Table

WIDTHS = {1: (Cm(16),), 2: (Cm(3.7), Cm(12.3)), 3: (Cm(8.6), Cm(3.7), Cm(3.7))}
WIDTHS[5] = (Cm(4.6), Cm(3), Cm(2.2), Cm(2.4), Cm(3.8))
# XML 1.0 cannot carry these, and an override of direction would let words disguise themselves.
UNPRINTABLE = re.compile(
    "[^\\t\\n\\r\\u0020-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]|[\\u202a-\\u202e\\u2066-\\u2069]"
)


def in_one_line(words: str) -> str:
    """The words as a heading or paragraph can hold them."""
    return " ".join(UNPRINTABLE.sub("", words).split())


def in_lines(words: str) -> str:
    """The same with the writer's own line ends, never two in a row."""
    lines = re.split(r"[\r\n\u2028\u2029]+", UNPRINTABLE.sub("", words))
    return "\n".join(" ".join(line.split()) for line in lines if line.strip())


def blank(size: float = 11) -> Document_:
    """An empty document in the house style, its text of that many points."""
    document = Document()
    house_style.dress(document, size)
    return document


STYLE_IDS = {
    "Heading 1": "Heading1",
    "Heading 2": "Heading2",
    "Title": "Title",
    "Caption": "Caption",
    "List Bullet": "ListBullet",
    house_style.NUMBERED: "NumberedParagraph",
    house_style.QUOTED: "Quotation",
    house_style.POINT: "Point",
}


def _add(document: Document_, words: str, style: str = "") -> Paragraph:
    """A paragraph in a style of ours, by its id: to look the name up costs as much as to write."""
    paragraph = document.add_paragraph(words)
    if style:
        paragraph._p.style = STYLE_IDS[style]
    return paragraph


def head(document: Document_, lines: tuple[str, ...], title: str) -> None:
    """The heading block: lines in bold capitals as they come, then the title."""
    for line in lines:
        paragraph = document.add_paragraph()
        paragraph.add_run(in_one_line(line)).bold = True
    _add(document, in_one_line(title), "Title")


def write_part(document: Document_, part: Part) -> None:
    """A section; an appendix begins a new page."""
    heading = _add(document, "", "Heading 1")
    if part.mark.isalpha():
        heading.paragraph_format.page_break_before = True
    number, tab, words = (part.title if part.mark else part.heading).partition("\t")
    heading.add_run(f"{in_one_line(number)}{tab}{in_one_line(words)}")
    for block, after in zip_longest(part.blocks, part.blocks[1:]):
        _write(document, block, leads=isinstance(after, Quoted | Points | Table))


def _write(document: Document_, block: Block, *, leads: bool) -> None:
    """One block. `leads` where it must not stand alone at the foot of a page."""
    match block:
        case SubHeading(words):
            _add(document, in_one_line(words), "Heading 2")
        case Said(number, words, _):
            _say(document, number, in_one_line(words), leads=leads)
        case Quoted(words, _):
            _add(document, f"“{in_lines(words)}”", house_style.QUOTED)
        case Points(lines):
            for line in lines:
                _point(document, in_one_line(line))
        case Table():
            _table(document, block)


def _say(document: Document_, number: str, words: str, *, leads: bool) -> None:
    style = house_style.NUMBERED if number else ""
    paragraph = _add(document, f"{number}\t{words}" if number else words, style)
    if leads:
        paragraph.paragraph_format.keep_with_next = True


def _point(document: Document_, words: str) -> None:
    """A bullet of Word's own; (a), (b) and so on keep their letters."""
    lettered = re.match(r"\([a-z]\) ", words)
    if lettered:
        told = f"{words[: lettered.end() - 1]}\t{words[lettered.end() :]}"
        _add(document, told, house_style.POINT)
    else:
        _add(document, words, "List Bullet")


def _table(document: Document_, block: Table) -> None:
    _add(document, in_one_line(block.caption), "Caption")
    table = document.add_table(rows=1, cols=len(block.head), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    _describe(table, block)
    _fill(table.rows[0], block.head, bold=True)
    _mark_as_head(table.rows[0])
    for cells in block.rows:
        _fill(table.add_row(), cells)
    _divide(table)
    document.add_paragraph().paragraph_format.space_after = 0


def _fill(row: _Row, cells: tuple[str, ...], *, bold: bool = False) -> None:
    for cell, words in zip(row.cells, cells, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.add_run(in_one_line(words)).bold = bold
        form = paragraph.paragraph_format
        form.space_before = form.space_after = Pt(3)
        form.keep_with_next = bold
    whole = OxmlElement("w:cantSplit")
    row._tr.get_or_add_trPr().append(whole)


def _divide(table: Table_) -> None:
    """The page's width; the first column is the widest, save where there are two."""
    many = len(table.columns)
    widths = WIDTHS.get(many, (Cm(6), *(Cm(10 / (many - 1)) for _ in range(many - 1))))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width


def _mark_as_head(row: _Row) -> None:
    """Told aloud as headings, and repeated where the table goes on to another page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _describe(table: Table_, block: Table) -> None:
    """The title and description that a screen reader tells first."""
    for name, words in (("tblCaption", block.caption), ("tblDescription", block.description)):
        told = OxmlElement(f"w:{name}")
        told.set(qn("w:val"), in_one_line(words))
        table._tbl.tblPr.append(told)
