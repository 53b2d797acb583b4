"""What was noticed of officers' reading, and what came of it."""

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from services import watch as watching
from web.door import house
from web.officers.session import officer


def watch() -> str:
    """Everything that was noticed, first what nobody looked into."""
    return _page()


def settle(notice_id: str) -> Answer | tuple[str, int]:
    """Keep what somebody found out about a notice."""
    finding = request.form.get("finding", "")
    try:
        watching.settle(house(), officer(), notice_id, finding)
    except watching.SayWhatYouFound as trouble:
        return _page(notice_id, str(trouble)), trouble.status
    flash("Kept, with your post and today's date.")
    return redirect(url_for("desk.watch"), 303)


def _page(at: str = "", trouble: str = "") -> str:
    noticed = watching.noticed(house(), officer())
    return render_template("officers/daily/watch.html", noticed=noticed, at=at, trouble=trouble)
