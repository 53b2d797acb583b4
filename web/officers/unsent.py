"""When a change at the desk cannot be kept: what was typed, on a small page, with one more try.

The view's own page cannot say so: showing it writes in the audit, which fails just as well.
"""

from collections.abc import Iterable, Mapping

from flask import make_response, render_template, request
from werkzeug.wrappers import Response as Answer

from core.errors import CannotReach, HeardError, NotSaved
from web import keeping
from web.mishaps import PLAIN, READING, page
from web.officers.session import cookie_name, sign_in_again, what_was_typed

LOST = (NotSaved, CannotReach)
# The fields of each form.
FIELDS: dict[str, tuple[str, ...]] = {
    "desk.reply": ("words",),
    "desk.agree": ("themes", "version", "then", "stance", "rich", "fallbacks"),
    "desk.write_note": ("note", "ask"),
    "desk.mask": ("quote", "reason", "type", "start", "end"),
    "desk.unmask": ("start", "end"),
    "desk.clear": ("cleared", "version"),
    "desk.issue": ("start", "end", "meeting_on", "item_number", "understood"),
    "desk.add_officer": ("name", "post", "email", "roles"),
    "desk.set_active": ("active",),
}
SEEN = {
    "words": "Your reply",
    "quote": "The words to mask",
    "note": "Your note",
    "reason": "Why",
    "name": "Name",
    "post": "Post",
    "email": "Email",
}
LABELS: dict[str, Mapping[str, str]] = {}


def keeps(endpoint: str, typed: Mapping[str, str], chosen: Iterable[str] = ()) -> None:
    """Keep the fields of one more form.

    Args:
        typed: the name of each field that is typed to what the page calls it.
        chosen: the names of those that are chosen or carried along unseen.
    """
    FIELDS[endpoint] = (*typed, *chosen)
    LABELS[endpoint] = typed
    keeping.keeps(endpoint, again)


def lost(error: HeardError) -> Answer:
    """The answer to a request that the books could not serve."""
    if request.method != "POST":
        return page(error.status, *READING)
    return keeping.kept(str(error), error.status) or page(error.status, *PLAIN[503])


def again(_: keeping.Typed, trouble: str, status: int) -> Answer:
    """The small page with what was typed, and a button that sends the same once more.

    Rationale: only a request with the desk's cookie gets the button. Browsers send that cookie from
    our own pages alone, so no other site can put its words into an officer's mouth.
    """
    if not request.cookies.get(cookie_name()):
        return make_response(
            render_template("officers/signed_out.html", typed=what_was_typed()), status
        )
    sent = [
        (name, value)
        for name in FIELDS[request.endpoint or ""]
        for value in request.form.getlist(name)
    ]
    return make_response(_page(sent, trouble, status), status)


def _page(sent: list[tuple[str, str]], trouble: str, status: int) -> str:
    seen = LABELS.get(request.endpoint or "", SEEN)
    ticked = tuple(value for name, value in sent if name == "themes")
    return render_template(
        "officers/unsent.html",
        heading="Not saved" if status >= 500 else "Not sent",
        trouble=trouble,
        seen=[(name, seen[name], value) for name, value in sent if name in seen],
        unseen=[(name, value) for name, value in sent if name not in seen],
        ticked=ticked if request.endpoint == "desk.agree" else None,
    )


for endpoint in FIELDS:
    keeping.keeps(endpoint, again)
keeping.keeps("desk.sign_in", sign_in_again)
