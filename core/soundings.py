"""The pulse: one question to teams, answered by a button, and how the answers are told back.

Core: the rules. Results are told once, when the question closes. No number under the threshold is
told, no team of fewer, and none that could be worked out from those that are.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from core.disclosure import CannotProtect, Sum, Table, protect
from core.errors import HeardError
from core.said import checked
from core.summaries import Count

MOST_QUESTION, MOST_CHOICE, MOST_TEAM = 130, 60, 60  # a heading in Slack holds 150
FEWEST, MOST = 2, 5
MOST_TEAMS, MOST_DAYS = 20, 31
CHANNEL = re.compile(r"[CG][A-Z0-9]{2,20}")
HIDDEN = Count(None)


@dataclass(frozen=True, slots=True)
class Team:
    """A team and the channel in Slack where it is asked."""

    name: str
    channel: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Results:
    """What may be told: how many answered, each answer, and the teams that may be told apart.

    Args:
        parts: how many gave each answer, in the order of the answers.
        teams: name to its own parts, only where they may be told.
    """

    answered: Count
    parts: tuple[Count, ...]
    teams: tuple[tuple[str, tuple[Count, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Sounding:
    """A question to teams, open from `opened_on` until it is closed, at last on `closes_on`."""

    id: str
    version: int
    question: str
    choices: tuple[str, ...]
    teams: tuple[Team, ...]
    days: int
    written_on: date
    opened_on: date | None = None
    closes_on: date | None = None
    closed_on: date | None = None
    results: Results | None = None

    @property
    def is_open(self) -> bool:
        """Whether it can be answered."""
        return self.opened_on is not None and self.closed_on is None


def results_of(
    counts: Mapping[tuple[str, int], int], teams: tuple[Team, ...], choices: int, threshold: int
) -> Results:
    """The numbers that may be told, protected as one table.

    Rationale: what all said together matters more than what one team said. So as many teams are
    hidden, the smallest first, as it takes to tell the whole.

    Args:
        counts: team id and place of the answer to how many.
    """
    places = range(choices)
    table = _table(counts, teams, places)
    wholes: list[object] = ["all", *places]
    size = {team.id: table.cells[team.id] for team in teams}
    smallest = sorted(size, key=lambda id_: size[id_])
    fewest = sum(n < threshold for n in size.values())
    alone = Table({key: table.cells[key] for key in wholes}, [Sum("all", tuple(places))])
    wanted = {key for key, count in _shown(alone, threshold).items() if count.number is not None}
    shown: dict[Any, Count] = {}
    for many in range(fewest, len(teams) + 1):
        hide = {key for id_ in smallest[:many] for key in (id_, *((id_, p) for p in places))}
        shown = _shown(table, threshold, hide)
        if all(shown[key].number is not None for key in wanted):
            break
    apart = ((team.name, tuple(shown[team.id, p] for p in places)) for team in teams)
    told = tuple((name, parts) for name, parts in apart if _is_whole(parts))
    return Results(shown["all"], tuple(shown[p] for p in places), told)


def _is_whole(parts: tuple[Count, ...]) -> bool:
    """Whether a team can be told apart: every answer of it, and somebody gave one."""
    return all(one.number is not None for one in parts) and any(one.number for one in parts)


def _table(counts: Mapping[tuple[str, int], int], teams: tuple[Team, ...], places: range) -> Table:
    """Every number, and how they add up: by answers, by teams, and both ways."""
    cells: dict[Any, int] = {"all": sum(counts.values())}
    cells |= {p: sum(counts.get((team.id, p), 0) for team in teams) for p in places}
    sums = [Sum("all", tuple(places)), Sum("all", tuple(team.id for team in teams))]
    for team in teams:
        own = tuple((team.id, p) for p in places)
        cells |= {key: counts.get(key, 0) for key in own}
        cells[team.id] = sum(cells[key] for key in own)
        sums.append(Sum(team.id, own, own))
    sums += [Sum(p, tuple((team.id, p) for team in teams)) for p in places]
    return Table(cells, sums)


def _shown(table: Table, threshold: int, hide: Iterable[Any] = ()) -> dict[Any, Count]:
    try:
        return protect(table, threshold, hide)
    except CannotProtect:
        return dict.fromkeys(table.cells, HIDDEN)


class NotASounding(HeardError):
    """A question needs a few short answers, and teams with a channel each."""

    status = 422


class NoLongerAsked(HeardError):
    """The question is not there or is closed."""

    status = 409

    def __init__(self) -> None:
        super().__init__("That question is closed now. Nothing was counted.")


def choices_of(typed: str) -> tuple[str, ...]:
    """The answers that were typed, one a line."""
    found = tuple(dict.fromkeys(_lines(typed)))
    if not FEWEST <= len(found) <= MOST or any(len(one) > MOST_CHOICE for one in found):
        raise NotASounding(
            f"Type {FEWEST} to {MOST} answers, each on a line of its own and at most "
            f"{MOST_CHOICE} letters long."
        )
    return found


def teams_of(typed: str) -> tuple[Team, ...]:
    """The teams that were typed, one a line: its name, an equals sign, and its channel's id."""
    found = []
    for line in _lines(typed):
        name, _, channel = (part.strip() for part in line.rpartition("="))
        if not name or len(name) > MOST_TEAM or not CHANNEL.fullmatch(channel):
            raise NotASounding(
                "Type each team on a line of its own, such as: East team = C0123ABCD. Slack shows "
                "a channel's id at the foot of its details."
            )
        found.append(Team(name, channel))
    if not found or len(found) > MOST_TEAMS or len({one.channel for one in found}) < len(found):
        raise NotASounding(f"Type 1 to {MOST_TEAMS} teams, each with a channel of its own.")
    return tuple(found)


def days_of(typed: str) -> int:
    """For how many days it is asked."""
    days = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 4 else 0
    if not 1 <= days <= MOST_DAYS:
        raise NotASounding(f"Type for how many days to ask, from 1 to {MOST_DAYS}.")
    return days


def question_of(typed: str) -> str:
    """The question, on one line."""
    return " ".join(checked(typed, MOST_QUESTION).split())


def _lines(typed: str) -> list[str]:
    lines = (" ".join(line.split()) for line in checked(typed, 5000).splitlines())
    return [line for line in lines if line]


def said(count: Count) -> str:
    """A count in words."""
    if count.number is not None:
        return str(count.number)
    return f"fewer than {count.under}" if count.under else "hidden, to protect another number"


def in_words(sounding: Sounding, threshold: int) -> str:
    """The results as people read them, plain."""
    results = sounding.results
    if results is None or results.answered.number is None:
        return f"Fewer than {threshold} answered, or too few to say more. Nothing is shown."
    lines = [f"{results.answered.number} answered."]
    pairs = zip(sounding.choices, results.parts, strict=True)
    lines += [f"{choice}: {said(count)}" for choice, count in pairs]
    lines += [f"{name}: {_own(sounding, parts)}" for name, parts in results.teams]
    return "\n".join(lines)


def _own(sounding: Sounding, parts: tuple[Count, ...]) -> str:
    pairs = zip(sounding.choices, parts, strict=True)
    return ", ".join(f"{choice} {count.number}" for choice, count in pairs)
