"""Opens a CSV or XLSX file as rows of text, and refuses what is too large or not what it says."""

import csv
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from core.errors import CannotUseFile
from intray.encodings import MOST_BYTES, bytes_of, text_of

MOST_UNPACKED = 100 * 1024 * 1024
MOST_ROWS = 50_000
MOST_COLUMNS = 1_000
DELIMITERS = (",", ";", "\t", "|")
NONE = "\x1f"  # nobody types it, so a file with one column stays whole
# openpyxl meets damaged parts with whatever the code at hand happens to raise.
DAMAGE = (
    InvalidFileException, zipfile.BadZipFile, zlib.error, KeyError, ValueError, StopIteration,
    SyntaxError, TypeError, AttributeError, IndexError, EOFError, RuntimeError, OSError,
)  # fmt: skip
NOT_A_WORKBOOK = (
    "This is not an Excel workbook that we can open: it may be damaged, or a password may lock "
    "it. Please save it again as XLSX or CSV."
)


@dataclass(frozen=True, slots=True)
class Record:
    """One row as text. `broken` says why it could not be read."""

    number: int
    cells: tuple[str, ...]
    broken: str = ""


def records_of(path: Path) -> tuple[bytes, list[Record]]:
    """The file's bytes and its rows, numbered as a spreadsheet numbers them."""
    raw = bytes_of(path)
    return raw, records_in(path, raw)


def records_in(path: Path, raw: bytes) -> list[Record]:
    """The rows of a file whose bytes are here already; its name tells its kind."""
    if not raw.strip():
        raise CannotUseFile("This file is empty.")
    found: list[Record] = []
    for record in _workbook(raw) if raw.startswith(b"PK") else _delimited(path, raw):
        if len(found) >= MOST_ROWS:
            raise CannotUseFile(f"This file has more than {MOST_ROWS:,} rows. Please divide it.")
        found.append(record)
    return found


def _delimited(path: Path, raw: bytes) -> Iterator[Record]:
    if path.suffix.casefold() in (".xlsx", ".xls", ".ods") or raw.startswith(b"\xd0\xcf\x11\xe0"):
        raise CannotUseFile(NOT_A_WORKBOOK)
    text = text_of(raw)
    csv.field_size_limit(MOST_BYTES)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    number = 0
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield Record(number, (), "its quotation marks do not match")
            continue
        yield Record(number, tuple(cells[:MOST_COLUMNS]))


def _delimiter(text: str) -> str:
    """The sign that divides the first rows into the same number of cells, two or more."""
    best, most = NONE, 1
    for sign in DELIMITERS:
        rows = csv.reader(io.StringIO(text[:20_000], newline=""), delimiter=sign)
        widths = [len(row) for row, _ in zip(rows, range(10), strict=False) if row]
        usual = max(set(widths), key=widths.count) if widths else 1
        if usual > most and widths.count(usual) * 2 > len(widths) and widths[0] >= 2:
            best, most = sign, usual
    return best


def _workbook(raw: bytes) -> Iterator[Record]:
    _refuse_bombs(raw)
    try:
        book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
        sheet = next(s for s in book.worksheets if s.sheet_state == "visible")
        sheet.reset_dimensions()
        for number, row in enumerate(sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS), 1):
            yield Record(number, _trimmed(tuple(_told(value) for value in row)))
    except DAMAGE as error:
        raise CannotUseFile(NOT_A_WORKBOOK) from error


def _refuse_bombs(raw: bytes) -> None:
    """A workbook that unpacks to far more than it weighs is refused before it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            parts = packed.infolist()
    except zipfile.BadZipFile as error:
        raise CannotUseFile(NOT_A_WORKBOOK) from error
    if sum(part.file_size for part in parts) > MOST_UNPACKED or len(parts) > 2_000:
        raise CannotUseFile("This workbook unpacks to far more than it should. We did not open it.")


def _told(value: object) -> str:
    """A cell as a person reads it; dates in the order that cannot be mistaken."""
    if value is None:
        return ""
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _trimmed(cells: tuple[str, ...]) -> tuple[str, ...]:
    """Without the empty cells at the end, which a sheet that was once wider leaves behind."""
    end = len(cells)
    while end and not cells[end - 1].strip():
        end -= 1
    return cells[:end]
