"""The whole thread of one decision: what was said, where it was printed, what came of it."""

from dataclasses import dataclass
from datetime import date

from core.actions import Action
from core.counting import AGREED, how_many
from core.duties import SEES_SUMMARY, must_hold
from core.errors import NotFound
from core.facts import Officer, Voice
from core.records import Draft, Written
from core.summaries import Count
from core.suppression import part_shown, shown
from services import sight
from services.house import House
from services.releases import counts_of
from storage.actions import Asked
from storage.store import Books
from storage.theme_answers import ThemeAnswer

EVER = date(2000, 1, 1), date(2999, 12, 31)


@dataclass(frozen=True, slots=True)
class Thread:
    """Everything that hangs on one decision, in the order in which it happened.

    Args:
        id: the decision's; one id for the whole thread.
        in_paper: both voices' frozen numbers in the paper, or None where it was for no theme.
        now: both voices' numbers as they stand.
        answers: each with how many it reached and how many came back and read it.
    """

    id: str
    action: Action
    theme_name: str
    draft: Draft | None
    in_paper: tuple[Count, Count] | None
    now: tuple[Count, Count]
    paragraphs: tuple[Written, ...]
    asks: tuple[Asked, ...]
    answers: tuple[tuple[ThemeAnswer, Count, Count], ...]
    on_board: bool


def whole(house: House, officer: Officer, action_id: str) -> Thread:
    """The thread of this decision; NotFound where there is none."""
    must_hold(officer, SEES_SUMMARY)
    limit = house.rules.threshold
    with house.store.reading() as books:
        action = books.actions.find(action_id, limit)
        if action is None:
            raise NotFound
        draft = books.writing.find(action.paper_id)
        written = books.writing.paragraphs(draft.id) if draft else ()
        entries = books.board.all(published=False)
        kept_from_somebody = sight.counted_nowhere(books)
        return Thread(
            id=action.id,
            action=action,
            theme_name=house.themes().name_of(action.theme) if action.theme else "",
            draft=draft,
            in_paper=_printed(house, books, draft, action.theme),
            now=_now(house, books, action.theme),
            paragraphs=tuple(one for one in written if one.theme and one.theme == action.theme),
            asks=tuple(
                one for one in books.actions.asks(kept_from_somebody) if one.action_id == action.id
            ),
            answers=tuple(
                (one, shown(one.reached, limit), part_shown(one.read, one.reached, limit))
                for one in books.theme_answers.all(kept_from_somebody)
                if one.action_id == action.id
            ),
            on_board=any(entry.draft.action_id == action.id for entry in entries),
        )


def _printed(
    house: House, books: Books, draft: Draft | None, theme: str
) -> tuple[Count, Count] | None:
    if draft is None or not theme:
        return None
    counts = counts_of(house, books, draft.order.period)
    young, working = (counts[f"{voice}/theme/{theme}"] for voice in Voice)
    return young, working


def _now(house: House, books: Books, theme: str) -> tuple[Count, Count]:
    sorts = books.rollup.between(*EVER)
    sorts.subtract(books.rollup.of_views(sight.counted_nowhere(books), *EVER))
    limit = house.rules.threshold
    young, working = (shown(how_many(sorts, voice, AGREED, theme), limit) for voice in Voice)
    return young, working
