"""Counts agreed themes for a period, hides small numbers and picks permitted quotes."""

from collections import Counter

from core.duties import SEES_SUMMARY, must_hold
from core.facts import Officer, Permission, Statement, Voice, Worry
from core.masking import masked
from core.summaries import Count, Period, Quote, Summary, ThemeLine
from core.suppression import part_shown, shown
from core.themes import Theme
from services import sight
from services.house import House
from storage.store import Books
from storage.vault import KeyGone
from storage.views import View

QUOTES_A_VOICE = 3
LONGEST_QUOTE = 400


def summarise(house: House, officer: Officer, period: Period) -> Summary:
    """The summary of a period. A view counts where people agreed its themes."""
    must_hold(officer, SEES_SUMMARY)
    with house.store.reading() as books:
        return summary_of(house, books, period)


def summary_of(house: House, books: Books, period: Period) -> Summary:
    """The same, within a transaction that is open already."""
    kept = sight.counted_nowhere(books)
    views = tuple(v for v in books.views.between(period.start, period.end) if v.id not in kept)
    agreed = [
        one for one in books.themes.agreed_between(period.start, period.end) if one[0] not in kept
    ]
    limit = house.rules.threshold
    counts = Counter((voice, key) for _, voice, key in agreed)
    voices = Counter(view.voice for view in views)
    quoted = _quotes(books, views, {(v, k) for v, k in counts if counts[v, k] >= limit})
    said = books.statements.all()
    every = house.themes().every
    told = [theme for theme in every if theme.live or any(key == theme.key for _, key in counts)]
    lines = tuple(_line(theme, counts, quoted, said, limit) for theme in told)
    private = sum(view.permission is Permission.COUNT_ONLY for view in views)
    return Summary(
        period=period,
        themes=lines,
        young_people=shown(voices[Voice.YOUNG_PERSON], limit),
        practitioners=shown(voices[Voice.PRACTITIONER], limit),
        reviewed_percent=_reviewed(books, views, limit),
        only_count=part_shown(private, len(views), limit),
        threshold=limit,
    )


def _line(
    theme: Theme,
    counts: Counter[tuple[Voice, str]],
    quoted: dict[str, list[Quote]],
    said: tuple[Statement, ...],
    limit: int,
) -> ThemeLine:
    def count(voice: Voice) -> Count:
        return shown(counts[voice, theme.key], limit)

    return ThemeLine(
        key=theme.key,
        name=theme.name,
        plain=theme.plain,
        csi=theme.csi,
        young_people=count(Voice.YOUNG_PERSON),
        practitioners=count(Voice.PRACTITIONER),
        quotes=tuple(quoted.get(theme.key, ())),
        statements=tuple(statement for statement in said if theme.key in statement.themes),
    )


def _reviewed(books: Books, views: tuple[View, ...], limit: int) -> int | None:
    """Share of views that a person grouped, to the nearest whole percent; None under the limit."""
    if len(views) < limit:
        return None
    decided = books.themes.decided({view.id for view in views})
    return round(100 * len(decided) / len(views))


def _quotes(
    books: Books, views: tuple[View, ...], enough: set[tuple[Voice, str]]
) -> dict[str, list[Quote]]:
    """Up to three quotes a theme and voice: permitted, cleared by a person, with no worry on them.

    Rationale: a quote needs a count that may be shown, and somebody who read the words and says
    that no names are left. Words that raised a worry go to the safeguarding lead and not to print.
    """
    found: dict[str, list[Quote]] = {}
    held: Counter[tuple[Voice, str]] = Counter()
    for view in views:
        if not _may_be_quoted(view):
            continue
        themes = [key for key in books.themes.agreed(view.id) if (view.voice, key) in enough]
        if all(held[view.voice, key] >= QUOTES_A_VOICE for key in themes):
            continue
        quote = _quote(books, view)
        key = next((k for k in themes if held[view.voice, k] < QUOTES_A_VOICE), None)
        if quote is not None and key is not None:
            found.setdefault(key, []).append(quote)
            held[view.voice, key] += 1
    return found


def _may_be_quoted(view: View) -> bool:
    quiet = view.worry is Worry.NONE and not view.asked_for_help
    return quiet and view.cleared and view.permission is Permission.EVERYONE


def _quote(books: Books, view: View) -> Quote | None:
    try:
        words, _ = books.views.words(view)
        masks = books.views.masks(view)
    except KeyGone:
        return None  # taken back while we counted
    if len(words) > LONGEST_QUOTE:
        return None
    spans = [(mask.start, mask.end, mask.type) for mask in masks]
    return Quote(masked(words, spans), view.voice, view.id)
