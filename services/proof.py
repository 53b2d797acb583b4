"""What the sentences of a paper rest on, and what came back from those who were asked."""

from dataclasses import replace

from core.actions import KINDS, Action
from core.dates import written
from core.records import (
    ACTION,
    ASK,
    FIGURES,
    MINUTES,
    REPORT,
    SOURCE,
    TOTALS,
    Claim,
    Evidence,
    Written,
)
from core.summaries import PaperOrder, Period
from services.house import House
from storage.store import Books


def gathered(
    books: Books, period: Period, paragraphs: tuple[Written, ...], actions: tuple[Action, ...]
) -> tuple[Evidence, ...]:
    """Every piece of evidence that this paper may name."""
    found = [*_figures(books, period), *_totals(books)]
    found += [
        Evidence(
            f"{ACTION}:{one.id}",
            f"{KINDS[one.kind]} {one.label} of {written(one.made_on)}, as Heard keeps it.",
        )
        for one in actions
    ]
    found += [*_asked(books), *_reports(books)]
    for ref in dict.fromkeys(ref for one in paragraphs for ref in one.rests):
        kind, _, named = ref.partition(":")
        if kind == MINUTES:
            found.append(Evidence(ref, f"{named} (public)."))
        elif kind == SOURCE:
            found.append(Evidence(ref, f"{named}."))
    return tuple(found)


def proven(paragraphs: tuple[Written, ...], evidence: tuple[Evidence, ...]) -> tuple[Written, ...]:
    """The paragraphs, each with what it still rests on: what is not there any more proves nothing.

    The paper's own figures are always there.
    """
    known = {FIGURES, *(one.ref for one in evidence)}
    return tuple(
        replace(one, rests=tuple(ref for ref in one.rests if ref in known)) for one in paragraphs
    )


def held_back(one: Written, proved: Written) -> str:
    """Why a paragraph does not print, for whoever wrote it; empty where it does."""
    if proved.prints:
        return ""
    if not one.rests:
        return "It rests on nothing. Change it, and tick or name what it rests on."
    return "What it rested on is not there any more. Change it, and say what it rests on now."


def _figures(books: Books, period: Period) -> list[Evidence]:
    known = next((one for one in books.releases.all() if one.period == period), None)
    if known is None:
        return []
    days = f"{written(period.start)} to {written(period.end)}"
    said = f"Figures of {days}, frozen on {written(known.made_on)}."
    return [Evidence(FIGURES, said, known.sha256)]


def _totals(books: Books) -> list[Evidence]:
    totals = books.releases.totals()
    if not totals:
        return []
    sources = dict.fromkeys(f"{one.name}: {one.source}" for one in totals)
    return [Evidence(TOTALS, f"How many there are, as typed in by officers. {'; '.join(sources)}.")]


def _asked(books: Books) -> list[Evidence]:
    return [
        Evidence(
            f"{ASK}:{one.id}",
            f"Question of {written(one.on)} to everybody in a theme, by their codes. What came "
            "back is kept in Heard for those who may read it.",
        )
        for one in books.actions.asks()
    ]


def _reports(books: Books) -> list[Evidence]:
    """Issued reports, by their meeting; the last that was issued where there are several."""
    held = {
        order.meeting_on: Evidence(
            f"{REPORT}:{order.meeting_on}",
            f"Report for the meeting of {written(order.meeting_on)}, issued on {written(on)}.",
            sha256,
        )
        for order, on, sha256 in books.papers.issued()
    }
    return list(held.values())


def correction(books: Books, order: PaperOrder) -> Claim | None:
    """What an issued report says of itself once a view on which it rests was taken back."""
    issued = next((on for one, on, _ in books.papers.issued() if one == order), None)
    if issued is None or order.meeting_on not in books.papers.to_correct():
        return None
    return Claim(
        f"{REPORT}:{order.meeting_on}",
        f"Correction. This report was issued on {written(issued)}. Since then a view on which it "
        "rests in part was taken back by the person who gave it, as they may. No words of it stand "
        "here any more. The figures stay as they were frozen.",
    )


def arising(house: House, books: Books) -> tuple[Claim, ...]:
    """What came back from those who were asked, once an officer wrote it up.

    Rationale: how many were asked is both voices together and for ever. Beside the frozen number of
    one voice it would tell a hidden number of the other, so no number of it is printed.
    """
    return tuple(
        Claim(
            f"{ASK}:{one.id}",
            f"Asked on {written(one.on)} of everybody who had spoken of "
            f"{house.themes().name_of(one.theme).casefold()}, by their codes: “{one.question}” "
            f"{one.arising}",
        )
        for one in books.actions.asks()
        if one.arising
    )
