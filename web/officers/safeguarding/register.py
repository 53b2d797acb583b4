"""The register of staff and carers, brought up to date by a file of the council."""

import tempfile
from pathlib import Path

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from core.errors import CannotUseFile, HeardError
from core.imports import RowProblem
from services import register as registers
from web.door import house
from web.officers.session import officer
from web.officers.unsent import LOST

CHOOSE = "Choose a file first: CSV or Excel, with a column called Name."


def register() -> str:
    """Everyone on the register, and the form for a new file."""
    return _page()


def import_register() -> Answer | tuple[str, int]:
    """Take in the file; who is not in it has left."""
    try:
        report, problems = _take()
    except LOST:
        raise
    except HeardError as trouble:
        return _page(str(trouble)), 422
    flash(f"Taken in: {report} new or changed.")
    return (_page("", problems), 200) if problems else redirect(url_for("desk.register"), 303)


def _take() -> tuple[int, tuple[RowProblem, ...]]:
    given = request.files.get("file")
    if given is None or not given.filename:
        raise CannotUseFile(CHOOSE)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / f"staff{Path(given.filename).suffix[:6]}"
        given.save(place)
        lines, problems = registers.read_file(place)
    whole = request.form.get("whole") == "yes"
    return registers.take(house(), officer(), lines, whole=whole).added, problems


def _page(trouble: str = "", problems: tuple[RowProblem, ...] = ()) -> str:
    return render_template(
        "officers/safeguarding/register.html",
        people=registers.everyone(house(), officer()),
        trouble=trouble,
        problems=problems,
    )
