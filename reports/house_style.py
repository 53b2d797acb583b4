"""How a committee paper looks: A4, Arial, real headings, a page number on every page."""

from docx.document import Document as Document_
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Length, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

FONT = "Arial"
BLACK = RGBColor(0, 0, 0)
NUMBERED = "Numbered Paragraph"
QUOTED = "Quotation"
POINT = "Point"
NEEDED = frozenset(
    {"Title", "heading 1", "heading 2", "List Bullet", "caption", "Table Grid", "footer"}
)
SIZES = {"Title": 16, "Heading 1": 14, "Heading 2": 12}
HANGED_FROM, HANGING, POINT_AT = Cm(0), Cm(1.27), Cm(2)


def dress(document: Document_, points: float = 11) -> None:
    """Give the document its page, its language, its styles and its page numbers."""
    _page(document)
    _drop_unused(document)
    _language(document)
    _plain(document, points)
    for name, size in SIZES.items():
        _heading(_style(document, name), round(size * points / 11))
    _own(document, points)
    _page_numbers(document.sections[0].footer.paragraphs[0])


def _style(document: Document_, name: str) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)  # noqa: S101 - tells the type checker what it is
    return style


def _page(document: Document_) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.2)


def _drop_unused(document: Document_) -> None:
    """Drop the pattern's other 150 styles: nobody chooses among them, and each one costs time."""
    styles = document.styles.element
    by_id = {style.styleId: style for style in styles.style_lst}
    wanted = [id_ for id_, style in by_id.items() if style.name_val in NEEDED or style.default]
    kept: set[str] = set()
    while wanted:
        id_ = wanted.pop()
        if id_ in by_id and id_ not in kept:
            kept.add(id_)
            leads_to = by_id[id_].iter(qn("w:basedOn"), qn("w:link"), qn("w:next"))
            wanted += [str(other.get(qn("w:val"))) for other in leads_to]
    for id_, style in by_id.items():
        if id_ not in kept:
            styles.remove(style)


def _language(document: Document_) -> None:
    """British English for the spelling checker and for whatever reads the page aloud."""
    for part in (document.styles.element, document.settings.element):
        for language in part.iter(qn("w:lang"), qn("w:themeFontLang")):
            language.attrib.clear()
            language.set(qn("w:val"), "en-GB")


def _font(style: ParagraphStyle, size: float, *, bold: bool = False) -> None:
    style.font.name, style.font.size = FONT, Pt(size)
    style.font.bold, style.font.italic, style.font.color.rgb = bold, False, BLACK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{name}"), FONT)


def _plain(document: Document_, points: float) -> None:
    normal = _style(document, "Normal")
    _font(normal, points)
    normal.paragraph_format.space_after = Pt(8)
    normal.paragraph_format.line_spacing = 1.15
    normal.paragraph_format.widow_control = True


def _heading(style: ParagraphStyle, size: float) -> None:
    _font(style, size, bold=True)
    for border in style.element.iter(qn("w:pBdr")):
        border.clear()
    form = style.paragraph_format
    form.space_before, form.space_after, form.keep_with_next = Pt(14), Pt(6), True
    if style.name == "Heading 1":
        _hang(style, HANGING)


def _hang(style: ParagraphStyle, at: Length, number_at: Length = HANGED_FROM) -> None:
    """Text that stands at `at`, with its number or bullet to the left of it."""
    form = style.paragraph_format
    form.left_indent, form.first_line_indent = at, Emu(number_at - at)
    form.tab_stops.add_tab_stop(at)


def _own(document: Document_, points: float) -> None:
    for name in (NUMBERED, QUOTED, POINT):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        assert isinstance(style, ParagraphStyle)  # noqa: S101 - tells the type checker what it is
        style.base_style = document.styles["Normal"]
        style.quick_style = True
        _font(style, points)
    _hang(_style(document, NUMBERED), HANGING)
    _hang(_style(document, POINT), POINT_AT, HANGING)
    _hang(_style(document, "List Bullet"), POINT_AT, HANGING)
    _font(_style(document, "List Bullet"), points)
    quoted = _style(document, QUOTED)
    quoted.paragraph_format.left_indent, quoted.paragraph_format.right_indent = POINT_AT, HANGING
    _rule_beside(quoted)
    caption = _style(document, "Caption")
    _font(caption, points, bold=True)
    caption.paragraph_format.keep_with_next = True


def _rule_beside(style: ParagraphStyle) -> None:
    """A line at the left of a quotation: long italics are hard to read for many."""
    borders, left = OxmlElement("w:pBdr"), OxmlElement("w:left")
    for name, value in (("val", "single"), ("sz", "18"), ("space", "10"), ("color", "6B6B6B")):
        left.set(qn(f"w:{name}"), value)
    borders.append(left)
    style.element.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )


def _page_numbers(paragraph: Paragraph) -> None:
    """Page 2 of 7, counted by the program that opens the file."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for words, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        paragraph.add_run(words)
        counted = OxmlElement("w:fldSimple")
        counted.set(qn("w:instr"), field)
        run = OxmlElement("w:r")
        text = OxmlElement("w:t")
        text.text = "1"
        run.append(text)
        counted.append(run)
        paragraph._p.append(counted)
