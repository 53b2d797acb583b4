"""The settings' first page, and the groups of fields."""

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from core.errors import HeardError, SomebodyElseChanged
from core.settable import CannotKeepSetting, Field, Held
from core.settings_list import FAMILIES, GROUPS
from services import settling
from web.door import house
from web.officers.session import officer

LABELS = {field.name: field.label for group in GROUPS for field in group.fields}
NAMES = {f"{family.prefix}": family.one for family in FAMILIES}


def settings_list() -> str:
    """What may be set, what has to be rung, and what was changed last."""
    return render_template(
        "officers/settled/list.html",
        groups=[group for group in GROUPS if settling.may(officer(), group)],
        families=FAMILIES,
        stale=settling.unchecked(house()),
        history=settling.history(house(), officer()),
        label=label,
    )


def label(name: str) -> str:
    """What the page calls a row of the table."""
    return LABELS.get(name) or NAMES.get(name.partition(":")[0], name).capitalize()


def settings_group(group_key: str) -> Answer | str | tuple[str, int]:
    """One group of fields, or what was typed in it kept."""
    group = settling.group_of(group_key)
    held, version = settling.shown(house(), officer(), group)
    if request.method == "GET":
        return _page(group_key, held, version)
    typed = typed_in(group.fields)
    try:
        settling.change(house(), officer(), group, typed, request.form.get("version", 0, type=int))
    except (CannotKeepSetting, SomebodyElseChanged) as refused:
        return _page(group_key, typed, version, refused), 422
    flash("Saved. Every page has it within a few seconds.")
    return redirect(url_for("desk.settings_group", group_key=group_key), 303)


def typed_in(fields: tuple[Field, ...]) -> dict[str, str]:
    """What was typed in these fields."""
    return {field.name: request.form.get(field.name, "") for field in fields}


def trouble_of(refused: HeardError | None) -> tuple[str, str]:
    """Where the trouble belongs, and what it is."""
    if refused is None:
        return "", ""
    return getattr(refused, "field", "settings"), str(refused)


def _page(key: str, held: Held, version: int, refused: HeardError | None = None) -> str:
    return render_template(
        "officers/settled/group.html",
        group=settling.group_of(key),
        held=held,
        version=version,
        trouble=trouble_of(refused),
    )
