"""What each sentence rests on, and whether every document can be followed without seeing it."""

import re
from itertools import pairwise

import pytest

from core.papers import Form, Kind
from core.style import MONTH
from core.summaries import Quote
from reports import documents, scrutiny
from reports.documents import Source
from tests.reports.papers import QUOTES, paper
from tests.reports.reading import Read


def test_every_sentence_with_a_number_carries_its_evidence():
    """Days, places in the paper and the rule about small numbers are no claims."""
    plain = (
        rf"\d{{1,2}} {MONTH} \d{{4}}|\b[A-D\d]+\.\d+\b|\(CSI\)|under 5|than 5”|5 or more|Care4Us"
    )
    read = Read(scrutiny.write(paper()))
    own = [text for style, text in read.paragraphs if style == "Numbered Paragraph"]
    own = [text for text in own if "16." not in text[:3] and not text.endswith((":", "C.30."))]
    claims = [text for text in own if re.search(r"\d", re.sub(plain, "", text.split("[E")[0]))]
    assert len(claims) > 8
    assert [text for text in claims if not re.search(r" \[E\d(, E\d)*\]$", text)] == []


@pytest.fixture(scope="module")
def source() -> Source:
    private: dict[str, tuple[Quote, ...]] = {"Home": QUOTES["home_carers"]}
    pledge = {"home_carers": "home", "mental_health": "health"}
    return Source(paper(), {key: pledge.get(key) for key in QUOTES}, private)


@pytest.mark.parametrize("kind", Kind)
def test_every_document_has_a_title_a_language_and_headings_in_their_order(kind, source):
    read = Read(documents.write(kind, Form.DOCX, source))
    assert read.document.core_properties.title == documents.title_of(kind, source)
    assert 'w:lang w:val="en-GB"' in read.part("word/styles.xml")
    headings = [(int(style[-1]), text) for style, text in read.paragraphs if "Heading" in style]
    levels = [level for level, _ in headings]
    assert all(text.strip() for _, text in headings)
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert "<w:drawing" not in read.part("word/document.xml")  # a picture would need its words
    for table in read.document.tables:
        assert "w:tblHeader" in table.rows[0]._tr.xml
        assert "w:tblDescription" in table._tbl.tblPr.xml
        assert all(cell.text.strip() for cell in table.rows[0].cells)
        assert len({len(row.cells) for row in table.rows}) == 1
    page = documents.write(kind, Form.HTML, source).decode()
    told = [int(level) for level in re.findall(r"<h([1-6])>", page)]
    assert told[0] == 1
    assert told.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(told))
    assert '<html lang="en-GB">' in page
    assert re.search(r"<title>[^<]+</title>", page)
    assert page.count("<table") == page.count("<caption>") == page.count("<thead>")
