"""B6 and B17 for papers: what is put into them stays text, and they tell nothing of their maker."""

import hashlib
import io
import re
import zipfile

from docx import Document
from openpyxl import load_workbook

from bench.council_house import BY, ORDER, PERIOD, Outputs, opened, told
from bench.figures import Proof
from core.orders import Format
from core.papers import Form, Kind
from core.records import Written
from reports import pdf
from services import (
    drafting,
    releases,
)

PAYLOADS = (
    "{{7*7}}", "{% raise %}", "${7*7}", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1", "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://x\")",
    "]]><!--", "<w:t>x</w:t>", "\u202egnp", "&lt;b&gt;", "'; DROP TABLE view; --", "\x0b\x0c",
)  # fmt: skip


def b6_papers() -> Proof:
    """Payloads in words, paragraphs, sources and totals: in docx, pages, CSV and workbook."""
    executed = broken = 0
    with opened() as house:
        for payload in PAYLOADS * 12:
            told(house, ("money",), f"{payload} said")
        for _ in range(6):
            told(house, ("education",))
        draft = drafting.begin(house, BY, ORDER)
        for payload in PAYLOADS:
            clean = payload.replace("\x0b\x0c", "x")
            said = Written("", "future", f"{clean} planned", ("source",), "money")
            drafting.put(house, BY, draft.id, said, clean.strip() or "x")
        release = releases.freeze(house, BY, PERIOD)
        made = Outputs.of(house).made
        tables = {f: releases.download(house, BY, release.id, f) for f in (Format.CSV, Format.XLSX)}
    for (_, form), document in made.items():
        executed += _run_in(form, document)
        broken += form is Form.DOCX and Document(io.BytesIO(document)).paragraphs == []
    lines = tables[Format.CSV].decode("utf-8-sig").splitlines()
    executed += sum(bool(re.search(r'(?:^|,)"?[=+@\t\r-]', line)) for line in lines)
    book = load_workbook(io.BytesIO(tables[Format.XLSX]))
    executed += sum(c.data_type == "f" for sheet in book for row in sheet for c in row)
    many = len(PAYLOADS) * 13
    files = len(made) + 2
    figure = f"{executed} run, {broken} files broken, of {many} sendings in {files} files"
    return Proof("B6", "payloads in papers and tables", figure, "0", executed == broken == 0)


def _run_in(form: Form, document: bytes) -> int:
    """How many payloads of one document would run, or did."""
    if form is Form.HTML:
        page = document.decode()
        return len(re.findall(r"<(?:script|img|w:t)\b|>49<|onerror=[^&\"']*>", page))
    xml = zipfile.ZipFile(io.BytesIO(document)).read("word/document.xml").decode()
    return len(re.findall(r"w:instrText|<w:t[^>]*>49<", xml))


def b17_papers() -> Proof:
    """No author, machine or hour in any paper; no hidden rows."""
    with opened() as house:
        for _ in range(6):
            told(house, ("money",))
        made = Outputs.of(house).made
        release = releases.freeze(house, BY, PERIOD)
        book_ = releases.download(house, BY, release.id, Format.XLSX)
        frozen = releases.download(house, BY, release.id, Format.JSON)
    traces = 0
    for (_, form), document in made.items():
        if form is Form.DOCX:
            traces += _traces_in_zip(document)
    traces += _traces_in_zip(book_)
    book = load_workbook(io.BytesIO(book_))
    hidden = sum(d.hidden for sheet in book for d in sheet.row_dimensions.values())
    told_pdf = "no LibreOffice here"
    if pdf.there():
        held = pdf.of_word(made[Kind.SCRUTINY, Form.DOCX])
        traces += len(re.findall(rb"LibreOffice|D:20\d\d|CreateDate>20", held))
        told_pdf = "PDF too"
    proved = hashlib.sha256(frozen).hexdigest() == release.sha256
    files = f"{hidden} hidden rows in {len(made) + 1} files, {told_pdf}"
    figure = f"{traces} traces, {files}; the frozen text has its hash: {proved}"
    return Proof("B17", "metadata of papers", figure, "0", traces == hidden == 0 and proved)


def _traces_in_zip(held: bytes) -> int:
    package = zipfile.ZipFile(io.BytesIO(held))
    names = [name for name in package.namelist() if name.endswith(".xml")]
    text = "".join(package.read(name).decode("utf-8", "replace") for name in names)
    years = {entry.date_time[0] for entry in package.infolist()} - {1980}
    marks = r"lastModifiedBy>[^<]|<dc:creator>[^<]|<Company>[^<]|w:rsid|python-docx"
    return len(re.findall(marks, text)) + len(years)
