"""The jigsaw guard at work: reads a draft as an attacker, and lets nothing out that nobody saw."""

import hashlib
from dataclasses import dataclass

from core.actions import Action
from core.duties import ISSUES_PAPERS, must_hold
from core.errors import HeardError
from core.facts import Officer
from core.jigsaw import Finding, Text, findings
from core.papers import ScrutinyPaper
from core.said import checked
from core.summaries import PaperOrder
from core.working_days import london_day
from services.house import House
from services.machine import suggest_safely
from services.releases import counts_of
from storage.store import Books

MOST_REASON = 300


class NotSafe(HeardError):
    """The guard found pieces that nobody has looked at."""

    status = 409

    def __init__(self, many: int) -> None:
        things = "One thing" if many == 1 else f"{many} things"
        super().__init__(
            f"{things} in this paper could tell who a child is. Change the words, or look at each "
            "and say why it may stand. Nothing was issued."
        )


@dataclass(frozen=True, slots=True)
class Caught:
    """A finding, its mark, and why somebody let it stand, if anybody did."""

    finding: Finding
    mark: str
    reason: str | None


def caught(
    house: House, books: Books, order: PaperOrder, paper: ScrutinyPaper
) -> tuple[Caught, ...]:
    """Every finding in the draft of this paper, and which of them were looked at."""
    draft = books.writing.of(order)
    stands = books.writing.stands(draft.id) if draft else {}
    figures = counts_of(house, books, order.period)
    found = findings(texts_of(house, paper), figures, house.rules.threshold)
    marked = {_mark(one): one for one in found}
    return tuple(Caught(one, mark, stands.get(mark)) for mark, one in marked.items())


def must_be_safe(house: House, books: Books, order: PaperOrder, paper: ScrutinyPaper) -> None:
    """Raise NotSafe while anything that was found has not been looked at."""
    open_ = [one for one in caught(house, books, order, paper) if one.reason is None]
    if open_:
        raise NotSafe(len(open_))


def let_stand(
    house: House, officer: Officer, draft_id: str, mark: str, piece: str, reason: str
) -> None:
    """Say why a piece that the guard found may stand. The reason is kept with who gave it."""
    must_hold(officer, ISSUES_PAPERS)
    reason = checked(reason, MOST_REASON)
    now = house.now()
    with house.store.transaction() as books:
        books.writing.let_stand(
            draft_id,
            mark[:64],
            piece=piece[:300],
            reason=reason,
            officer_id=officer.id,
            on=london_day(now),
        )
        books.audit.append(now.isoformat(), officer.id, "guard answered", draft_id)


def texts_of(house: House, paper: ScrutinyPaper) -> list[Text]:
    """What the guard reads: all that officers and members typed, and words of people quoted."""
    own = _own_names(house)
    record = paper.record
    typed = [(one.words, "What you wrote", one.id) for one in record.written]
    typed += [(one.words, "Matters arising", "") for one in record.arising]
    typed += [(one.total.name, "Who there is in all", "") for one in record.silence]
    for one in record.since:
        typed.append((one.words, "An earlier decision or promise", ""))
        typed += [(words, "What was said of its progress", "") for words in _reported(one)]
    quoted = [
        (quote.words, f"A quotation under {line.name}")
        for line in paper.summary.themes
        for quote in line.quotes
    ]
    reasons = record.sign_off.reasons if record.sign_off else ()
    quoted += [(words, "What a member said of the young people's version") for words in reasons]
    return [
        *(Text(place, one, part, _personal(house, one, own)) for one, place, part in typed),
        *(Text(place, one, "", _personal(house, one, own), quoted=True) for one, place in quoted),
    ]


def _reported(one: Action) -> tuple[str, ...]:
    """The last thing that was said of an action, as a paper prints it."""
    if not one.progress:
        return ()
    last = one.progress[-1]
    held = (last.words, last.quantified, last.measured, last.substantiated)
    return tuple(words for words in held if words)


def _personal(house: House, words: str, own: str) -> tuple[tuple[str, str], ...]:
    seen = suggest_safely(house.tagger, words).personal
    pieces = ((words[one.start : one.end], one.type) for one in seen)
    return tuple((piece, kind) for piece, kind in pieces if piece.casefold() not in own)


def _own_names(house: House) -> str:
    """Names that point at nobody: the council's own, and those of its posts and themes."""
    council = house.council
    known = (council.name, council.plain_name, council.young_council, council.committee)
    posts = (council.report_of, council.contact_post)
    return " ".join((*known, *posts, *(t.name for t in house.themes().every))).casefold()


def _mark(one: Finding) -> str:
    told = "\0".join((one.part, one.place, one.piece, one.why))
    return hashlib.sha256(told.encode()).hexdigest()
