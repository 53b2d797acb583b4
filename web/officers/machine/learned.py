"""What the machine learned: each version with its figures, and buttons to teach and to go back."""

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from core.errors import NotFound
from core.schooling import SHIPPED, Task, roughly
from services import schooling
from web.door import house
from web.officers.session import officer

JUDGED = (
    ("themes: micro-F1", "All themes together (micro-F1)"),
    ("themes: macro-F1", "Each theme alike (macro-F1)"),
    ("themes: recall at 3", "Themes among the first three (recall at 3)"),
)
TOLD = {
    Task.TEACH: "The clock will teach it, usually within a minute. Load this page again to see.",
    Task.BACK: "The clock will go back to it, usually within a minute.",
    Task.REREAD: "The clock will read earlier views again. What people agreed stays.",
}
JOB_WORDS = {
    Task.TEACH: "Teach the machine",
    Task.BACK: "Go back to",
    Task.REREAD: "Read earlier views again",
    Task.FIND: "Look for new themes",
}


def machine() -> str:
    """The page."""
    told = schooling.learned(house(), officer())
    return render_template(
        "officers/machine/learned.html",
        told=told,
        judged=JUDGED,
        shipped=SHIPPED,
        job_words=JOB_WORDS,
        roughly=roughly,
    )


def teach() -> Answer:
    """Ask for a new version."""
    schooling.ask_to_teach(house(), officer())
    return _asked(Task.TEACH)


def go_back() -> Answer:
    """Ask for an earlier version."""
    try:
        schooling.ask_to_go_back(house(), officer(), request.form.get("version", ""))
    except NotFound:
        flash("That version is not there any more. Nothing was changed.")
        return redirect(url_for("desk.machine"), 303)
    return _asked(Task.BACK)


def read_again() -> Answer:
    """Ask that earlier views be read again."""
    schooling.ask_to_read_again(house(), officer())
    return _asked(Task.REREAD)


def _asked(task: Task) -> Answer:
    flash(TOLD[task])
    return redirect(url_for("desk.machine"), 303)
