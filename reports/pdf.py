"""Turns a Word file into a PDF that a screen reader can follow, where LibreOffice is there."""

import re
import shutil
import subprocess
import tempfile
from functools import partial
from pathlib import Path

from core.errors import HeardError

TAGGED = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"}}'
)
MOST_S = 120
LONG_AGO = b"D:19800101000000Z'"
# What tells of the machine and the hour: before, what is told, after; and what stands instead.
SILENT = (
    (re.compile(rb"(/(?:CreationDate|ModDate)\()(D:[^)]*)(\))"), LONG_AGO),
    (re.compile(rb"(/(?:Producer|Creator)<)([0-9A-F]*)(>)"), b""),
    (re.compile(rb"(<xmp:(?:CreateDate|ModifyDate)>)([^<]*)(<)"), b"1980-01-01T00:00:00Z"),
    (re.compile(rb"(<(?:xmp:CreatorTool|pdf:Producer)>)([^<]*)(<)"), b""),
)


class NoOffice(HeardError):
    """There is no LibreOffice on this machine, or it did not make a PDF."""

    status = 503

    def __init__(self) -> None:
        super().__init__(
            "This machine cannot make a PDF now. Take the Word file, open it and save it as PDF."
        )


def there() -> bool:
    """Whether a PDF can be made here."""
    return _office() is not None


def _office() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def of_word(document: bytes) -> bytes:
    """The PDF of a Word file, tagged, with its bookmarks. NoOffice where it cannot be made."""
    office = _office()
    if office is None:
        raise NoOffice
    with tempfile.TemporaryDirectory(prefix="heard-") as name:
        place = Path(name)
        (place / "paper.docx").write_bytes(document)
        told = [office, f"-env:UserInstallation=file://{name}/home", "--headless", "--norestore"]
        told += ["--convert-to", TAGGED, "--outdir", name, str(place / "paper.docx")]
        try:
            # Every argument is ours; the file holds no macro and nothing is fetched.
            subprocess.run(told, check=True, capture_output=True, timeout=MOST_S)  # noqa: S603
            return silenced((place / "paper.pdf").read_bytes())
        except (subprocess.SubprocessError, OSError) as error:
            raise NoOffice from error


def silenced(made: bytes) -> bytes:
    """The same PDF without the hour at which it was made and the program that made it.

    Every replacement has the length of what it replaces, so that the file's own table of places
    still holds.
    """
    for pattern, put in SILENT:
        made = pattern.sub(partial(_padded, put), made)
    return made


def _padded(put: bytes, found: re.Match[bytes]) -> bytes:
    before, told, after = found.groups()
    return before + (put + b" " * len(told))[: len(told)] + after
