"""The sections that hold what officers wrote and what came of earlier decisions."""

from core.actions import KINDS, Action
from core.dates import written
from core.digests import Heard
from core.papers import ScrutinyPaper
from core.records import ACTION, TOTALS, Written
from core.suppression import shown
from reports.numbers import told
from reports.parts import Part, SubHeading, Table


def said(part: Part, paragraphs: tuple[Written, ...]) -> bool:
    """Print what officers wrote, each with what it rests on; whether there was anything."""
    for one in paragraphs:
        part.say(one.words, rests=one.rests)
    return bool(paragraphs)


def by_theme(part: Part, paper: ScrutinyPaper, section: str) -> bool:
    """What officers wrote for a section, under the theme that it answers."""
    mine = paper.record.in_section(section)
    found = said(part, tuple(one for one in mine if not one.theme))
    for line in paper.summary.themes:
        of_theme = tuple(one for one in mine if one.theme == line.key)
        if of_theme:
            part.add(SubHeading(line.name))
            found = said(part, of_theme) or found
    return found


def actions(part: Part, paper: ScrutinyPaper) -> bool:
    """Every earlier decision with where it stands, the overdue ones first."""
    record = paper.record
    today = record.today or paper.meeting_on
    ranked = sorted(record.since, key=lambda one: (not one.overdue(today), one.made_on, one.label))
    if not ranked:
        return False
    late = [one for one in ranked if one.overdue(today)]
    refs = tuple(f"{ACTION}:{one.id}" for one in ranked)
    many = "One earlier decision or promise is"
    if len(ranked) > 1:
        many = f"{len(ranked)} earlier decisions and promises are"
    part.say(f"{many} listed here. {_late(len(late))}", rests=refs)
    part.add(_table(ranked, today=today))
    return True


def _late(many: int) -> str:
    if not many:
        return "None is past its day."
    if many == 1:
        return "One is past its day and stands first."
    return f"{many} are past their day and stand first."


def _table(ranked: list[Action], *, today: object) -> Table:
    return Table(
        caption="What was decided, and what happened",
        description=(
            "One row for each earlier decision: what was to be done, by whom, by when, where it "
            "stands, and the latest evidence of progress."
        ),
        head=("Action", "Owner", "Due", "Where it stands", "Latest progress and its evidence"),
        rows=tuple(_row(one, today) for one in ranked),
    )


def _row(one: Action, today: object) -> tuple[str, ...]:
    last = one.progress[-1] if one.progress else None
    proof = "None reported."
    if last is not None:
        kinds = (
            ("quantified", last.quantified),
            ("measured", last.measured),
            ("substantiated", last.substantiated),
        )
        held = "; ".join(f"{kind}: {words}" for kind, words in kinds if words)
        missing = ", ".join(kind for kind, words in kinds if not words)
        proof = f"{written(last.on)}: {last.words}" + (f" ({held})" if held else "")
        proof += f" Not yet {missing}." if missing else ""
    return (
        f"{KINDS[one.kind]} {one.label}".strip() + f": {one.words}",
        one.owner or "No owner named",
        written(one.due_on) if one.due_on else "No day set",
        one.standing(today),  # type: ignore[arg-type] # a day, as the caller has it
        proof,
    )


def silence(part: Part, paper: ScrutinyPaper) -> None:
    """Who was not heard, beside totals that officers know; or that nobody has typed them in."""
    lines = paper.record.silence
    if not lines:
        part.say(
            "This report speaks for those who chose to write. How they compare with all children "
            "in care and care leavers has not been recorded for this section yet."
        )
        return
    quiet = [line.total.name for line in lines if line.quiet]
    least = paper.summary.threshold
    part.say(
        "This report speaks for those who chose to write. The table sets them beside all there "
        f"are. {_quiet(quiet)}",
        rests=(TOTALS,),
    )
    part.add(
        Table(
            caption="Who was heard, beside all there are",
            description="One row for each group: how many were heard, and how many there are.",
            head=("Group", "Heard", "How many there are"),
            rows=tuple(
                (x.total.name, _heard(x), told(shown(x.total.number, least))) for x in lines
            ),
        )
    )


def _quiet(names: list[str]) -> str:
    if not names:
        return "No group was much quieter than the others."
    named = "; ".join(names)
    return f"Fewer than one in three was heard, or nobody could be counted, of: {named}."


def _heard(line: Heard) -> str:
    if line.heard is None:
        return "not asked"
    share = "" if line.share is None else f", about {line.share} in 100"
    return f"{told(line.heard)}{share}"
