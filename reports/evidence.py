"""Gives each sentence the marks of what it rests on, and drops a claim that rests on nothing.

[E1] in a paper leads to the list of evidence at its end, where the frozen figures stand with their
hash, so that somebody can check next year.
"""

from collections.abc import Iterable
from dataclasses import replace

from core.dates import written
from core.papers import ScrutinyPaper
from core.records import FIGURES, Evidence
from reports.parts import Block, Part, Said, Table

CAPTION = "Evidence"


def known_of(paper: ScrutinyPaper) -> dict[str, Evidence]:
    """Every piece of evidence that the paper has, by reference; its own figures always."""
    period = paper.summary.period
    named = f"Figures of {written(period.start)} to {written(period.end)}, protected as Appendix B"
    own = Evidence(FIGURES, f"{named} says. Not frozen yet.")
    return {FIGURES: own} | {one.ref: one for one in paper.record.evidence}


def marked(parts: list[Part], known: dict[str, Evidence]) -> tuple[Evidence, ...]:
    """Write the marks into the parts, in the order of first use; the evidence in that order."""
    used: dict[str, int] = {}
    for part in parts:
        part.blocks = [_marked(b, known, used) for b in part.blocks if not _hollow(b, known)]
    return tuple(known[ref] for ref in used)


def _hollow(block: Block, known: dict[str, Evidence]) -> bool:
    """A claim whose evidence is not there."""
    return isinstance(block, Said) and bool(block.rests) and not known.keys() & {*block.rests}


def _marked(block: Block, known: dict[str, Evidence], used: dict[str, int]) -> Block:
    if not isinstance(block, Said) or not block.rests:
        return block
    refs = [ref for ref in block.rests if ref in known]
    numbers = [used.setdefault(ref, len(used) + 1) for ref in refs]
    return replace(block, words=f"{block.words} {marks(numbers)}")


def marks(numbers: Iterable[int]) -> str:
    """[E1] or [E1, E4]."""
    return f"[{', '.join(f'E{number}' for number in numbers)}]"


def list_of(part: Part, used: tuple[Evidence, ...]) -> None:
    """The list itself, with the hash of what was frozen."""
    if not used:
        part.say("Nothing in this paper rests on evidence yet.")
        return
    part.say(
        "A mark such as [E1] beside a sentence names what it rests on. Figures were frozen before "
        "they were printed; the line of letters and numbers (SHA-256) lets anybody check later "
        "that they are still the same."
    )
    rows = tuple(
        (f"E{number}", one.words + (f" SHA-256: {one.sha256}" if one.sha256 else ""))
        for number, one in enumerate(used, 1)
    )
    described = "One row for each piece of evidence, with what it is."
    part.add(Table(CAPTION, described, ("Mark", "What it is"), rows))
