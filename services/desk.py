"""The queue that officers work from."""

from core.duties import READS_WORDS, must_hold
from core.facts import Officer, State, Worry
from core.stories import QueueLine
from services import sight
from services.house import House

FIRST = (Worry.URGENT, Worry.CONCERN, Worry.UNREAD, Worry.NONE)


def waiting(house: House, officer: Officer) -> tuple[QueueLine, ...]:
    """Every view that waits for somebody: worry first, then what nobody read, then what is due."""
    must_hold(officer, READS_WORDS)
    with house.store.reading() as books:
        hidden = sight.hidden_from(books, officer)
        views = [view for view in books.views.waiting() if view.id not in hidden]
        corrected = books.corrections.waiting()
        themes = books.themes.by_view(view.id for view in views)
    named = house.themes().name_of
    lines = [
        QueueLine(
            view_id=view.id,
            voice=view.voice,
            door=view.door,
            kind=view.kind,
            worry=view.worry,
            asked_for_help=view.asked_for_help,
            state=view.state,
            received_on=view.received_on,
            due_on=view.due_on,
            theme_names=tuple(named(key) for key in themes[view.id]),
            age_band=view.age_band,
            language=view.language,
            corrected=view.id in corrected,
        )
        for view in views
    ]
    return tuple(sorted(lines, key=_urgency))


def _urgency(line: QueueLine) -> tuple[int, bool, object, str]:
    """Worry counts until the view is answered; then what nobody read, then what is due sooner.

    What its writer corrected waits again, answered or not.
    """
    worry = -1 if line.asked_for_help else FIRST.index(line.worry)
    answered = line.state is State.ANSWERED and not line.corrected
    return (
        len(FIRST) if answered else worry,
        line.state is not State.RECEIVED,
        line.due_on,
        line.view_id,
    )
