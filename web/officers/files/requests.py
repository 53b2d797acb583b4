"""Requests to see, correct or erase what is held, and for information, answered from one page."""

from flask import Response, flash, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response as Answer
from wtforms import SelectField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired

from core.errors import HeardError, NotFound
from core.orders import Ask, Format, Kind, NoReason
from core.rights import Right
from services import erasing, orders, rights
from web.door import house
from web.officers.clock import today
from web.officers.files.orders import download
from web.officers.periods import DayField
from web.officers.session import OUR_ID, officer

KINDS = {
    Right.SEE: "to see what is held (subject access)",
    Right.CORRECT: "to correct it",
    Right.ERASE: "to erase it",
    Right.INFORMATION: "for information (Freedom of Information)",
}


class RequestForm(FlaskForm):
    """A request that came in."""

    kind = SelectField(
        "What is asked", choices=[SelectChoice(k.value, t) for k, t in KINDS.items()]
    )
    came_on = DayField("Day on which it came", [InputRequired("Give the day on which it came.")])
    note = StringField("Note (no names)")


def requests() -> str:
    """Every request, and the ways to write one down."""
    chosen = request.args.get("view", "")
    return _page(RequestForm(None), chosen if OUR_ID.fullmatch(chosen) else "")


def request_find() -> Answer | tuple[str, int]:
    """Find a view by its code. The code is in no address and no log."""
    try:
        view_id = rights.find(house(), officer(), request.form.get("code", ""))
    except HeardError as refused:
        return _page(RequestForm(None), "", str(refused)), 422
    return redirect(url_for("desk.requests", view=view_id, _anchor="add"), 303)


def request_add() -> Answer | tuple[str, int]:
    """Write a request down, with its day."""
    form, view_id = RequestForm(), request.form.get("view_id", "")
    if not form.validate() or form.came_on.data is None:
        return _page(form, view_id), 422
    kind = Right(form.kind.data)
    about = None if kind is Right.INFORMATION else view_id or None
    try:
        rights.receive(house(), officer(), kind, about, form.came_on.data, form.note.data or "")
    except rights.NotYetCome as refused:
        form.came_on.errors = [str(refused)]
        return _page(form, view_id), 422
    return redirect(url_for("desk.requests"), 303)


def request_information() -> Response:
    """The answer to a Freedom of Information request, as a Word file: published numbers alone."""
    held = rights.information_file(house(), officer())
    return download(held, "information.docx", Format.WORD)


def request_close(request_id: str) -> Answer:
    """Say how it was answered."""
    try:
        rights.close(house(), officer(), request_id, request.form.get("outcome", ""))
        flash("Closed.")
    except NotFound:
        flash("There is no such open request.")
    except NoReason:
        flash("Say how it was answered, then close it.")
    return redirect(url_for("desk.requests"), 303)


def request_bundle(request_id: str) -> Answer:
    """Ask for the bundle of the view; a second person has to approve it."""
    view_id = _view_of(request_id)
    if view_id is None:
        flash("The view is not there any more.")
        return redirect(url_for("desk.requests"), 303)
    ask = Ask(Kind.BUNDLE, Format.WORD, today(), today(), view_id=view_id)
    orders.ask_for(house(), officer(), ask, "Subject access")
    flash("Asked. You can fetch the bundle here once somebody else has approved it.")
    return redirect(url_for("desk.files"), 303)


def request_erase(request_id: str) -> Answer:
    """Erase the view now, where nothing stands against it."""
    view_id = _view_of(request_id)
    try:
        erasing.on_request(house(), officer(), view_id or "")
        rights.close(house(), officer(), request_id, "Erased")
        flash("Erased. Its key is destroyed, so that no copy can be read.")
    except NotFound:
        flash("The view is not there any more.")
    except HeardError as refused:
        flash(str(refused))
    return redirect(url_for("desk.requests"), 303)


def _view_of(request_id: str) -> str | None:
    listed = {one.id: one.view_id for one in rights.listed(house(), officer())}
    return listed.get(request_id)


def _page(form: RequestForm, view_id: str, trouble: str = "") -> str:
    return render_template(
        "officers/files/requests.html",
        form=form,
        view_id=view_id,
        trouble=trouble,
        kinds=KINDS,
        listed=rights.listed(house(), officer()),
        document=rights.information(house(), officer()),
        today=today(),
    )
