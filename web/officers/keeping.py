"""What goes and when, what stays and why, legal holds, and proof of what went."""

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from core.duties import KEEPS_RETENTION
from core.errors import NotFound
from services import keeping as keepings
from web.door import house
from web.officers import unsent
from web.officers.policy import POST, Access, Page
from web.officers.session import officer

SHOWN = 20


def keeping() -> str:
    """The page."""
    return _page()


def hold() -> Answer | tuple[str, int]:
    """Keep one view, or everything, until the hold is lifted."""
    view_id = request.form.get("view_id", "")
    try:
        keepings.hold(house(), officer(), view_id or None, request.form.get("reason", ""))
    except keepings.NoReason as refused:
        return _page(str(refused), view_id), refused.status
    flash("On hold. Nothing of it is erased until you lift the hold.")
    return redirect(url_for("desk.keeping"), 303)


def lift_hold(hold_id: str) -> Answer:
    """End a hold."""
    try:
        keepings.lift(house(), officer(), hold_id)
        flash("Lifted. What is due is warned of here before it goes.")
    except NotFound:
        flash("There is no such hold. Somebody may have lifted it.")
    return redirect(url_for("desk.keeping"), 303)


def _page(trouble: str = "", view_id: str = "") -> str:
    plan = keepings.plan(house(), officer())
    return render_template(
        "officers/keeping.html",
        plan=plan,
        going=plan.going[:SHOWN],
        trouble=trouble,
        wanted=view_id,
    )


KEEP = Access(KEEPS_RETENTION)
PAGES = (
    Page("/keeping", keeping, KEEP),
    Page("/keeping/hold", hold, KEEP, POST),
    Page("/keeping/hold/<hold_id>/lift", lift_hold, KEEP, POST),
)
unsent.keeps("desk.hold", {"reason": "Why it has to be kept"}, ("view_id",))
unsent.keeps("desk.lift_hold", {})
