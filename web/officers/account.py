"""Your account: an officer links their Slack with it by a code that is shown once."""

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response as Answer

from core.linking import MINUTES, in_threes
from services import linking
from web.door import house
from web.officers.policy import POST, SIGNED_IN, Page
from web.officers.session import officer


def account() -> str:
    """Whether your Slack is linked, and how to link it."""
    return _page("")


def offer_link() -> str:
    """A code, shown this once."""
    return _page(in_threes(linking.offer(house(), officer())))


def unlink() -> Answer:
    """Nobody in Slack is you any more."""
    linking.unlink(house(), officer())
    flash("Your Slack is no longer linked.")
    return redirect(url_for("desk.account"), 303)


def _page(code: str) -> str:
    return render_template(
        "officers/account.html",
        linked=linking.is_linked(house(), officer()),
        code=code,
        minutes=MINUTES,
    )


PAGES = (
    Page("/account", account, SIGNED_IN),
    Page("/account/link", offer_link, SIGNED_IN, POST),
    Page("/account/unlink", unlink, SIGNED_IN, POST),
)
