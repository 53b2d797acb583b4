"""One view at the safeguarding desk: decide with a reason, and follow each route to its end."""

from collections.abc import Callable

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from core.errors import HeardError, NotFound
from core.routes import Decision, Route, front_door_of
from core.subjects import Block
from services import alerts, identity, safeguarding, subjects
from services.house import House
from web.door import house
from web.officers.safeguarding import words
from web.officers.session import officer
from web.officers.unsent import LOST

CHOOSE = "Choose one from the list."


def safeguard(view_id: str) -> str:
    """The page of one view."""
    return _page(view_id)


def decide(view_id: str) -> Answer | tuple[str, int]:
    """Keep what the lead decided, and why."""
    return _do(
        view_id,
        "decide",
        lambda home, typed: safeguarding.decide(
            home, officer(), view_id, Decision(typed("decision")), typed("reason")
        ),
        "Decided, with your post and today's date.",
    )


def take_route(view_id: str) -> Answer | tuple[str, int]:
    """Open a route, or note that one that was asked for is not taken."""
    return _do(
        view_id,
        "routes",
        lambda home, typed: safeguarding.open_route(
            home, officer(), view_id, Route(typed("route")), take=typed("take") != "no"
        ),
        "Noted.",
    )


VERBS: dict[str, Callable[[House, str, str, str], None]] = {
    "extend": lambda home, view, one, text: safeguarding.extend(home, officer(), view, one, text),
    "record": lambda home, view, one, text: safeguarding.pass_to_record(
        home, officer(), view, one, text
    ),
    "close": lambda home, view, one, text: safeguarding.close(home, officer(), view, one, text),
}


def follow_route(view_id: str) -> Answer | tuple[str, int]:
    """Extend a complaint, pass a route to the case record, or close it."""
    return _do(
        view_id,
        "routes",
        lambda home, typed: VERBS[typed("do")](home, view_id, typed("referral"), typed("text")),
        "Noted.",
    )


def _do(
    view_id: str, at: str, verb: Callable[[House, Callable[[str], str]], None], said: str
) -> Answer | tuple[str, int]:
    """Do it; what cannot be done is said on the page, with what was typed."""
    try:
        verb(house(), lambda field: request.form.get(field, ""))
    except LOST:
        raise
    except (NotFound, ValueError, KeyError):
        return _page(view_id, at, CHOOSE), 422
    except HeardError as trouble:
        return _page(view_id, at, str(trouble)), trouble.status
    flash(said)
    return redirect(url_for("desk.safeguard", view_id=view_id, _anchor=at), 303)


def _page(view_id: str, at: str = "", trouble: str = "") -> str:
    ways = safeguarding.of_view(house(), officer(), view_id)
    about = subjects.of_view(house(), officer(), view_id)
    works_here = any(one.block is not Block.LIFTED for one in about)
    return render_template(
        "officers/safeguarding/one.html",
        ways=ways,
        view=ways.view,
        usual=Route.LADO if works_here else front_door_of(ways.view.age_band),
        works_here=works_here,
        subjects=about,
        alerts=alerts.of_view(house(), officer(), view_id),
        contact=identity.look(house(), officer(), view_id),
        now=house().now(),
        council=house().council,
        at=at,
        trouble=trouble,
        typed=request.form,
        say=words,
    )
