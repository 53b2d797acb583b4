"""The quote bank: what waits for a second officer, what may be printed, and cutting a quote."""

from collections.abc import Callable

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from core.duties import GROUPS
from core.errors import HeardError, NotFound
from core.facts import Permission
from core.quotes import LONGEST_QUOTE, CannotQuote, QuoteState
from services import bank
from web.door import house
from web.officers import unsent
from web.officers.policy import POST, Access, Page
from web.officers.session import officer

SHOWN = 25
HEARD_BY = ((Permission.EVERYONE, "Everyone"), (Permission.COUNCILLORS, "Councillors, in private"))


def quotes() -> str:
    """Everything in the bank and on its way there."""
    found = bank.listed(house(), officer())
    banked = [one for one in found if one.state is QuoteState.IN]
    return render_template(
        "officers/quotes/bank.html",
        waiting=[one for one in found if one.state is QuoteState.WAITING],
        banked=banked if request.args.get("all") else banked[:SHOWN],
        many=len(banked),
        out=[one for one in found if one.state in (QuoteState.REFUSED, QuoteState.OUT)],
    )


def quote_check(quote_id: str) -> Answer:
    """The second officer's yes or no."""
    fine = request.form.get("fine") == "yes"
    return _told(lambda: bank.check(house(), officer(), quote_id, fine, _reason()), "Kept.")


def quote_out(quote_id: str) -> Answer:
    """Take a quote out."""
    return _told(lambda: bank.take_out(house(), officer(), quote_id, _reason()), "Taken out.")


def _reason() -> str:
    return request.form.get("reason", "")


def _told(do: Callable[[], None], done: str) -> Answer:
    try:
        do()
        flash(done)
    except NotFound:
        flash("That quote is not waiting any more.")
    except HeardError as refused:
        flash(str(refused))
    return redirect(url_for("desk.quotes"), 303)


def quote_cut(view_id: str) -> Answer | str | tuple[str, int]:
    """The pieces of a view to cut a quote from, or the quote that was cut."""
    if request.method == "GET":
        return _cutting(view_id)
    try:
        _propose(view_id)
    except CannotQuote as refused:
        return _cutting(view_id, str(refused)), refused.status
    flash("It waits for a second officer in the quote bank.")
    return redirect(url_for("desk.quotes"), 303)


def _propose(view_id: str) -> None:
    sent = request.form
    audience = sent.get("audience", "")
    heard_by = Permission(audience) if audience in set(Permission) else Permission.COUNT_ONLY
    cut = sent.get("cut", "")
    bank.propose(house(), officer(), view_id, sent.get("part", ""), cut, heard_by)


def _cutting(view_id: str, trouble: str = "") -> str:
    return render_template(
        "officers/quotes/cut.html",
        view_id=view_id,
        pieces=bank.quotables(house(), officer(), view_id),
        trouble=trouble,
        typed=request.form if trouble else {},
        audiences=HEARD_BY,
        most=LONGEST_QUOTE,
    )


GROUP = Access(GROUPS)
PAGES = (
    Page("/quotes", quotes, GROUP),
    Page("/quotes/<quote_id>/check", quote_check, GROUP, POST),
    Page("/quotes/<quote_id>/out", quote_out, GROUP, POST),
    Page("/views/<view_id>/quote", quote_cut, GROUP, ("GET", "POST")),
)
unsent.keeps("desk.quote_check", {"reason": "Why you refuse it"}, ("fine",))
unsent.keeps("desk.quote_out", {"reason": "Why it goes out"})
unsent.keeps("desk.quote_cut", {"cut": "The quote"}, ("part", "audience"))
