"""The quote bank: only permitted, masked words enter, and only when two officers have read them."""

from dataclasses import replace

from core.attention import Why
from core.duties import GROUPS, must_hold
from core.errors import NotFound
from core.facts import Officer, Permission
from core.masking import masked
from core.permissions import as_shown
from core.quotes import (
    LONGEST_QUOTE,
    BankedQuote,
    CannotQuote,
    QuoteState,
    SamePerson,
    checked,
)
from core.said import tidied
from core.working_days import london_day
from services import review, sight
from services.house import House
from services.machine import suggest_safely
from services.printable import Piece, holds, may_be_quoted, open_spans, piece_of, pieces
from storage.quotes import By
from storage.store import Books
from storage.views import View

MOST_REASON = 300


def quotables(house: House, officer: Officer, view_id: str) -> tuple[Piece, ...]:
    """Every piece of a view that may be quoted from, masked; the reading is in the audit."""
    must_hold(officer, GROUPS)
    review.open_view(house, officer, view_id, Why.PAPER)
    with house.store.reading() as books:
        view = _view(books, officer, view_id)
        hidden = [(one, _hidden(house, one)) for one in pieces(books, view)]
    return tuple(replace(one, words=masked(one.words, masks), masks=()) for one, masks in hidden)


def propose(
    house: House, officer: Officer, view_id: str, part: str, printed: str, audience: Permission
) -> None:
    """Let a quote wait for a second officer.

    Args:
        part: the text it is cut from; empty for the words themselves.
        printed: just as it is to stand in print: their words, with [brackets] where some went.

    Raises:
        CannotQuote: its writer does not let them, it was changed, or it shows what is masked.
    """
    must_hold(officer, GROUPS)
    told = tidied(printed, 4 * LONGEST_QUOTE)
    with house.store.transaction() as books:
        view = _view(books, officer, view_id)
        may_be_quoted(view, audience)
        piece = piece_of(books, view, part)
        spans = [(start, end) for start, end, _ in _hidden(house, piece)]
        checked(told, piece.words, spans, open_spans(books, view, piece, audience))
        books.quotes.propose(view, part, told, audience, _by(house, officer))
        books.audit.append(house.now().isoformat(), officer.id, "quote proposed", view_id)


def propose_whole(house: House, books: Books, view: View, officer: Officer) -> None:
    """Words that an officer has just cleared wait for the second, where they are short enough.

    Rationale: to clear them was the first check. What cannot be quoted whole is cut by hand.
    """
    piece = piece_of(books, view, "")
    sentences = books.permissions.sentences(view)
    printed = as_shown(piece.words, sentences, piece.masks, view.permission).strip()
    try:
        may_be_quoted(view, view.permission)
        opened = open_spans(books, view, piece, view.permission)
        checked(printed, piece.words, piece.spans, opened)
    except CannotQuote:
        return
    books.quotes.propose(view, "", printed, view.permission, _by(house, officer))


def listed(house: House, officer: Officer) -> tuple[BankedQuote, ...]:
    """Every quote that this officer may know of, the newest first; the reading is in the audit."""
    must_hold(officer, GROUPS)
    with house.store.transaction() as books:
        hidden = sight.hidden_from(books, officer)
        found = [one for one in books.quotes.all(*QuoteState) if one.view_id not in hidden]
        told = tuple(one for one in found if one.state is not QuoteState.IN or holds(books, one))
        if told:
            detail = f"{len(told)} quotes"
            books.audit.append(house.now().isoformat(), officer.id, "read quotes", detail=detail)
    return told


def check(house: House, officer: Officer, quote_id: str, fine: bool, reason: str = "") -> None:
    """The second officer says whether it may be printed; a refusal says why.

    Raises:
        SamePerson: they proposed it. CannotQuote: it may not be quoted any more, or no reason.
    """
    must_hold(officer, GROUPS)
    told = tidied(reason, MOST_REASON)
    with house.store.transaction() as books:
        quote = _find(books, officer, quote_id)
        if quote.state is not QuoteState.WAITING:
            raise NotFound
        if quote.proposed_by == officer.id:
            raise SamePerson
        if fine and not holds(books, quote):
            raise CannotQuote("It may not be quoted any more. Refuse it.")
        if not fine and not told:
            raise CannotQuote("Say why you refuse it.")
        state = QuoteState.IN if fine else QuoteState.REFUSED
        books.quotes.decide(quote_id, state, _by(house, officer), told)
        verb = "quote checked" if fine else "quote refused"
        books.audit.append(house.now().isoformat(), officer.id, verb, quote.view_id, told)


def take_out(house: House, officer: Officer, quote_id: str, reason: str) -> None:
    """Take a quote out of the bank. Papers that were issued keep it; no new one prints it."""
    must_hold(officer, GROUPS)
    told = tidied(reason, MOST_REASON)
    if not told:
        raise CannotQuote("Say why you take it out.")
    with house.store.transaction() as books:
        quote = _find(books, officer, quote_id)
        books.quotes.decide(quote_id, QuoteState.OUT, _by(house, officer), told)
        books.audit.append(house.now().isoformat(), officer.id, "quote out", quote.view_id, told)


def _view(books: Books, officer: Officer, view_id: str) -> View:
    sight.must_see(books, officer, view_id)
    view = books.views.find(view_id)
    if view is None:
        raise NotFound
    return view


def _find(books: Books, officer: Officer, quote_id: str) -> BankedQuote:
    quote = books.quotes.find(quote_id)
    if quote is None or quote.view_id in sight.hidden_from(books, officer):
        raise NotFound
    return quote


def _by(house: House, officer: Officer) -> By:
    return By(officer.id, officer.post, london_day(house.now()))


def _hidden(house: House, piece: Piece) -> tuple[tuple[int, int, str], ...]:
    """What is never shown: an officer's masks, and beside the words all that the machine finds.

    Rationale: to clear a view is to say so of its words. What came beside them was perhaps read by
    nobody with that in mind, so there whatever looks like a name is taken out before anybody cuts.
    """
    if not piece.part:
        return piece.masks
    found = suggest_safely(house.tagger, piece.words).personal
    return (*piece.masks, *((one.start, one.end, one.type) for one in found))
