"""The Children's Plan's "voice" section: one block for each promise of the pledge.

What you told us; what people who work with you told us; what we will do; how we will know; what
we said last time and what happened; what we can't do, and why.
"""

from core.actions import Action
from core.dates import written
from core.frameworks import PROMISES
from core.papers import ScrutinyPaper
from core.records import ACTION, FIGURES, PARTS
from core.summaries import Count, ThemeLine
from reports import evidence, recorded
from reports.numbers import any_at_all, told
from reports.parts import Part, Quoted, SubHeading

TOLD, WORKED = "What you told us", "What people who work with you told us"
NOTHING = {
    "will": "Nothing has been promised for this part yet.",
    "know": "Nobody has said yet how we will know.",
    "since": "There is no earlier promise for this part.",
    "cannot": "Nothing has been ruled out.",
}
STILL_OPEN = "What was promised before and is not done yet stands under “What we will do”."


def composed(paper: ScrutinyPaper, pledge_of: dict[str, str | None]) -> list[Part]:
    """One section for each promise, then what the sentences rest on.

    Args:
        pledge_of: theme key to the promise that it belongs to.
    """
    parts = []
    for number, (key, name) in enumerate(PROMISES, 1):
        part = Part(str(number), name)
        lines = [line for line in paper.summary.themes if pledge_of.get(line.key) == key]
        _voice(part, TOLD, lines, young=True)
        _voice(part, WORKED, lines, young=False)
        for which, heading in PARTS:
            part.add(SubHeading(heading))
            _answer(part, paper, key, which, {line.key for line in lines})
        parts.append(part)
    listed = Part(str(len(PROMISES) + 1), "What each sentence rests on")
    evidence.list_of(listed, evidence.marked(parts, evidence.known_of(paper)))
    return [*parts, listed]


def _voice(part: Part, heading: str, lines: list[ThemeLine], *, young: bool) -> None:
    part.add(SubHeading(heading))
    raised = [(line, _count(line, young)) for line in lines]
    spoken = [(line, count) for line, count in raised if any_at_all(count)]
    if not spoken:
        part.say("We heard nothing about this in this time.", rests=(FIGURES,))
    for line, count in spoken:
        part.say(f"{line.name}: {_many(count)}.", rests=(FIGURES,))
        quotes = [q for q in line.quotes if (q.voice == "young_person") is young]
        part.add(*(Quoted(quote.words) for quote in quotes))


def _count(line: ThemeLine, young: bool) -> Count:
    return line.young_people if young else line.practitioners


def _many(count: Count) -> str:
    return "how many said so is not shown" if told(count) == "not shown" else f"{told(count)} views"


def _answer(part: Part, paper: ScrutinyPaper, key: str, which: str, themes: set[str]) -> None:
    """What officers wrote for this part, and the promises that stand in the books."""
    found = recorded.said(part, paper.record.in_section(f"plan/{key}/{which}"))
    promised = [one for one in paper.record.since if one.theme in themes]
    for one in promised:
        if _belongs(one, which):
            part.say(_promised(one, paper), rests=(f"{ACTION}:{one.id}",))
            found = True
    if not found:
        still = which == "since" and any(_belongs(one, "will") for one in promised)
        part.say(STILL_OPEN if still else NOTHING[which])


def _belongs(one: Action, which: str) -> bool:
    if one.state == "cannot":
        return which == "cannot"
    return which == ("will" if one.state == "open" else "since")


def _promised(one: Action, paper: ScrutinyPaper) -> str:
    owner = one.owner or "No owner named yet"
    due = f"by {written(one.due_on)}" if one.due_on else "with no day set yet"
    today = paper.record.today or paper.meeting_on
    return f"{one.words} ({owner}, {due}.) {one.standing(today)}."
