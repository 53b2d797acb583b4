"""Picks the words that a summary or a paper may quote: from the quote bank and nowhere else."""

from collections import Counter
from collections.abc import Mapping

from core.counting import Slice
from core.facts import Permission, Voice
from core.releases import of_theme
from core.summaries import Count, Period, Quote
from services.printable import may_print
from storage.store import Books
from storage.views import View

QUOTES_A_VOICE = 3
Quoted = dict[str, list[Quote]]


def quotes_of(
    books: Books,
    period: Period,
    counts: Mapping[str, Count],
    slice_: Slice,
    hidden: frozenset[str],
    *,
    permission: Permission = Permission.EVERYONE,
) -> Quoted:
    """Up to three quotes a theme and voice: permitted, checked by two people, with no worry.

    Rationale: a quote needs a count that may be shown, and two people who read the words and say
    that no names are left. Words that raised a worry go to the safeguarding lead and not to print.

    Args:
        permission: whose quotes: those for everyone, or those for councillors alone.
    """
    found: Quoted = {}
    held: Counter[tuple[Voice, str]] = Counter()
    for quote in books.quotes.banked(period.start, period.end):
        view = None if quote.view_id in hidden else books.views.find(quote.view_id)
        if view is None or quote.audience is not permission or not _is_in(view, slice_):
            continue
        room = [key for key in books.themes.agreed(view.id) if _has_room(view, key, counts, held)]
        if room and may_print(books, quote):
            found.setdefault(room[0], []).append(Quote(quote.words, view.voice, view.id))
            held[view.voice, room[0]] += 1
    return found


def _has_room(
    view: View, key: str, counts: Mapping[str, Count], held: Counter[tuple[Voice, str]]
) -> bool:
    shown = counts.get(of_theme(view.voice, key), Count(0)).number
    return bool(shown) and held[view.voice, key] < QUOTES_A_VOICE


def _is_in(view: View, slice_: Slice) -> bool:
    return slice_.holds(view.voice, view.door, view.age_band or "-")
