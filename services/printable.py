"""Whether a quote may be printed just now: asked each time, so that a change of mind counts."""

from dataclasses import dataclass

from core.errors import NotFound
from core.facts import Permission, Worry
from core.permissions import lets
from core.quotes import BankedQuote, CannotQuote, QuoteState, Span, checked
from storage.store import Books
from storage.views import View

AUDIENCES = (Permission.EVERYONE, Permission.COUNCILLORS)


@dataclass(frozen=True, slots=True)
class Piece:
    """A text of a view that may be quoted from.

    Args:
        part: its id (core.stories.Part); empty for the words themselves.
        masks: start, end and type of what is never shown.
    """

    part: str
    label: str
    words: str
    masks: tuple[tuple[int, int, str], ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where its masks are."""
        return tuple((start, end) for start, end, _ in self.masks)


def may_print(books: Books, quote: BankedQuote) -> bool:
    """Whether a quote in the bank may be printed at this moment."""
    return quote.state is QuoteState.IN and holds(books, quote)


def holds(books: Books, quote: BankedQuote) -> bool:
    """Whether its view still lets these very words be read by these people."""
    view = books.views.find(quote.view_id)
    if view is None or not view.cleared:
        return False
    try:
        may_be_quoted(view, quote.audience)
        piece = piece_of(books, view, quote.part)
        opened = open_spans(books, view, piece, quote.audience)
        checked(quote.words, piece.words, piece.spans, opened)
    except (CannotQuote, NotFound):
        return False
    return True


def may_be_quoted(view: View, audience: Permission) -> None:
    """Pass a view whose writer lets this audience read it and that worries nobody.

    Raises:
        CannotQuote: it may not be quoted to them.
    """
    if audience not in AUDIENCES or not lets(view.permission, audience):
        raise CannotQuote("Its writer does not let these people read it.")
    if view.worry is not Worry.NONE or view.asked_for_help:
        raise CannotQuote("It raised a worry: that is for the safeguarding lead, not for print.")


def open_spans(books: Books, view: View, piece: Piece, audience: Permission) -> tuple[Span, ...]:
    """The spans of a piece that its writer lets this audience read: sentences side by side are one.

    What was said beside the words has the permission of the whole view.
    """
    if piece.part:
        return ((0, len(piece.words)),) if lets(view.permission, audience) else ()
    runs: list[Span] = []
    last = -2
    for place, one in enumerate(books.permissions.sentences(view)):
        if lets(one.permission, audience):
            begun = runs.pop()[0] if last == place - 1 else one.start
            runs.append((begun, one.end))
            last = place
    return tuple(runs)


def pieces(books: Books, view: View) -> tuple[Piece, ...]:
    """What its writer said: the words, and every text beside them."""
    words, details = books.views.words(view)
    masks = tuple((m.start, m.end, m.type) for m in books.views.masks(view))
    beside = (
        Piece(p.id, p.label, p.words, tuple((m.start, m.end, m.type) for m in p.masks))
        for p in books.parts.of(view, details)
    )
    return (Piece("", "Their words", words, masks), *beside)


def piece_of(books: Books, view: View, part: str) -> Piece:
    """One piece of a view; NotFound where there is none."""
    for piece in pieces(books, view):
        if piece.part == part:
            return piece
    raise NotFound
