"""The Word file itself: safe to open, silent about its maker, the same every time."""

import re
import shutil
import subprocess
from dataclasses import replace

import pytest

from core.facts import Statement, Voice
from core.papers import Form, Kind
from core.summaries import Quote
from core.themes import THEMES
from reports import documents, pdf, scrutiny
from reports.documents import Source
from tests.browsers import left_out
from tests.reports.papers import paper, summary
from tests.reports.reading import Read

HARMFUL = [
    "{{7*7}}",
    "=cmd|' /C calc'!A0",
    "<w:t>&amp;</w:t><script>alert(1)</script>",
    "]]><!--",
    '{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" }',
    "nul\x00 bell\x07 escape\x1b half\ud83d \ufffe end",
    "back\u202ewards",
    "one\ttab and\r\ntwo lines\n\n\nand more",
    "emoji 🦊 and Łódź and 漢字 and عربى",
]


def harmful_paper():
    bad = " ".join(HARMFUL)
    line = replace(
        summary().themes[0],
        quotes=tuple(Quote(text, Voice.YOUNG_PERSON, "x") for text in HARMFUL),
        statements=(Statement(bad, bad, 1, (THEMES[0].key,)),),
    )
    return paper(
        summary=replace(summary(), themes=(line, *summary().themes[1:])),
        title=bad,
        council=bad,
        item_number=bad,
        contact_post=bad,
        questions_asked=(bad,),
        headings={"purpose": bad},
        glossary=((bad, bad), ("CSI", bad)),
    )


def test_harmful_text_stays_text_and_the_file_stays_whole():
    read = Read(scrutiny.write(harmful_paper()))
    for literal in ("{{7*7}}", "=cmd|' /C calc'!A0", "<script>alert(1)</script>", "🦊", "漢字"):
        assert literal in read.text
    assert "49" not in read.text
    assert "nul bell escape half end" in read.text
    assert "backwards" in read.text
    xml = read.part("word/document.xml")
    assert "w:instrText" not in xml
    assert "fldSimple" not in xml


def test_line_ends_in_somebodys_words_are_kept_without_gaps():
    read = Read(scrutiny.write(harmful_paper()))
    assert "“one tab and\ntwo lines\nand more”" in read.text


def test_the_file_says_nothing_of_author_machine_or_hour():
    read = Read(scrutiny.write(paper()))
    core = read.part("docProps/core.xml")
    for name in ("creator", "lastModifiedBy", "created", "modified", "revision", "description"):
        assert name not in core
    app = read.part("docProps/app.xml")
    for name in ("Application", "Company", "Manager", "TotalTime", "Template"):
        assert name not in app
    package = read.words_of_package()
    for trace in ("python-docx", "Macintosh", "w:rsid", "2013-12-23"):
        assert trace not in package
    assert not [name for name in read.names() if "thumbnail" in name or "customXml" in name]


def test_the_title_and_the_language_are_known_to_whatever_reads_it_aloud():
    read = Read(scrutiny.write(paper()))
    assert "<dc:title" in read.part("docProps/core.xml")
    assert "What young people and practitioners told us" in read.part("docProps/core.xml")
    assert 'w:lang w:val="en-GB"' in read.part("word/styles.xml")
    assert "en-US" not in read.part("word/styles.xml") + read.part("word/settings.xml")


def test_the_page_is_a4_and_counts_its_pages():
    read = Read(scrutiny.write(paper()))
    section = read.document.sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    footer = section.footer.paragraphs[0]._p.xml
    assert 'w:instr="PAGE"' in footer
    assert 'w:instr="NUMPAGES"' in footer


def test_the_same_paper_gives_the_same_bytes():
    assert scrutiny.write(paper()) == scrutiny.write(paper())


@pytest.mark.slow
def test_libreoffice_opens_it_and_the_pdf_can_be_followed_aloud_and_tells_of_no_machine(tmp_path):
    reader, about = shutil.which("pdftotext"), shutil.which("pdfinfo")
    if not pdf.there() or not reader or not about:
        left_out("NO LIBREOFFICE: the paper is not opened (it needs soffice and poppler)")

    def told(*command):
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    for name, made in (("plain", paper()), ("harmful", harmful_paper())):
        place = tmp_path / f"{name}.pdf"
        place.write_bytes(pdf.of_word(scrutiny.write(made)))
        text = told(reader, place, "-")
        assert "Who we did not hear from" in text
        assert "Appendix D" in text
        assert "Page 1 of" in text
        facts = told(about, place)
        assert re.search(r"Tagged: +yes", facts)
        assert "Libre" not in facts
        assert re.search(r"CreationDate: +\w+ \w+ +1 [\d:]+ 1980", facts)
        tags = told(about, "-struct", place).split()
        assert {"H1", "H2", "Table", "TH:", "L", "LI"} <= {*tags} | {tag + ":" for tag in tags}
    for kind in (one for one in Kind if one is not Kind.SCRUTINY):
        place = tmp_path / f"{kind}.pdf"
        place.write_bytes(pdf.of_word(documents.write(kind, Form.DOCX, Source(paper(), {}, {}))))
        facts = told(about, place)
        assert re.search(r"Tagged: +yes", facts), kind
        assert re.search(r"Title: +\w", facts), kind
        assert "H1" in told(about, "-struct", place).split(), kind
