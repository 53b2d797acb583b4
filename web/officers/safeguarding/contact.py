"""Asking who wrote, and agreeing to it, from a view's page or from the safeguarding desk."""

from collections.abc import Callable

from flask import flash, redirect, request, url_for
from werkzeug.wrappers import Response as Answer

from core.errors import HeardError, NotFound
from services import identity
from services.house import House
from web.door import house
from web.officers.session import officer
from web.officers.unsent import LOST
from web.officers.view import Typed, show

VERBS: dict[str, Callable[[House, str, str], None]] = {
    "ask": lambda home, view, why: identity.ask(home, officer(), view, why),
    "alone": lambda home, view, why: identity.open_alone(home, officer(), view, why),
    "yes": lambda home, view, _: identity.answer(home, officer(), view, agrees=True),
    "no": lambda home, view, _: identity.answer(home, officer(), view, agrees=False),
}
SAID = {
    "ask": "Asked. Somebody else has to agree; they see it at their desk.",
    "alone": "Open for eight hours. The other leads are told.",
    "yes": "Agreed. It is open for them for eight hours.",
    "no": "Kept shut.",
}


def contact(view_id: str) -> Answer | tuple[str, int]:
    """Ask, open alone, agree, or keep it shut."""
    chosen = request.form.get("do", "ask")
    try:
        VERBS.get(chosen, VERBS["ask"])(house(), view_id, request.form.get("reason", ""))
    except (NotFound, *LOST):
        raise
    except HeardError as trouble:
        return show(view_id, Typed(place="contact", trouble=str(trouble))), trouble.status
    flash(SAID.get(chosen, SAID["ask"]))
    return redirect(url_for("desk.view", view_id=view_id, _anchor="contact"), 303)
