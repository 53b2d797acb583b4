"""What the sentences of a paper rest on, and what came back from those who were asked."""

from core.actions import KINDS, Action
from core.dates import written
from core.records import ACTION, FIGURES, MINUTES, SOURCE, TOTALS, Evidence, Written
from core.summaries import Period
from core.suppression import part_shown, shown
from core.telling import number_words
from services import sight
from services.house import House
from storage.store import Books


def gathered(
    books: Books, period: Period, paragraphs: tuple[Written, ...], actions: tuple[Action, ...]
) -> tuple[Evidence, ...]:
    """Every piece of evidence that this paper may name."""
    found = [*_figures(books, period), *_totals(books)]
    found += [
        Evidence(
            f"{ACTION}:{one.id}",
            f"{KINDS[one.kind]} {one.label} of {written(one.made_on)}, as Heard keeps it.",
        )
        for one in actions
    ]
    for ref in dict.fromkeys(ref for one in paragraphs for ref in one.rests):
        kind, _, named = ref.partition(":")
        if kind == MINUTES:
            found.append(Evidence(ref, f"{named} (public)."))
        elif kind == SOURCE:
            found.append(Evidence(ref, f"{named}."))
    return tuple(found)


def _figures(books: Books, period: Period) -> list[Evidence]:
    known = next((one for one in books.releases.all() if one.period == period), None)
    if known is None:
        return []
    days = f"{written(period.start)} to {written(period.end)}"
    said = f"Figures of {days}, frozen on {written(known.made_on)}."
    return [Evidence(FIGURES, said, known.sha256)]


def _totals(books: Books) -> list[Evidence]:
    totals = books.releases.totals()
    if not totals:
        return []
    sources = dict.fromkeys(f"{one.name}: {one.source}" for one in totals)
    return [Evidence(TOTALS, f"How many there are, as typed in by officers. {'; '.join(sources)}.")]


def arising(house: House, books: Books) -> tuple[str, ...]:
    """What came back from those who were asked, once an officer wrote it up."""
    limit = house.rules.threshold
    return tuple(
        f"Asked on {written(one.on)} of everybody who had spoken of "
        f"{house.themes().name_of(one.theme).casefold()}: “{one.question}” It went to "
        f"{number_words(shown(one.reached, limit))} and was answered by "
        f"{number_words(part_shown(one.answered, one.reached, limit))}. {one.arising}"
        for one in books.actions.asks(sight.counted_nowhere(books))
        if one.arising
    )
