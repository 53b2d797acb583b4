"""Entries such as help lines: the list of one kind, and one of them."""

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from core.errors import HeardError, NotFound, SomebodyElseChanged
from core.settable import CannotKeepSetting, Held
from core.settings_list import FAMILIES
from services import entries, settling
from services.entries import Entry
from web import tongue
from web.door import house
from web.officers.session import officer
from web.officers.settled.groups import trouble_of, typed_in

LABELS = {field.name: field.label for family in FAMILIES for field in family.fields}
REFUSED = (CannotKeepSetting, SomebodyElseChanged)


def settings_entries(family_key: str) -> str:
    """Every entry of one kind."""
    family = settling.family_of(family_key)
    found = entries.entries(house(), officer(), family)
    return render_template(
        "officers/settled/entries.html", family=family, entries=found, english=_stays_english
    )


def settings_add(family_key: str) -> Answer | str | tuple[str, int]:
    """The form for a new entry, or the entry kept."""
    if request.method == "GET":
        return _page(family_key, "", {}, 0)
    return _keep(family_key, "", 0)


def settings_entry(family_key: str, entry_key: str) -> Answer | str | tuple[str, int]:
    """One entry, or what was typed in it kept."""
    if request.method == "POST":
        return _keep(family_key, entry_key, request.form.get("version", 0, type=int))
    family = settling.family_of(family_key)
    for entry in entries.entries(house(), officer(), family):
        if entry.key == entry_key:
            return _page(family_key, entry_key, entry.held, entry.version)
    raise NotFound


def settings_remove(family_key: str, entry_key: str) -> Answer:
    """Take the entry away."""
    try:
        entries.remove(house(), officer(), settling.family_of(family_key), entry_key)
        flash("Taken away.")
    except CannotKeepSetting as refused:
        flash(str(refused))
    return _back(family_key)


def settings_up(family_key: str, entry_key: str) -> Answer:
    """Move the entry up by one place."""
    entries.move_up(house(), officer(), settling.family_of(family_key), entry_key)
    return _back(family_key)


def settings_checked(family_key: str, entry_key: str) -> Answer:
    """Say that the entry was checked today."""
    entries.checked_today(house(), officer(), settling.family_of(family_key), entry_key)
    flash("Thank you. It says today.")
    return _back(family_key)


def _stays_english(entry: Entry) -> list[str]:
    """What of a help line young people read in English, whatever language their pages are in."""
    words = (entry.held.get(name, "") for name in ("name", "when", "note"))
    return [said for said in words if tongue.stays_english(said)]


def _keep(family_key: str, key: str, version: int) -> Answer | tuple[str, int]:
    family = settling.family_of(family_key)
    typed = typed_in(family.fields)
    try:
        entries.put(house(), officer(), family, key, typed, version)
    except REFUSED as refused:
        return _page(family_key, key, typed, version, refused), 422
    flash("Saved. Every page has it within a few seconds.")
    return _back(family_key)


def _back(family_key: str) -> Answer:
    return redirect(url_for("desk.settings_entries", family_key=family_key), 303)


def _page(
    family_key: str, key: str, held: Held, version: int, refused: HeardError | None = None
) -> str:
    return render_template(
        "officers/settled/entry.html",
        family=settling.family_of(family_key),
        key=key,
        held=held,
        version=version,
        trouble=trouble_of(refused),
    )
