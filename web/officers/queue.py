"""The inbox: who waits for a person to read them, sieved and paged by the books."""

from typing import Any

from flask import render_template, request

from core import inbox
from core.facts import AgeBand, Door, Kind, Permission, State, Voice
from core.inbox import Sieve, sieve_of
from core.languages import language_name
from services import alerts, desk, desks, standing
from services.desk import InboxPage
from web.door import house
from web.officers.clock import today
from web.officers.plain import ages, in_words
from web.officers.policy import lets
from web.officers.session import officer

NEEDED = "Needs an interpreter"
Choice = tuple[str, str, list[tuple[str, str]]]


def sieve() -> Sieve:
    """The filters in this request's address."""
    return sieve_of(request.args, frozenset(house().themes().by_key))


def kept() -> dict[str, Any]:
    """The filters of this request, for the address of the next page."""
    return dict(sieve().chosen())


def queue() -> str:
    """The inbox's page."""
    chosen = sieve()
    found = desk.look(house(), officer(), chosen, request.args.get("page", 1, type=int))
    return render_template(
        "officers/queue.html",
        found=found,
        sieve=chosen,
        today=today(),
        choices=_choices(found, chosen),
        saved=desks.filters(house(), officer()),
        **_safeguarding(),
    )


def _safeguarding() -> dict[str, Any]:
    """How safeguarding stands, and what nobody has taken up, for a lead."""
    if not lets("desk.safeguarding", officer()):
        return {"stands": None, "alerts": ()}
    who = house(), officer()
    return {"stands": standing.look(*who), "alerts": alerts.waiting(*who)}


def _choices(found: InboxPage, chosen: Sieve) -> list[Choice]:
    """Every filter: its name, its label and what may be chosen."""
    spoken = sorted({*found.languages, chosen.language} & inbox.SPOKEN, key=language_name)
    spoken = [code for code in spoken if code != inbox.INTERPRETER]
    told = [(inbox.INTERPRETER, NEEDED), *((code, language_name(code)) for code in spoken)]
    return [
        ("voice", "Who", [(one.value, in_words(one)) for one in Voice]),
        ("state", "State", [*((s.value, in_words(s)) for s in State), ("closed", "Closed")]),
        ("theme", "Theme", [(theme.key, theme.name) for theme in house().themes().themes]),
        ("worry", "Worry", WORRY),
        ("due", "Due", DUE),
        ("owner", "In whose hands", OWNER),
        ("unread", "Not read", UNREAD),
        ("age", "Age", [(one.value, ages(one)) for one in AgeBand]),
        ("language", "Language", told),
        ("door", "Came by", [(one.value, in_words(one)) for one in Door]),
        ("kind", "What it is", [(one.value, in_words(one)) for one in Kind]),
        ("permission", "Quoting", [(one.value, in_words(one)) for one in Permission]),
    ]


WORRY = [
    ("raised", "Any worry"),
    ("urgent", "Urgent"),
    ("concern", "Worry"),
    ("unread", "Not judged yet"),
    ("none", "No sign found"),
]
DUE = [("late", "Late"), ("soon", "Within a week"), ("later", "Later")]
OWNER = [("me", "Mine"), ("nobody", "Nobody's yet"), ("others", "Somebody else's")]
OWNER += [("asked", "Asked of me")]
UNREAD = [("me", "Not read by me"), ("nobody", "Not read by anybody")]
