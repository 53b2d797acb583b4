"""Writes rows as CSV, as a workbook or as JSON. Nothing in them is a formula; nothing tells who."""

import csv
import io
import json
from datetime import datetime

import xlsxwriter

from core.cells import safe
from core.orders import Format, Sheet

MARKING = "Marking"
LONG_AGO = datetime(1980, 1, 1)  # noqa: DTZ001 - a day that tells nothing; the file keeps no zone
WIDEST = 80


def write(sheet: Sheet, form: Format) -> bytes:
    """The file's bytes."""
    return WRITERS[form](sheet)


def _csv(sheet: Sheet) -> bytes:
    """UTF-8 with the mark that Excel looks for. The marking stands on every row."""
    told = io.StringIO()
    lines = csv.writer(told, quoting=csv.QUOTE_ALL)
    lines.writerow([*map(safe, sheet.head), MARKING])
    for row in sheet.rows:
        lines.writerow([*map(safe, row), safe(sheet.marking)])
    return told.getvalue().encode("utf-8-sig")


def _xlsx(sheet: Sheet) -> bytes:
    """A workbook whose text stays text, without a name, a machine or a time in it."""
    told = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(told, options | {"strings_to_numbers": False}) as book:
        book.set_properties({"title": sheet.title, "created": LONG_AGO})
        bold, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True})
        page = book.add_worksheet("Heard")
        page.set_header(f"&C{sheet.marking.replace('&', '&&')}"[:250])
        page.set_footer(f"&C{sheet.marking.replace('&', '&&')}&RPage &P of &N"[:250])
        at = 0
        for line in (sheet.marking, sheet.title, *sheet.notes):
            page.write_string(at, 0, safe(line), bold if at == 0 else None)
            at += 1
        for column, words in enumerate((*sheet.head, MARKING)):
            page.write_string(at, column, safe(words), bold)
            page.set_column(column, column, _width(sheet, column))
        for number, row in enumerate(sheet.rows, at + 1):
            for column, words in enumerate((*row, sheet.marking)):
                page.write_string(number, column, safe(words), wrap)
        page.freeze_panes(at + 1, 0)
    return told.getvalue()


def _width(sheet: Sheet, column: int) -> int:
    told = [len(row[column]) for row in sheet.rows[:200] if column < len(row)]
    return min(WIDEST, max([12, *told]))


def _json(sheet: Sheet) -> bytes:
    rows = [dict(zip(sheet.head, map(safe, row), strict=True)) for row in sheet.rows]
    told = {"title": sheet.title, "marking": sheet.marking, "notes": sheet.notes, "rows": rows}
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


WRITERS = {Format.CSV: _csv, Format.XLSX: _xlsx, Format.JSON: _json}
