"""Rows of views on their way out: words only where a person cleared them, masked, and permitted."""

from core.facts import Officer, Permission, Worry
from core.masking import masked
from core.orders import Ask, Sheet
from core.permissions import as_shown
from services import sight
from services.house import House
from services.machine import suggest_safely
from storage.store import Books
from storage.vault import KeyGone
from storage.views import View

HEAD = (
    "Received",
    "Who",
    "Door",
    "Kind",
    "Age band",
    "Face",
    "Themes that people agreed",
    "Themes that the machine suggested",
    "State",
    "Permission",
    "Words",
    "Stance",
    "Worth reading in full",
    "Officers' notes",
)
NOT_CLEARED = "(not shown: nobody has checked it for names)"
ONLY_COUNTED = "(not shown: its writer said, only count it)"
WITH_THE_LEAD = "(not shown: it is with the safeguarding lead)"
GONE = "(not there any more)"
NOTES = (
    "Each row is one view. One person may have sent several.",
    "Words are shown where their writer let them be read and a person masked and checked them.",
    "A sentence that its writer kept to themselves is left out: [...].",
    "The month alone is given, because a day could point at somebody.",
)


def views_of(house: House, books: Books, officer: Officer, ask: Ask, marking: str) -> Sheet:
    """The views of some days, as far as this officer may know of them."""
    hidden = sight.hidden_from(books, officer) | sight.counted_nowhere(books)
    views = [
        view
        for view in books.views.between(ask.start, ask.end)
        if view.id not in hidden and ask.voice in ("", view.voice)
    ]
    told = sorted(_row(house, books, view) for view in views)
    title = f"Views received from {ask.start.isoformat()} to {ask.end.isoformat()}"
    return Sheet(title, marking, HEAD, tuple(told), NOTES)


def _row(house: House, books: Books, view: View) -> tuple[str, ...]:
    named = house.themes().name_of
    _, picked = books.themes.suggested(view.id)
    return (
        f"{view.received_on:%Y-%m}",
        str(view.voice),
        str(view.door),
        str(view.kind),
        str(view.age_band or ""),
        str(view.face or ""),
        "; ".join(map(named, books.themes.agreed(view.id))),
        "; ".join(map(named, picked)),
        str(view.state),
        str(view.permission),
        _words(books, view),
        *_judged(house, books, view),
    )


def _words(books: Books, view: View) -> str:
    """The words as they may leave, or why they do not."""
    if view.worry is not Worry.NONE or view.asked_for_help:
        return WITH_THE_LEAD
    if view.permission is Permission.COUNT_ONLY:
        return ONLY_COUNTED
    if not view.cleared:
        return NOT_CLEARED
    try:
        words, _ = books.views.words(view)
        spans = [(mask.start, mask.end, mask.type) for mask in books.views.masks(view)]
        sentences = books.permissions.sentences(view)
    except KeyGone:
        return GONE
    return as_shown(words, sentences, spans, Permission.COUNCILLORS)


def _judged(house: House, books: Books, view: View) -> tuple[str, str, str]:
    """What officers said of it. In their notes, whatever looks like a name is taken out."""
    judgement = books.judgements.of(view.id)
    try:
        notes = "; ".join(without_names(house, one.words) for one in books.judgements.notes(view))
    except KeyGone:
        notes = GONE
    if judgement is None:
        return "", "", notes
    return str(judgement.stance), "yes" if judgement.rich else "no", notes


def without_names(house: House, text: str) -> str:
    """The text with a plain word for whatever the machine takes for a personal detail."""
    found = suggest_safely(house.tagger, text).personal
    return masked(text, [(one.start, one.end, one.type) for one in found])
