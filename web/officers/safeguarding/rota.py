"""Who is on duty, who is away, and who covers."""

from collections.abc import Callable
from datetime import date

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from core.errors import HeardError, NotFound
from services import rota as rotas
from web.door import house
from web.officers.session import officer

NOT_A_DAY = "Give both days, such as 2027-03-31."


def rota() -> str:
    """The rota from today on."""
    return _page()


def put_on_duty() -> Answer | tuple[str, int]:
    """Put somebody on duty for some days."""
    place = request.form.get("place", 0, type=int)
    return _change(lambda days: rotas.put_on(house(), officer(), _who("who"), place, *days), "duty")


def note_absence() -> Answer | tuple[str, int]:
    """Note who is away, and who covers."""

    def keep(days: tuple[date, date]) -> None:
        cover = request.form.get("cover") or None
        rotas.note_absence(house(), officer(), _who("away"), cover, *days)

    return _change(keep, "absence")


def change_rota() -> Answer:
    """Take a turn or an absence off again."""
    rotas.remove(house(), officer(), _who("row"))
    flash("Taken off.")
    return redirect(url_for("desk.rota"), 303)


def _change(keep: Callable[[tuple[date, date]], None], place: str) -> Answer | tuple[str, int]:
    try:
        keep(_days())
    except NotFound:
        return _page(place, "Choose somebody from the list."), 422
    except (ValueError, HeardError) as trouble:
        return _page(place, NOT_A_DAY if isinstance(trouble, ValueError) else str(trouble)), 422
    flash("Saved.")
    return redirect(url_for("desk.rota"), 303)


def _who(field: str) -> str:
    return request.form.get(field, "")


def _days() -> tuple[date, date]:
    return date.fromisoformat(_who("start")), date.fromisoformat(_who("end"))


def _page(at: str = "", trouble: str = "") -> str:
    found = rotas.look(house(), officer())
    return render_template(
        "officers/safeguarding/rota.html",
        rota=found,
        at=at,
        trouble=trouble,
        typed=request.form,
    )
