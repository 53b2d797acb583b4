"""How often people agree with the machine, for a span of months. Figures, and what they mean."""

from datetime import date, timedelta

from flask import render_template, request

from core.dates import month_written
from core.summaries import Period
from services import agreement as agreements
from web.door import house
from web.officers.clock import today
from web.officers.session import officer

OFFERED, SHOWN = 36, 6


def agreement() -> str:
    """The agreement page: the last six months unless others are asked for."""
    offered = months(today())
    period = asked_for(offered)
    return render_template(
        "officers/agreement.html",
        measured=agreements.measure(house(), officer(), period),
        months=[(f"{day:%Y-%m}", month_written(day)) for day in offered],
        first=f"{period.start:%Y-%m}",
        last=f"{period.end:%Y-%m}",
    )


def months(day: date) -> list[date]:
    """The first days of this month and of those before it, newest first."""
    found = [day.replace(day=1)]
    while len(found) < OFFERED:
        found.append((found[-1] - timedelta(days=1)).replace(day=1))
    return found


def asked_for(offered: list[date]) -> Period:
    """The months in this request's address, in their order; what is no month there is ours.

    Rationale: like the queue's filters, so that no link ever breaks.
    """
    known = {f"{day:%Y-%m}": day for day in offered}
    first = known.get(request.args.get("first", ""), offered[SHOWN - 1])
    last = known.get(request.args.get("last", ""), offered[0])
    first, last = sorted((first, last))
    return Period(first, (last + timedelta(days=31)).replace(day=1) - timedelta(days=1))
