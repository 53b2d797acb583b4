"""After a split: one view at a time, until none is left under the old theme."""

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from core.errors import SomebodyElseChanged
from services import catalogue, sorting
from services.review import UnknownTheme
from web.door import house
from web.officers.session import officer


def theme_sort(theme_key: str) -> str:
    """The next view to sort."""
    return _page(theme_key, request.args.get("after", ""))


def theme_sorted(theme_key: str, view_id: str) -> Answer | tuple[str, int]:
    """Keep the parts of this view, and show the next."""
    version = request.form.get("version", type=int)
    chosen = tuple(request.form.getlist("themes"))
    if version is None:
        return _page(theme_key, view_id, "Look at the view again, then save.", chosen), 422
    try:
        sorting.sort(house(), officer(), theme_key, view_id, chosen, version)
    except (SomebodyElseChanged, UnknownTheme) as refused:
        return _page(theme_key, view_id, str(refused), chosen), refused.status
    return redirect(url_for("desk.theme_sort", theme_key=theme_key), 303)


def _page(key: str, after: str, trouble: str = "", ticked: tuple[str, ...] = ()) -> str:
    seen = catalogue.one(house(), officer(), key)
    turn = sorting.next_to_sort(house(), officer(), key, after, again=bool(trouble))
    shown = {"seen": seen, "turn": turn, "trouble": trouble, "ticked": ticked}
    return render_template("officers/catalogue/sort.html", **shown)
