"""What was said in a period: agreed themes by voice, small numbers hidden, permitted quotes."""

from flask import render_template, request

from services import digest
from web.door import house
from web.officers.clock import today
from web.officers.periods import PeriodForm, quarter_of, quarters
from web.officers.session import officer


def summary() -> str | tuple[str, int]:
    """The summary's page: this quarter unless other days are asked for."""
    asked = "start" in request.args or "end" in request.args
    form = PeriodForm(request.args if asked else None, meta={"csrf": False})
    usable = form.validate() if asked else True
    period = (form.period() if asked else quarter_of(today()).period) if usable else None
    page = render_template(
        "officers/summary.html",
        form=form,
        period=period,
        quarters=quarters(today()),
        summary=digest.summarise(house(), officer(), period) if period else None,
    )
    return page, 200 if usable else 422
