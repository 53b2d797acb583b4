"""The words that raise a worry: changed in a draft, tried on past views, then put live."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from core.duties import SAFEGUARDS, must_hold
from core.errors import HeardError, NotFound
from core.facts import Officer, Worry
from core.ports import Ruled, Tagger, Tryable
from core.said import tidied
from core.watchwords import DRAFT, Edition, NotAPhrase, Watchword, Watchwords
from core.working_days import london_day
from services import sight
from services.house import House
from services.machine import suggest_safely
from storage.store import Books
from storage.vault import KeyGone

MOST_TRIED, MOST_SHOWN, MOST_WHY = 400, 40, 500


class NoReasonGiven(HeardError):
    """Words go live with a reason."""

    status = 422

    def __init__(self) -> None:
        super().__init__("Say why these words change, so that others can follow you.")


class NotTried(HeardError):
    """The draft is not what the test sheet showed."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "These words were not tried as they are now. Try them, then put them live."
        )


@dataclass(frozen=True, slots=True)
class WordsAtDesk:
    """The words as the desk shows them.

    Args:
        live, draft: what counts now, and what would count; the same where nothing was changed.
        shipped: the phrases that came with Heard; empty where tagging did not load.
    """

    live: Watchwords
    draft: Watchwords
    shipped: frozenset[Watchword]
    editions: tuple[Edition, ...]

    @property
    def changed(self) -> bool:
        """Whether there is a draft that differs."""
        return self.draft != self.live


@dataclass(frozen=True, slots=True)
class Share:
    """How many of some texts are raised."""

    raised: int
    of: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a draft would have caught and missed.

    Args:
        tried: how many past views were read with both.
        caught, missed: the ids of past views that only the draft, or only what is live, raises.
        before, after: by level of the tuning texts, how many are raised.
        turned: tuning texts that change: the text, its level, and whether the draft raises it.
        mark: of the words that were tried.
    """

    tried: int
    caught: tuple[str, ...]
    missed: tuple[str, ...]
    before: dict[str, Share]
    after: dict[str, Share]
    turned: tuple[tuple[str, str, bool], ...]
    mark: str


def take_up(house: House, tagger: object) -> None:
    """Let a tagger go by the words that are live now; every process sees a change in a second."""
    if isinstance(tagger, Ruled):
        tagger.take_rules(house.shelf.kept(house.store).watchwords)


def look(house: House, officer: Officer) -> WordsAtDesk:
    """The words, live and as drafted."""
    must_hold(officer, SAFEGUARDS)
    with house.store.reading() as books:
        live, editions = books.watchwords.live(), books.watchwords.every()
        tagger = house.tagger
        shipped = tagger.shipped() if isinstance(tagger, Tryable) else frozenset()
        return WordsAtDesk(live, _draft(books), shipped, editions)


def change(house: House, officer: Officer, how: Callable[[Watchwords], Watchwords]) -> None:
    """Change the draft; nothing counts before it goes live."""
    must_hold(officer, SAFEGUARDS)
    today = london_day(house.now())
    with house.store.transaction() as books:
        words = how(_draft(books))
        _must_work(house, words)
        books.watchwords.keep_draft(words, officer_id=officer.id, post=officer.post, on=today)
        books.audit.append(house.now().isoformat(), officer.id, "worry words drafted")


def _must_work(house: House, words: Watchwords) -> None:
    """Rationale: what a tagger cannot read by would leave every door without one."""
    try:
        if isinstance(house.tagger, Tryable):
            house.tagger.tried_with(words)
    except ValueError as trouble:
        raise NotAPhrase from trouble


def drop_draft(house: House, officer: Officer) -> None:
    """Throw the draft away."""
    must_hold(officer, SAFEGUARDS)
    with house.store.transaction() as books:
        books.watchwords.drop_draft()
        books.audit.append(house.now().isoformat(), officer.id, "worry words thrown away")


def go_live(house: House, officer: Officer, why: str, tried: str) -> None:
    """The draft counts from now on, at every door and in the clock.

    Args:
        tried: the mark of the sheet on which this officer saw what the draft changes.

    Raises:
        NoReasonGiven, NotTried: it counts for nothing yet.
    """
    must_hold(officer, SAFEGUARDS)
    why = tidied(why, MOST_WHY)
    if not why:
        raise NoReasonGiven
    by = {"officer_id": officer.id, "post": officer.post}
    with house.store.transaction() as books:
        books.catalogue.bump()
        if _draft(books).mark != tried:
            raise NotTried
        if not books.watchwords.go_live(why, **by, on=london_day(house.now())):
            raise NotFound
        books.audit.append(
            house.now().isoformat(), officer.id, "worry words live", detail=why[:300]
        )
    house.shelf.forget()


def try_out(house: House, officer: Officer) -> Sheet:
    """Read past views and the tuning texts with what is live and with the draft; nothing changes.

    The views are those that this officer may know of, the newest first.
    """
    must_hold(officer, SAFEGUARDS)
    tagger = house.tagger
    if not isinstance(tagger, Tryable):
        raise NotFound
    with house.store.reading() as books:
        draft = _draft(books)
        pair = tagger.tried_with(books.watchwords.live()), tagger.tried_with(draft)
        hidden = sight.hidden_from(books, officer)
        past = {view_id: _raises(pair, words) for view_id, words in _past(books, hidden)}
    tuned = [(text, level, _raises(pair, text)) for text, level in tagger.proofs()]
    return Sheet(
        tried=len(past),
        caught=tuple(one for one, (before, after) in past.items() if after and not before),
        missed=tuple(one for one, (before, after) in past.items() if before and not after),
        before=_shares((level, before) for _, level, (before, _) in tuned),
        after=_shares((level, after) for _, level, (_, after) in tuned),
        turned=tuple(
            (text, level, after) for text, level, (before, after) in tuned if before != after
        )[:MOST_SHOWN],
        mark=draft.mark,
    )


def _draft(books: Books) -> Watchwords:
    for edition in books.watchwords.every():
        if edition.stage == DRAFT:
            return edition.words
    return books.watchwords.live()


def _past(books: Books, hidden: frozenset[str]) -> Iterable[tuple[str, str]]:
    for view_id in books.standing.newest(MOST_TRIED):
        view = None if view_id in hidden else books.views.find(view_id)
        if view is None:
            continue
        try:
            words, details = books.views.words(view)
        except KeyGone:
            continue
        yield view_id, "\n".join((words, *(text for _, text in details)))


def _raises(pair: tuple[Tagger, Tagger], text: str) -> tuple[bool, bool]:
    live, draft = (suggest_safely(one, text).worry is not Worry.NONE for one in pair)
    return live, draft


def _shares(raised: Iterable[tuple[str, bool]]) -> dict[str, Share]:
    found: dict[str, Share] = {}
    for level, is_raised in raised:
        before = found.get(level, Share(0, 0))
        found[level] = Share(before.raised + is_raised, before.of + 1)
    return found
