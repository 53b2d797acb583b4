"""Between rows of the table and the facts that verbs read: council, rules, retention."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from core.council import Council, HelpLine, Rules
from core.retention import Retention
from core.settable import Held
from core.settings_list import COUNCIL, GROUPS, HOURS
from core.tongues import Checked
from core.wordings import Wording

Rows = Mapping[str, Held]
RULES, KEPT = "rules.", "retention."
TIMES = ("opens", "closes", "digest_at")
SEEDED = "seeded"  # a row that says: the file was read once, and the desk counts from now on


@dataclass(frozen=True, slots=True)
class Settled:
    """All that officers set, as facts."""

    council: Council
    rules: Rules
    retention: Retention


def _pairs(entries: Mapping[str, Held]) -> tuple[tuple[str, str], ...]:
    return tuple((key, held["name"]) for key, held in entries.items())


def _help_lines(entries: Mapping[str, Held]) -> tuple[HelpLine, ...]:
    found = []
    for key, held in entries.items():
        told: dict[str, Any] = {**held, "checked_on": date.fromisoformat(held["checked_on"])}
        found.append(HelpLine(key=key, **told))
    return tuple(found)


def _languages(entries: Mapping[str, Held]) -> tuple[Checked, ...]:
    return tuple(
        Checked(held["code"], held["checked_by"], date.fromisoformat(held["checked_on"]))
        for held in entries.values()
    )


# Field of the council, the prefix of its entries, and how they become what the field holds.
LISTS: tuple[tuple[str, str, Callable[[Mapping[str, Held]], Any]], ...] = (
    ("help_lines", "help_line", _help_lines),
    ("headings", "heading", lambda all_: {e["section"]: e["text"] for e in all_.values()}),
    ("routes", "route", lambda all_: tuple((e["name"], e["text"]) for e in all_.values())),
    ("wordings", "wording", lambda all_: tuple(Wording(**e) for e in all_.values())),
    ("languages", "language", _languages),
    ("promises", "promise", _pairs),
    ("ambitions", "ambition", _pairs),
    ("elements", "element", lambda all_: tuple(e["name"] for e in all_.values())),
)


def settle(council: Council, rules: Rules, rows: Rows) -> Settled:
    """The facts: what the rows say, and what was given where they say nothing."""
    plain = {name: held["value"] for name, held in rows.items() if "value" in held}
    told: dict[str, Any] = {
        field.name: time.fromisoformat(plain[field.name])
        if field.name in TIMES
        else plain[field.name]
        for group in (COUNCIL, HOURS)
        for field in group.fields
        if "." not in field.name and field.name in plain
    }
    if SEEDED in rows:
        told |= {name: made(_entries(rows, prefix)) for name, prefix, made in LISTS}
    return Settled(
        replace(council, **told),
        replace(rules, **_figures(plain, RULES)),
        replace(Retention(), **_figures(plain, KEPT)),
    )


def _entries(rows: Rows, prefix: str) -> dict[str, Held]:
    """The entries of one family by their keys, in the order of the rows."""
    return {
        name.partition(":")[2]: held for name, held in rows.items() if name.startswith(f"{prefix}:")
    }


def _figures(plain: Held, prefix: str) -> dict[str, int]:
    return {
        name.removeprefix(prefix): int(value)
        for name, value in plain.items()
        if name.startswith(prefix)
    }


def as_rows(council: Council, rules: Rules) -> dict[str, dict[str, str]]:
    """What the file says, as rows."""
    sources = {"": council, RULES.rstrip("."): rules, KEPT.rstrip("."): Retention()}
    rows: dict[str, dict[str, str]] = {SEEDED: {}}
    for field in (field for group in GROUPS for field in group.fields):
        source, _, name = field.name.rpartition(".")
        rows[field.name] = {"value": _text(getattr(sources[source], name))}
    rows |= {f"help_line:{one.key}": _held(one, leave=("key",)) for one in council.help_lines}
    rows |= {f"language:{one.code}": _held(one) for one in council.languages}
    rows |= {f"promise:{key}": {"name": name} for key, name in council.promises}
    rows |= {f"ambition:{key}": {"name": name} for key, name in council.ambitions}
    headings = [{"section": section, "text": text} for section, text in council.headings.items()]
    routes = [{"name": name, "text": text} for name, text in council.routes]
    rows |= _numbered("heading", headings) | _numbered("route", routes)
    rows |= _numbered("wording", [_held(one) for one in council.wordings])
    return rows | _numbered("element", [{"name": name} for name in council.elements])


def _numbered(prefix: str, entries: Iterable[dict[str, str]]) -> dict[str, dict[str, str]]:
    return {f"{prefix}:{number}": held for number, held in enumerate(entries, 1)}


def _held(fact: Any, leave: tuple[str, ...] = ()) -> dict[str, str]:
    names = (name for name in fact.__dataclass_fields__ if name not in leave)
    return {name: _text(getattr(fact, name)) for name in names}


def _text(value: object) -> str:
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)
