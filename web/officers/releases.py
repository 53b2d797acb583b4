"""Frozen numbers, for every officer: what may be printed anywhere, with the hash that proves it."""

from flask import Response, flash, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response as Answer

from core.differencing import Overlaps
from core.disclosure import CannotProtect
from core.duties import ISSUES_PAPERS, SEES_RELEASES
from core.errors import NotFound
from core.orders import Format
from services import charts, digest, releases
from web import keeping
from web.door import house
from web.officers.clock import today
from web.officers.periods import PeriodForm, quarters
from web.officers.policy import POST, Access, Page
from web.officers.session import officer


def release_list() -> str:
    """Every release, and the form to freeze another."""
    return _page(PeriodForm(request.args, meta={"csrf": False}) if request.args else PeriodForm())


def _page(form: PeriodForm, trouble: str = "") -> str:
    return render_template(
        "officers/releases/list.html",
        form=form,
        trouble=trouble,
        releases=releases.published(house(), officer()),
        quarters=quarters(today()),
    )


def freeze() -> Answer | tuple[str, int]:
    """Freeze the numbers of these days, where it is safe beside all that was published."""
    form = PeriodForm()
    period = form.period() if form.validate() else None
    if period is None:
        return _page(form), 422
    try:
        made = releases.freeze(house(), officer(), period)
    except (Overlaps, CannotProtect) as trouble:
        return _page(form, str(trouble)), trouble.status
    flash("Frozen. These numbers never change again.")
    return redirect(url_for("desk.release", release_id=made.id), 303)


def release(release_id: str) -> str | Answer:
    """One release, with its chart and its hash; the list where there is none with that id."""
    try:
        found, holds = releases.find(house(), officer(), release_id)
    except NotFound:
        return redirect(url_for("desk.release_list"), 303)
    summary = digest.summary_from(house(), found.period, found.counts)
    chart = Markup(charts.themes(summary))  # noqa: S704 - drawn and escaped by us
    return render_template(
        "officers/releases/one.html", release=found, holds=holds, summary=summary, chart=chart
    )


MIMES = {
    Format.CSV: "text/csv; charset=utf-8",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.JSON: "application/json",
}


def take_release(release_id: str, form: str) -> Answer:
    """A release as a file."""
    how = keeping.chosen(Format, form)
    try:
        if how not in MIMES:
            raise NotFound
        made = releases.download(house(), officer(), release_id, how)
    except NotFound:
        return redirect(url_for("desk.release_list"), 303)
    answer = Response(made, mimetype=MIMES[how])
    name = f"figures-{release_id[:8]}.{form}"
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


PAGES = (
    Page("/releases", release_list, Access(SEES_RELEASES)),
    Page("/releases/freeze", freeze, Access(ISSUES_PAPERS), POST),
    Page("/releases/<release_id>", release, Access(SEES_RELEASES)),
    Page("/releases/<release_id>/take/<form>", take_release, Access(SEES_RELEASES)),
)
