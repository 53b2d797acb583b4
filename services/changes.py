"""What came of the themes that somebody raised: from the board and the actions, both public."""

from collections.abc import Iterable

from core.actions import Action, ActionState
from core.board import Entry, Standing
from core.dates import written
from core.mine import Changed
from core.working_days import london_day
from services.house import House

SAYS = {
    Standing.DONE: "We did: {answer}",
    Standing.WILL: "We will: {answer}",
    Standing.CANNOT: "We can't: {answer}",
}


def of_themes(house: House, themes: Iterable[str]) -> tuple[Changed, ...]:
    """What changed about each of these themes, and what is still open; silent ones left out."""
    wanted = tuple(dict.fromkeys(themes))
    if not wanted:
        return ()
    with house.store.reading() as books:
        entries = books.board.all(published=True)
        actions = books.actions.all(house.rules.threshold)
    found = (_of(house, theme, entries, actions) for theme in wanted)
    return tuple(one for one in found if one.did or one.actions)


def _of(house: House, theme: str, entries: Iterable[Entry], actions: Iterable[Action]) -> Changed:
    did = (
        SAYS[entry.draft.standing].format(answer=entry.draft.answer)
        for entry in entries
        if entry.draft.theme == theme
    )
    still = (
        _told(house, one) for one in actions if one.theme == theme and one.state is ActionState.OPEN
    )
    return Changed(house.themes().name_of(theme), tuple(did), tuple(still))


def _told(house: House, action: Action) -> str:
    due = f", by {written(action.due_on)}" if action.due_on else ""
    standing = action.standing(london_day(house.now()))
    return f"{action.owner or 'No owner yet'}{due}: {action.words} ({standing})"
