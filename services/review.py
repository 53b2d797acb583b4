"""An officer reads a view and agrees what it is about."""

from collections import Counter
from dataclasses import fields, replace

from core.attention import Why
from core.duties import GROUPS, READS_WORDS, must_hold
from core.errors import HeardError, SomebodyElseChanged
from core.facts import Officer, State, ThemeScore
from core.inbox import once_agreed
from core.judgement import Judgement
from core.stories import FILED, GROUPED, READ, OpenedView, Part, Step
from core.working_days import london_day
from services import identity
from services.house import House
from services.machine import suggest_safely
from services.openings import attention_to, note_opening
from services.sight import find
from services.watch import watch_opening
from storage import rollup
from storage.store import Books
from storage.views import View

__all__ = ["agree_themes", "find", "give_reason", "open_view"]
AS_KEPT = sorted({f.name for f in fields(OpenedView)} & {f.name for f in fields(View)})


class UnknownTheme(HeardError):
    """A theme that is not on the list."""

    status = 422

    def __init__(self) -> None:
        super().__init__("One of those themes is not on the list. Choose again.")


class CannotUndo(HeardError):
    """Somebody decided since, or there is nothing to undo."""

    status = 409

    def __init__(self) -> None:
        super().__init__("That cannot be undone any more. Look at the themes and agree them anew.")


def must_be_there(house: House, officer: Officer, view_id: str) -> None:
    """Pass where this officer may know of the view; NotFound as for one that is not there."""
    must_hold(officer, READS_WORDS)
    with house.store.reading() as books:
        find(books, view_id, officer)


def open_view(
    house: House,
    officer: Officer,
    view_id: str,
    why: Why | None = None,
    *,
    at_work: bool = False,
) -> OpenedView:
    """The view with its words. The reading goes into the audit with the words' first showing.

    Args:
        at_work: they sent something from its page; the reason they gave then still holds.

    Raises:
        SayWhy: it is not in this officer's own queue, and no reason was given lately.
    """
    must_hold(officer, READS_WORDS)
    now = house.now()
    with house.store.transaction() as books:
        view = find(books, view_id, officer)
        reason = note_opening(house, books, officer, view, why, at_work)
        view = _read(house, books, officer, view)
        opened = _opened(house, books, officer, view)
        watch_opening(house, books, officer, view)
        if opened.contact and opened.contact.who:
            books.audit.append(now.isoformat(), officer.id, identity.SAW, view_id)
        books.audit.append(now.isoformat(), officer.id, "read", view_id, reason)
    return opened


def _read(house: House, books: Books, officer: Officer, view: View) -> View:
    """The view as one that a person has read."""
    if view.state is not State.RECEIVED:
        return view
    books.views.change(view, state=State.READ)
    books.threads.note(view, Step(READ, london_day(house.now())))
    return find(books, view.id, officer)


def give_reason(house: House, officer: Officer, view_id: str, why: Why) -> None:
    """Note why this officer is about to open the view; the reason holds for half an hour."""
    must_hold(officer, READS_WORDS)
    with house.store.transaction() as books:
        note_opening(house, books, officer, find(books, view_id, officer), why)
        books.audit.append(house.now().isoformat(), officer.id, "gave a reason", view_id, why)


def _opened(house: House, books: Books, officer: Officer, view: View) -> OpenedView:
    words, details = books.views.words(view)
    scores, picked = books.themes.suggested(view.id)
    decisions = books.themes.decisions(view.id)
    now_said = house.themes().read(suggest_safely(house.tagger, words))
    reasons = {theme.key: theme.why for theme in now_said.themes} | books.readings.reasons(view)
    return OpenedView(
        view_id=view.id,
        **{name: getattr(view, name) for name in AS_KEPT},
        words=words,
        additions=books.threads.additions(view),
        details=details,
        suggested=tuple(ThemeScore(s.key, s.score, reasons.get(s.key, ())) for s in scores),
        picked=picked,
        agreed=books.themes.agreed(view.id) if decisions else None,
        corrections=books.corrections.of(view.id),
        decisions=decisions,
        found=now_said.personal,
        masks=books.views.masks(view),
        messages=books.threads.messages(view),
        steps=books.threads.steps(view),
        wants=books.wants.of(view.id),
        contact=identity.seen_by(house, books, officer, view),
        choice=books.choices.of(view.id),
        sentences=books.permissions.sentences(view),
        attention=attention_to(house, books, officer, view),
        parts=_parts(house, books, view, details),
        judgement=books.judgements.of(view.id),
        notes=books.judgements.notes(view),
    )


