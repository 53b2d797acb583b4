"""B6: files that officers take, opened as they would open them: in Chromium and in LibreOffice."""

import csv
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from openpyxl import Workbook, load_workbook
from playwright.sync_api import Dialog, Error, Page, sync_playwright

from bench.council_house import BY, ORDER, Outputs, opened, told
from bench.figures import Proof
from core.orders import Format, Sheet
from core.papers import Kind
from core.records import Written
from reports import rows
from services import drafting
from tools.chromium import of_playwright, on_the_machine

DIALOGS = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
    "\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>", "</title><script>alert(1)//",
    "</style><script>alert(1)</script>", "<iframe srcdoc='<script>alert(1)</script>'>",
    "<a href=javascript:alert(1)>x</a>", "<details open ontoggle=alert(1)>",
    "<body onload=alert(1)>",
    "<input autofocus onfocus=alert(1)>", "[E1]<script>alert(1)</script>", "&lt;script&gt;alert(1)",
    "<math><mi xlink:href=javascript:alert(1)>", "=HYPERLINK(\"javascript:alert(1)\")",
    "=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "=cmd|' /C calc'!A0",
)  # fmt: skip


def b6_opened() -> Proof:
    """Payloads in words, paragraphs, sources and a table; every file opened, dialogs counted.

    A page and a table that hold the payloads raw are opened as well: there they must be seen.
    """
    with tempfile.TemporaryDirectory(prefix="heard-") as name:
        folder = Path(name)
        _make(folder)
        _as_pages(folder)
        formulas = {place.stem: _formulas(place) for place in folder.glob("*.xlsx")}
        formulas["figures"] = _run_by_a_table(folder / "figures.csv")
        pages = sorted({*folder.glob("*.html"), *folder.glob("*.csv")})
        with _chromium() as chromium:
            dialogs = {place.stem: _dialogs(chromium, place) for place in pages}
    control = dialogs.pop("control"), formulas.pop("control")
    seen = sum(dialogs.values()), sum(formulas.values())
    figure = (
        f"{seen[0]} dialogs in {len(dialogs)} files opened in Chromium (Word by way of "
        f"LibreOffice), {seen[1]} formulas in CSV and workbook, of {len(DIALOGS)} payloads in "
        f"each; raw, they give {control[0]} and {control[1]}"
    )
    ok = seen == (0, 0) and all(control) and len(dialogs) == 2 * len(Kind) + 1
    return Proof("B6", "files opened in Chromium and LibreOffice", figure, "0, 0", ok)


def _make(folder: Path) -> None:
    """Every document of a paper, a table and a workbook; and the control."""
    with opened() as house:
        for payload in DIALOGS * 9:
            told(house, ("money",), f"{payload} said")
        for _ in range(6):
            told(house, ("education",))
        draft = drafting.begin(house, BY, ORDER)
        for payload in DIALOGS:
            for section in ("future", "young/answer", "plan/home/will"):
                said = Written("", section, f"{payload} planned", ("source",))
                drafting.put(house, BY, draft.id, said, payload.strip())
        for (kind, form), held in Outputs.of(house).made.items():
            (folder / f"{kind}.{form}").write_bytes(held)
    lines = tuple((one, f"{one} said", f" {one}") for one in DIALOGS)
    raw = DIALOGS[0]
    sheet = Sheet(title=raw, head=DIALOGS[1:4], rows=lines, marking=raw, notes=DIALOGS)
    (folder / "figures.csv").write_bytes(rows.write(sheet, Format.CSV))
    (folder / "workbook.xlsx").write_bytes(rows.write(sheet, Format.XLSX))
    (folder / "control.html").write_text("\n".join(DIALOGS), "utf-8")
    book = Workbook()
    book.active.append(["=1+1"])
    book.save(folder / "control.xlsx")


def _as_pages(folder: Path) -> None:
    """Each Word file as the page that LibreOffice makes of it."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise FileNotFoundError("this proof opens files with LibreOffice")
    start = [office, f"-env:UserInstallation=file://{folder}/home", "--headless"]
    said = [*start, "--convert-to", "html:HTML", "--outdir", str(folder / "html")]
    # Every argument is ours.
    subprocess.run(
        [*said, *map(str, folder.glob("*.docx"))], check=True, capture_output=True, timeout=120
    )
    for page in (folder / "html").glob("*.html"):
        page.rename(folder / f"word-{page.name}")


def _formulas(place: Path) -> int:
    """Cells that a spreadsheet would work out."""
    return sum(c.data_type == "f" for sheet in load_workbook(place) for row in sheet for c in row)


def _run_by_a_table(place: Path) -> int:
    """Cells of a CSV that begin as a formula does."""
    told_ = csv.reader(place.read_text("utf-8-sig").splitlines())
    return sum(cell.strip(" \t\r\n")[:1] in set("=+-@") for row in told_ for cell in row)


@contextmanager
def _chromium() -> Iterator[Page]:
    with sync_playwright() as playwright:
        found = on_the_machine() or of_playwright()
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()


def _dialogs(page: Page, place: Path) -> int:
    """How many dialogs opened, with everything pressed that can be."""
    seen: list[str] = []

    def close(dialog: Dialog) -> None:
        seen.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", close)
    try:
        page.goto(f"file://{place}")
    except Error:  # a table is offered to be kept, and shown nowhere
        if place.suffix != ".csv":
            raise
    for trap in page.locator("a:not([href^='#']), input, details").all():
        trap.dispatch_event("click")
    page.remove_listener("dialog", close)
    return len(seen)
