"""The appendices: the method, what was said in public, and in plain words what was said most."""

from core.facts import Statement
from core.papers import ScrutinyPaper
from core.records import FIGURES
from core.summaries import Summary, ThemeLine
from reports.numbers import told
from reports.parts import Block, Part, Points, Quoted, Said, SubHeading
from reports.sections import checked, only_count

MOST_THEMES = 5


def most_said(summary: Summary, *, young: bool) -> list[Block]:
    """What was said most, in plain words: the themes whose numbers may be shown."""
    total = summary.young_people if young else summary.practitioners
    who = "you" if young else "people who work with you"
    if total.number == 0:
        return [Said("", f"We did not hear from {who} this time.", (FIGURES,))]
    lines = tuple(f"{name}: {many} messages" for name, many in loudest(summary, young=young))
    if not lines:
        return [
            Said("", f"We heard from {who}.", (FIGURES,)),
            Said("", "There were only a few messages about each thing."),
            Said("", "We do not show small numbers. That keeps people safe."),
        ]
    most = f"We heard from {who}. Most messages were about these things:"
    return [Said("", most, (FIGURES,)), Points(lines)]


def loudest(summary: Summary, *, young: bool = True) -> list[tuple[str, str]]:
    """Plain names and numbers of the themes that were raised most, where they may be told."""
    counts = [(x, x.young_people if young else x.practitioners) for x in summary.themes]
    ranked = sorted((-(n.number or 0), x.plain or x.name, told(n)) for x, n in counts if n.number)
    return [(name, many) for _, name, many in ranked[:MOST_THEMES]]


def method(part: Part, paper: ScrutinyPaper) -> None:
    """How views were gathered, counted, checked and hidden."""
    least = paper.summary.threshold
    part.say(
        "Views came by a web form, by Slack (practitioners only) and from surveys. Nobody needed "
        "an account, and people could leave out who they are.",
        "The questions, as people saw them, were:",
    )
    part.add(Points(paper.questions_asked or ("No questions have been recorded yet.",)))
    part.say(
        "A machine suggests themes for each view. An officer reads the view and agrees or changes "
        "them. The report holds no score and no judgement of feeling by a machine.",
    )
    part.say(checked(paper), only_count(paper), rests=(FIGURES,))
    part.say(
        "Words are quoted only where the person agreed that everyone may read them, and only "
        f"under a theme with {least} or more views. Personal details are taken out first.",
        f"A number under {least} is never shown. A view may be about several things, and one "
        "person may send several views, so the report says “views” and not “people”.",
    )


def in_public(part: Part, paper: ScrutinyPaper) -> None:
    """Public minutes under their themes, each quoted once in full and named by its source."""
    lines = [line for line in paper.summary.themes if line.statements]
    if not lines:
        part.say("No public minutes have been recorded for this section yet.")
        return
    part.say(
        "These statements are quoted from minutes of public meetings. They are public already. "
        "They are not views of young people or practitioners and are never counted with them.",
        "A statement about several themes is quoted once, under the theme that it is most about, "
        "and named under the others. Elements of the Continuous Service Improvement framework "
        "stand in brackets.",
    )
    at = _places(lines, first=3)
    for line in lines:
        part.add(SubHeading(_with_framework(line)))
        own = [said for said in line.statements if _home(said, lines) == line.key]
        others = [said for said in line.statements if said not in own]
        for said in own:
            part.say(f"{said.source}, statement {said.position}:")
            part.add(Quoted(said.words, said.source))
        if others:
            numbers = sorted(at[said] for said in others)
            part.say(f"See{' also' * bool(own)} {_and([f'{part.mark}.{n}' for n in numbers])}.")


def _home(said: Statement, lines: list[ThemeLine]) -> str:
    """The theme under which a statement is quoted in full: the first of its own that is shown."""
    shown = {line.key for line in lines if said in line.statements}
    return next((key for key in said.themes if key in shown), min(shown))


def _places(lines: list[ThemeLine], first: int) -> dict[Statement, int]:
    """Where each statement will be quoted, so that a theme before it can name the place."""
    at: dict[Statement, int] = {}
    number = first
    for line in lines:
        own = [said for said in line.statements if _home(said, lines) == line.key]
        for said in own:
            at[said] = number
            number += 1
        number += len(own) < len(line.statements)
    return at


def _with_framework(line: ThemeLine) -> str:
    """The theme's name with the elements of the improvement framework that it answers to."""
    own = [element for element in line.csi if element.casefold() != line.name.casefold()]
    return f"{line.name} ({'; '.join(own)})" if own else line.name


def _and(numbers: list[str]) -> str:
    if len(numbers) == 1:
        return f"paragraph {numbers[0]}"
    return f"paragraphs {', '.join(numbers[:-1])} and {numbers[-1]}"
