"""The safeguarding desk: what nobody has taken up, read, decided or answered; late ones first."""

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from core.errors import NotFound
from core.working_time import is_open, next_open
from services import alerts, identity, standing, subjects
from services.house import office_hours
from web.door import house
from web.officers.safeguarding import words
from web.officers.session import officer


def safeguarding() -> str:
    """The page."""
    home = house()
    stands, now, hours = standing.look(home, officer()), home.now(), office_hours(home)
    return render_template(
        "officers/safeguarding/overview.html",
        stands=stands,
        alerts=alerts.waiting(house(), officer()),
        doubts=subjects.waiting(house(), officer()),
        askings=identity.waiting(house(), officer()),
        letters=alerts.undelivered(house(), officer()),
        now=now,
        has=alerts.in_hand(home, officer(), {line.view_id for line in stands.to_decide}),
        council=home.council,
        open_now=is_open(now, hours),
        opens_next=next_open(now, hours),
        say=words,
    )


def take_alert() -> Answer:
    """Take an alert up, by name; who comes second reads who has it."""
    try:
        taken = alerts.acknowledge(house(), request.form.get("alert", ""), officer())
    except NotFound:
        flash("That alert is not there any more.")
    else:
        flash("You have it." if taken.just_now else f"{taken.by} has it already.")
    if view_id := request.form.get("view"):
        return redirect(url_for("desk.safeguard", view_id=view_id), 303)
    return redirect(url_for("desk.safeguarding"), 303)