def _parts(
    house: House, books: Books, view: View, details: tuple[tuple[str, str], ...]
) -> tuple[Part, ...]:
    """What came beside the words, with the personal details that the machine sees in each."""
    return tuple(
        replace(part, found=suggest_safely(house.tagger, part.words).personal)
        for part in books.parts.of(view, details)
    )


def agree_themes(
    house: House,
    officer: Officer,
    view_id: str,
    keys: tuple[str, ...],
    version: int,
    judgement: Judgement | None = None,
) -> None:
    """These are the view's themes from now on; none at all is an answer too.

    Raises:
        SomebodyElseChanged: the view moved on since this officer opened it; nothing was stored.
    """
    must_hold(officer, GROUPS)
    now = house.now()
    today = london_day(now)
    with house.store.transaction() as books:
        view = find(books, view_id, officer)
        state = _must_be_as_read(books, view, version)
        before, first = books.themes.agreed(view_id), not books.themes.decisions(view_id)
        keys = _as_they_are_now(books, keys, before)
        books.themes.agree(view_id, keys, officer_id=officer.id, post=officer.post, on=today)
        books.corrections.close(view_id)
        if judgement is not None:
            books.judgements.judge(view_id, judgement, officer_id=officer.id, on=today)
        books.threads.note(view, Step(GROUPED, today))
        if state is State.FILED is not view.state:
            books.threads.note(view, Step(FILED, today))
        books.rollup.add(_moved(view, before, keys, first))
        books.audit.append(now.isoformat(), officer.id, "agreed themes", view_id)


def _must_be_as_read(books: Books, view: View, version: int) -> State:
    """Move the view on to decided, or SomebodyElseChanged where it is not as it was read."""
    state = once_agreed(view.state, view.door, view.worry, asked_for_help=view.asked_for_help)
    told = {"state": state, "decided": True, "corrected": False}
    if view.version != version or not books.views.change(view, **told):
        raise SomebodyElseChanged
    return state


def undo_agreement(house: House, officer: Officer, view_id: str) -> None:
    """The themes are again what they were before this officer agreed them today.

    The audit keeps both: that they were agreed, and that it was undone.

    Raises:
        CannotUndo: somebody else decided since, or its writer corrected it; nothing was changed.
    """
    must_hold(officer, GROUPS)
    today = london_day(house.now())
    with house.store.transaction() as books:
        view = find(books, view_id, officer)
        undone = books.themes.undo(view_id, officer_id=officer.id, on=today)
        if undone is None or books.corrections.of(view_id):
            raise CannotUndo
        left = books.themes.decisions(view_id)
        agreed = books.themes.agreed(view_id)
        if not any(one.on == today for one in left):
            books.threads.unnote(view, Step(GROUPED, today))
        back = view.state in (State.GROUPED, State.FILED) and not left
        if back:
            books.threads.unnote(view, Step(FILED, today))
        state = State.READ if back else view.state
        books.views.change(view, state=state, decided=bool(left))
        books.rollup.add(_moved(view, undone, agreed, first=False))
        if not left:
            books.rollup.add(Counter({rollup.cell_of(view, rollup.REVIEWED): -1}))
        books.audit.append(house.now().isoformat(), officer.id, "undid themes", view_id)


def _as_they_are_now(
    books: Books, keys: tuple[str, ...], before: tuple[str, ...]
) -> tuple[str, ...]:
    """The chosen themes as they are now: one that was merged meanwhile is what it went into.

    A retired theme stays on a view that has it and comes onto no other.
    """
    books.catalogue.hold()
    themes = books.catalogue.themes()
    kept = [key for key in keys if key in before and themes.current(key) is None]
    fresh = [key for key in keys if key not in kept]
    if any(themes.current(key) is None for key in fresh):
        raise UnknownTheme
    return tuple(dict.fromkeys((*themes.moved_on(fresh), *kept)))


def _moved(
    view: View, before: tuple[str, ...], after: tuple[str, ...], first: bool
) -> Counter[rollup.Cell]:
    cells: Counter[rollup.Cell] = Counter()
    for key in set(after) - set(before):
        cells.update(rollup.cells_of_theme(view, view.face, key))
    for key in set(before) - set(after):
        cells.subtract(rollup.cells_of_theme(view, view.face, key))
    if first:
        cells[rollup.cell_of(view, rollup.REVIEWED)] += 1
    return cells
