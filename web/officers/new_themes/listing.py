"""The list of what was found, and the form that asks the clock to look."""

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response as Answer

from core.new_themes import FEWEST, Fate
from core.schooling import AskedAlready
from services import new_themes as found
from web.door import house
from web.officers.clock import today
from web.officers.periods import PeriodForm, quarter_of
from web.officers.session import officer

ASKED = "The clock will look, usually within a minute. Load this page again to see."


def new_themes() -> str:
    """What was found, and what became of it."""
    period = quarter_of(today()).period
    return page(PeriodForm(None, start=period.start, end=min(period.end, today())))


def page(form: PeriodForm) -> str:
    """The list, with a form as it was typed."""
    every = found.proposals(house(), officer())
    return render_template(
        "officers/new_themes/list.html",
        form=form,
        fewest=FEWEST,
        proposed=[one for one in every if one.fate is Fate.PROPOSED],
        decided=[one for one in every if one.fate is not Fate.PROPOSED],
        named=house().themes().name_of,
    )


def look_for_themes() -> Answer | tuple[str, int]:
    """Ask the clock to look among the views of these days."""
    form = PeriodForm()
    period = form.period() if form.validate() else None
    if period is None:
        return page(form), 422
    try:
        found.ask_to_look(house(), officer(), period)
    except AskedAlready as already:
        flash(str(already))
    else:
        flash(ASKED)
    return redirect(url_for("desk.new_themes"), 303)
