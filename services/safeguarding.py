"""What the safeguarding lead decided about a view, as far as its keeping hangs on it."""

from datetime import date

from storage.store import Books


def settled_on(books: Books, view_id: str) -> date | None:
    """The day on which a view that worried was passed on, or closed with a reason; None before.

    Rationale: where nobody can say that it was, it was not. It stays.
    """
    return None


def may_be_erased(books: Books, view_id: str) -> bool:
    """Whether a view that worried may go: somebody who can act has it, or none has to."""
    return settled_on(books, view_id) is not None
