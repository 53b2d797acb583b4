"""Picks the words that a summary or a paper may quote."""

from collections import Counter
from collections.abc import Mapping

from core.counting import Slice
from core.facts import Permission, Voice, Worry
from core.permissions import as_shown
from core.releases import of_theme
from core.summaries import Count, Period, Quote
from storage.store import Books
from storage.vault import KeyGone
from storage.views import View

QUOTES_A_VOICE = 3
LONGEST_QUOTE = 400
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
    """Up to three quotes a theme and voice: permitted, cleared by a person, with no worry on them.

    Rationale: a quote needs a count that may be shown, and somebody who read the words and says
    that no names are left. Words that raised a worry go to the safeguarding lead and not to print.
    """
    found: Quoted = {}
    held: Counter[tuple[Voice, str]] = Counter()
    for view in books.views.cleared_between(period.start, period.end):
        if view.id in hidden or view.permission is not permission or not _is_quiet(view):
            continue
        if not _is_in(view, slice_):
            continue
        room = [key for key in books.themes.agreed(view.id) if _has_room(view, key, counts, held)]
        quote = _quote(books, view) if room else None
        if quote is not None:
            found.setdefault(room[0], []).append(quote)
            held[view.voice, room[0]] += 1
    return found


def _has_room(
    view: View, key: str, counts: Mapping[str, Count], held: Counter[tuple[Voice, str]]
) -> bool:
    shown = counts.get(of_theme(view.voice, key), Count(0)).number
    return bool(shown) and held[view.voice, key] < QUOTES_A_VOICE


def _is_in(view: View, slice_: Slice) -> bool:
    return slice_.holds(view.voice, view.door, view.age_band or "-")


def _is_quiet(view: View) -> bool:
    return view.worry is Worry.NONE and not view.asked_for_help and view.cleared


def _quote(books: Books, view: View) -> Quote | None:
    """What of it the audience may read that its writer chose for the view as a whole."""
    try:
        words, _ = books.views.words(view)
        masks = books.views.masks(view)
        sentences = books.permissions.sentences(view)
    except KeyGone:
        return None  # taken back while we counted
    spans = [(mask.start, mask.end, mask.type) for mask in masks]
    shown = as_shown(words, sentences, spans, view.permission)
    return Quote(shown, view.voice, view.id) if 0 < len(shown) <= LONGEST_QUOTE else None
