"""Agreeing many at once: only where the machine is sure and nothing worries, and all are read."""

from dataclasses import dataclass

from core.duties import GROUPS, must_hold
from core.errors import NotFound, SayWhy, SomebodyElseChanged
from core.facts import Officer
from core.inbox import Sieve
from core.stories import OpenedView
from core.sureness import AT_ONCE
from services import desk, review
from services.house import House


@dataclass(frozen=True, slots=True)
class Choice:
    """What an officer agreed for one view, and which version of it they had read."""

    view_id: str
    keys: tuple[str, ...]
    version: int


@dataclass(frozen=True, slots=True)
class Sure:
    """Views to agree at once, opened, and how many there are in all."""

    views: tuple[OpenedView, ...]
    total: int


def sure(house: House, officer: Officer, sieve: Sieve) -> Sure:
    """The first few that the machine is sure of, each opened as if it were opened alone."""
    must_hold(officer, GROUPS)
    with house.store.reading() as books:
        wanted = desk.asked(house, books, officer, sieve)
        ids, total = books.inbox.sure(wanted, AT_ONCE)
    opened = []
    for view_id in ids:
        try:
            opened.append(review.open_view(house, officer, view_id))
        except (NotFound, SayWhy):
            continue
    return Sure(tuple(opened), total)


def agree_all(
    house: House, officer: Officer, choices: tuple[Choice, ...]
) -> tuple[list[str], list[str]]:
    """Agree each as if alone; those agreed, and those that somebody changed first."""
    must_hold(officer, GROUPS)
    agreed, changed = [], []
    for one in choices:
        try:
            review.agree_themes(house, officer, one.view_id, one.keys, one.version)
            agreed.append(one.view_id)
        except (SomebodyElseChanged, NotFound):
            changed.append(one.view_id)
    return agreed, changed


def undo_all(house: House, officer: Officer, view_ids: tuple[str, ...]) -> tuple[int, int]:
    """Undo what was agreed at once, each as if alone; how many were, and how many cannot be."""
    must_hold(officer, GROUPS)
    undone = 0
    for view_id in view_ids:
        try:
            review.undo_agreement(house, officer, view_id)
            undone += 1
        except (review.CannotUndo, NotFound):
            continue
    return undone, len(view_ids) - undone
