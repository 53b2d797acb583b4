"""Search in the words. What is looked for travels in a sealed cookie, never in an address."""

from flask import make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from core.errors import HeardError
from services import searching
from web import pocket
from web.door import house
from web.officers.clock import today
from web.officers.session import SOUGHT, officer
from web.officers.unsent import LOST

MOST = 200


def search() -> str | tuple[str, int]:
    """The search page, with what was found last where something was looked for."""
    held = pocket.look(SOUGHT)
    typed, reason = held.get("typed", ""), held.get("reason", "")
    if not typed:
        return _page("", "")
    page = request.args.get("page", 1, type=int)
    found = searching.turn_to(house(), officer(), typed, page)
    return _page(typed, reason, found=found)


def go() -> Answer | tuple[str, int]:
    """Look for what was typed, then show it on the search page."""
    typed = request.form.get("typed", "")[:MOST]
    reason = request.form.get("reason", "")[:MOST]
    try:
        searching.search(house(), officer(), typed, reason=reason)
    except LOST:
        raise
    except HeardError as trouble:
        return _page(typed, reason, trouble=trouble), trouble.status
    answer = make_response(redirect(url_for("desk.search"), 303))
    pocket.put(answer, SOUGHT, {"typed": typed, "reason": reason})
    return answer


def _page(
    typed: str,
    reason: str,
    *,
    found: searching.Found | None = None,
    trouble: HeardError | None = None,
) -> str:
    asks = bool(reason) or isinstance(trouble, searching.NameNeedsReason)
    told = {"typed": typed, "reason": reason, "asks": asks, "found": found, "today": today()}
    return render_template("officers/daily/search.html", trouble=trouble, **told)
