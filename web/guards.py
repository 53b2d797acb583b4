"""What stands before and after every page: headers, CSRF, and a brake on floods.

Rationale: a young person reads these pages on somebody else's phone. Nothing is cached, nothing
is framed, nothing is asked of other sites, and the address of a visitor is never kept: a flood is
counted under a keyed hash whose key is thrown away each day and lives in memory alone.
"""

import hmac
import ipaddress
import secrets
from datetime import UTC, date, datetime

from flask import Flask, Response, abort, request
from flask_limiter import Limit, Limiter
from flask_wtf.csrf import CSRFProtect
from werkzeug.wrappers import Response as AnyResponse

from core.marking import N_
from web import keeping, mishaps
from web.door import Hanging, hanging, mac

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
ALWAYS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), browsing-topics=()",
    "X-Robots-Tag": "noindex",
}
A_YEAR = "max-age=31536000; includeSubDomains"
# Sixty young people behind one school's address answer some fifteen questions each in ten minutes,
# and as many again when a whole class begins at once; a flood does that in seconds. Each process
# counts for itself.
EVERY_PAGE = "1800 per minute"
STEP = "800 per minute; 6000 per 10 minutes"
SENDING = "120 per minute; 600 per 10 minutes"
# From wherever they come. It is far from what a council's children send, and near enough to keep
# the door open for them while a thousand machines send.
FROM_EVERYWHERE = "600 per minute"
# What a press at the one address does without keeping any words for good.
STEPS = frozenset(
    {"go", "begin", "answer", "change", "carry_on", "stop", "saved", "close"}
    | {"choose_sentences", "show_words", "right"}
)
FORM = "application/x-www-form-urlencoded"
MOST_FIELDS = 200
# A field that no person sees. What fills in every field of a form is asked to press Send again.
TRAP = "subject"
TRAPPED = N_("Something went wrong. Nothing is lost. Please press Send again.")
NEVER_SLOWED = frozenset({"static_file", "health.up", "health.ready"})


class _Visitors:
    """Names each address for one day, so that a flood can be counted and nobody traced."""

    def __init__(self, hung: Hanging) -> None:
        self._hung = hung
        self._day: date | None = None
        self._key = b""

    def name_of_this_one(self) -> str:
        """A keyed hash of the visitor's address; the key changes each day, and is never stored."""
        today = datetime.now(UTC).date()
        if today != self._day:
            self._key, self._day = self._key_of(today), today
        return hmac.digest(self._key, (request.remote_addr or "").encode(), "sha256").hex()

    def _key_of(self, day: date) -> bytes:
        """One nobody can make again; several machines that count together must share theirs."""
        alone = self._hung.limits_url.startswith("memory:")
        return secrets.token_bytes(32) if alone else self._hung.key_for(f"visitors of {day}")


def neighbourhood() -> str:
    """A few bits of a keyed hash of where this visitor comes from; another one each day.

    Rationale: 24 bits tell one place from another well enough to slow guesses, and each stands for
    some 250 addresses, so that even with our key nobody can say which one it was. An address of the
    new kind (IPv6) counts by its first half, for a phone changes the rest as it likes.
    """
    address = request.remote_addr or ""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        parsed = None
    if parsed is not None and parsed.version == 6:
        address = str(ipaddress.ip_network((parsed, 64), strict=False))
    return mac(f"neighbourhood of {datetime.now(UTC).date()}", address)[:6]


def fit(app: Flask, hung: Hanging) -> None:
    """Put the guards round the app."""
    app.config.update(
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,  # it reads the Referer, and we ask browsers to send none
        RATELIMIT_ENABLED=hung.limited,
        RATELIMIT_STORAGE_URI=hung.limits_url,
    )
    app.before_request(_refuse_crumbs)
    CSRFProtect(app)
    together = Limit(FROM_EVERYWHERE, key_function=lambda: "all", exempt_when=lambda: not _sends())
    visitor = _Visitors(hung).name_of_this_one
    limiter = Limiter(visitor, app=app, default_limits=[_most, together])
    limiter.request_filter(lambda: request.endpoint in NEVER_SLOWED)
    app.before_request(_ask_machines_again)
    app.after_request(_add_headers)


def _most() -> str:
    if request.method != "POST":
        return EVERY_PAGE
    return SENDING if _sends() else STEP


def _sends() -> bool:
    """Whether this request asks us to keep something for good.

    What a press is called counts at the one address alone: elsewhere anybody could write it in.
    """
    step = request.endpoint == "here.act" and request.form.get("do") in STEPS
    return request.method == "POST" and not step


def _refuse_crumbs() -> None:
    """Turn away a body of a million tiny fields before anything takes seconds to read it."""
    if request.mimetype == FORM and request.get_data(cache=True).count(b"&") > MOST_FIELDS:
        abort(400)


def _ask_machines_again() -> AnyResponse | None:
    """Show the form again, filled in, where the field that no person sees was filled in.

    Rationale: a browser that fills in fields by itself must cost no child their words; a machine
    that sends to everything fills the field in again, and is never let through.
    """
    if request.method != "POST" or not request.form.get(TRAP):
        return None
    return keeping.kept(TRAPPED, 400) or mishaps.page(400, *mishaps.PLAIN[400])


def _add_headers(response: Response) -> Response:
    response.headers.update(ALWAYS)
    response.headers.setdefault("Cache-Control", "no-store")
    if hanging().https:
        response.headers["Strict-Transport-Security"] = A_YEAR
    return response
