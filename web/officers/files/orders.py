"""Asking for a file of views, deciding about somebody else's, and fetching one's own."""

from flask import Response, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer
from wtforms import SelectField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired

from core.errors import HeardError, NotFound
from core.facts import Voice
from core.orders import Ask, Format, Kind
from services import orders
from web.door import house
from web.officers.periods import PeriodForm
from web.officers.plain import in_words
from web.officers.session import officer

MIME = {
    Format.CSV: "text/csv; charset=utf-8",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.JSON: "application/json",
    Format.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
FORMATS = ((Format.XLSX, "Excel workbook"), (Format.CSV, "CSV"), (Format.JSON, "JSON"))


class AskForm(PeriodForm):
    """Which views, in which file, and what for."""

    voice = SelectField(
        "Who",
        choices=[
            SelectChoice("", "Everybody"),
            *(SelectChoice(v.value, in_words(v)) for v in Voice),
        ],
        default="",
    )
    format = SelectField(
        "File", choices=[SelectChoice(f.value, text) for f, text in FORMATS], default="xlsx"
    )
    why = StringField("What the file is for", [InputRequired("Say what the file is for.")])


def files() -> str:
    """What was asked for, and the form that asks."""
    return _page(AskForm(None))


def file_ask() -> Answer | tuple[str, int]:
    """Ask for a file."""
    form = AskForm()
    period = form.period()
    if not form.validate() or period is None:
        return _page(form), 422
    kind, form_ = Kind.VIEWS, Format(form.format.data)
    ask = Ask(kind, form_, period.start, period.end, form.voice.data or "")
    orders.ask_for(house(), officer(), ask, form.why.data or "")
    flash("Asked. You can fetch the file here once somebody else has approved it.")
    return redirect(url_for("desk.files"), 303)


def file_decide(order_id: str) -> Answer:
    """Approve or refuse a file that somebody else asked for."""
    approved = request.form.get("approved") == "yes"
    try:
        orders.decide(house(), officer(), order_id, approved)
        flash("Approved. It can be fetched until its days are over." if approved else "Refused.")
    except NotFound:
        flash("There is no such file.")
    except HeardError as refused:
        flash(str(refused))
    return redirect(url_for("desk.files"), 303)


def file_take(order_id: str) -> Answer:
    """The file itself, made now."""
    try:
        made = orders.take(house(), officer(), order_id)
    except HeardError as refused:
        flash(str(refused) if not isinstance(refused, NotFound) else "There is no such file.")
        return redirect(url_for("desk.files"), 303)
    return download(made.held, made.name, made.format)


def download(held: bytes, name: str, form: Format) -> Response:
    """The bytes as a file to be saved."""
    answer = Response(held, content_type=MIME[form])
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


def _page(form: AskForm) -> str:
    listed = orders.listed(house(), officer())
    return render_template("officers/files/files.html", form=form, listed=listed)
