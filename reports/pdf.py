"""Turns a Word file into a PDF that a screen reader can follow, where LibreOffice is there."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from core.errors import HeardError

TAGGED = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"}}'
)
MOST_S = 120


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
            return (place / "paper.pdf").read_bytes()
        except (subprocess.SubprocessError, OSError) as error:
            raise NoOffice from error
