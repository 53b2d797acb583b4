"""The audit at the desk: filtered, fifty lines a page, and checked at a press."""

import re
from datetime import datetime

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from core.asked import Asked
from core.duties import READS_AUDIT
from core.working_days import LONDON
from services import auditing
from web.door import house
from web.officers import unsent
from web.officers.policy import POST, Access, Page
from web.officers.session import officer

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def audit() -> str:
    """A page of the audit."""
    asked = _asked()
    told = auditing.page(house(), officer(), asked)
    return render_template("officers/audit.html", asked=asked, told=told, when=when)


def when(at: str) -> str:
    """The moment of a line as the clock on the wall had it; a half-day stays as it is."""
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return at
    return f"{moment.astimezone(LONDON):%Y-%m-%d %H:%M}"


def _asked() -> Asked:
    """What is in the address; what fits nothing there asks for nothing."""
    wanted = request.args
    day = wanted.get("day", "")
    return Asked(
        actor=wanted.get("actor", "")[:80],
        verb=wanted.get("verb", "")[:40],
        subject=wanted.get("subject", "").strip()[:80],
        day=day if DAY.fullmatch(day) else "",
        before=max(0, wanted.get("before", 0, type=int)),
    )


def audit_check() -> Answer:
    """Walk through all of it, and say what does not hold."""
    troubles = auditing.verdict(house(), officer())
    for trouble in troubles or ("Every line is as it was written, and none is missing.",):
        flash(trouble)
    return redirect(url_for("desk.audit"), 303)


READ = Access(READS_AUDIT)
PAGES = (
    Page("/audit", audit, READ),
    Page("/audit/check", audit_check, READ, POST),
)
unsent.keeps("desk.audit_check", {})
