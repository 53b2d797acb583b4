"""One officer, for administrators: other roles, a lost phone, leaving. No words are read here."""

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from core.duties import KEEPS_OFFICERS
from core.errors import HeardError
from core.facts import Role
from services import staffing, welcome
from web.door import house
from web.officers.people import invitation
from web.officers.policy import POST, Access, Page
from web.officers.session import officer


def person(officer_id: str) -> str:
    """The page of one officer."""
    return _page(officer_id)


def change_person(officer_id: str) -> Answer | tuple[str, int]:
    """Set roles and post; they hold from the officer's next request on."""
    roles = {Role(one) for one in request.form.getlist("roles") if one in set(Role)}
    if not roles:
        return _page(officer_id, "Tick at least one role."), 422
    try:
        staffing.change(house(), officer(), officer_id, roles, request.form.get("post", ""))
    except staffing.NobodyLeft as trouble:
        return _page(officer_id, str(trouble)), trouble.status
    flash("Changed. It holds from their next page on.")
    return redirect(url_for("desk.person", officer_id=officer_id), 303)


def ask_factor(officer_id: str) -> Answer:
    """Their phone is lost: out now, and a second administrator makes a new second factor."""
    staffing.ask_factor(house(), officer(), officer_id)
    flash("Signed out everywhere. A second administrator opens this page and makes the new one.")
    return redirect(url_for("desk.person", officer_id=officer_id), 303)


def make_factor(officer_id: str) -> tuple[str, int]:
    """Show the invitation to a new second factor this once."""
    try:
        code = staffing.make_factor(house(), officer(), officer_id)
    except HeardError as trouble:
        return _page(officer_id, str(trouble)), trouble.status
    name = staffing.one(house(), officer(), officer_id).officer.name
    return invitation(code, name), 201


def invite_again(officer_id: str) -> tuple[str, int]:
    """Another invitation for somebody who has not set up their sign-in."""
    code = welcome.invite_again(house(), officer(), officer_id)
    name = staffing.one(house(), officer(), officer_id).officer.name
    return invitation(code, name), 201


def leave(officer_id: str) -> Answer | tuple[str, int]:
    """Somebody leaves: out at once, and their views go to whom the form names."""
    to = request.form.get("to") or None
    try:
        moved = staffing.leave(house(), officer(), officer_id, to)
    except staffing.NobodyLeft as trouble:
        return _page(officer_id, str(trouble)), trouble.status
    views = "1 view" if moved == 1 else f"{moved} views"
    flash(f"Stopped and signed out everywhere. {views} changed hands.")
    return redirect(url_for("desk.people"), 303)


def _page(officer_id: str, trouble: str = "") -> str:
    found = staffing.one(house(), officer(), officer_id)
    return render_template(
        "officers/daily/person.html", found=found, trouble=trouble, roles=[*Role]
    )


ONE = "/people/<officer_id>"
KEEP = Access(KEEPS_OFFICERS)
PAGES = (
    Page(ONE, person, KEEP),
    Page(f"{ONE}/change", change_person, KEEP, POST),
    Page(f"{ONE}/phone", ask_factor, KEEP, POST),
    Page(f"{ONE}/phone/new", make_factor, KEEP, POST),
    Page(f"{ONE}/invite", invite_again, KEEP, POST),
    Page(f"{ONE}/leave", leave, KEEP, POST),
)
