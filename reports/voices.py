"""The sections that say what people told us, theme by theme, and where they agree."""

from core.dates import written
from core.facts import Face, Voice
from core.headings import AGREE_AND_DIFFER, PRACTITIONERS, YOUNG_PEOPLE
from core.papers import ScrutinyPaper
from core.records import FIGURES
from core.summaries import Count, Summary, ThemeLine
from reports import recorded
from reports.numbers import any_at_all, told, views
from reports.parts import Part, Quoted, SubHeading, Table

SECTION = {Voice.YOUNG_PERSON: YOUNG_PEOPLE, Voice.PRACTITIONER: PRACTITIONERS}
WHOSE = {Voice.YOUNG_PERSON: "young people", Voice.PRACTITIONER: "practitioners"}
LOCKED = "No words are quoted under this theme."


def raised(summary: Summary) -> tuple[ThemeLine, ...]:
    """The themes that either voice raised, in their fixed order."""
    return tuple(
        line
        for line in summary.themes
        if any_at_all(line.young_people) or any_at_all(line.practitioners)
    )


def count_of(line: ThemeLine, voice: Voice) -> Count:
    """How many views of that voice carry the theme."""
    return line.young_people if voice is Voice.YOUNG_PERSON else line.practitioners


def young_people(part: Part, paper: ScrutinyPaper) -> None:
    """What young people told us: one sub-heading per theme."""
    _voice(part, paper, Voice.YOUNG_PERSON, paper.summary.young_people)


def practitioners(part: Part, paper: ScrutinyPaper) -> None:
    """What practitioners told us: the same themes in the same order."""
    _voice(part, paper, Voice.PRACTITIONER, paper.summary.practitioners)


def _voice(part: Part, paper: ScrutinyPaper, voice: Voice, total: Count) -> None:
    whose, period = WHOSE[voice], paper.summary.period
    between = f"received between {written(period.start)} and {written(period.end)}"
    part.say(views(total, whose, between), rests=(FIGURES,))
    lines = raised(paper.summary)
    if not lines:
        part.say("No themes have been agreed for this period yet.")
        return
    part.say(
        "Words in quotation marks are people's own and are used with their permission. "
        "A [word in square brackets] stands where a personal detail was taken out."
    )
    section = SECTION[voice]
    known = {line.key for line in lines}
    apart = (one for one in paper.record.in_section(section) if one.theme not in known)
    recorded.said(part, tuple(apart))
    for line in lines:
        if _says_more(paper, line, voice):
            _theme(part, paper, line, voice)
    _others(part, [x for x in paper.summary.themes if not _says_more(paper, x, voice)], voice)


def _says_more(paper: ScrutinyPaper, line: ThemeLine, voice: Voice) -> bool:
    """Whether a theme has a number of this voice that may be told, or words of an officer."""
    return bool(count_of(line, voice).number or paper.record.in_section(SECTION[voice], line.key))


def _others(part: Part, lines: list[ThemeLine], voice: Voice) -> None:
    """The themes of which nothing but a small number, a hidden one, or none can be told."""
    if lines:
        part.add(SubHeading("Other themes"))
    whose = f"views from {WHOSE[voice]} were about"
    counted: dict[Count, list[str]] = {}
    for line in lines:
        counted.setdefault(count_of(line, voice), []).append(line.name)
    for count, names in sorted(counted.items(), key=lambda pair: (pair[0].number == 0, str(pair))):
        listed = _listed(names)
        if count.number == 0:
            said = f"No {whose} the following: {listed}."
        elif count.under:
            many = told(count).capitalize()
            said = f"{many} {whose} each of the following, so no words are quoted: {listed}."
        else:
            said = f"How many {whose} each of the following is not shown: {listed}."
        part.say(said, rests=(FIGURES,))


def _theme(part: Part, paper: ScrutinyPaper, line: ThemeLine, voice: Voice) -> None:
    part.add(SubHeading(line.title))
    count = count_of(line, voice)
    quotes = [quote for quote in line.quotes if quote.voice is voice]
    without = f" {LOCKED}" if any_at_all(count) and not quotes else ""
    part.say(f"{views(count, WHOSE[voice], 'about this')}{without}", rests=(FIGURES,))
    if voice is Voice.YOUNG_PERSON and (felt := _felt(paper, line)):
        part.say(felt, rests=(FIGURES,))
    part.add(*(Quoted(quote.words) for quote in quotes))
    recorded.said(part, paper.record.in_section(SECTION[voice], line.key))


def _felt(paper: ScrutinyPaper, line: ThemeLine) -> str:
    """Which faces young people picked themselves, where enough did."""
    faces = paper.record.faces.get(line.key, {})
    told_ = [
        f"{face.value} ({told(faces[face])})"
        for face in Face
        if face in faces and faces[face].number
    ]
    if not told_:
        return ""
    rest = any(count.number is None for count in faces.values())
    others = " How many picked another face, or none, is not shown." if rest else ""
    return f"Young people could pick a face themselves. They picked: {', '.join(told_)}.{others}"


def agree_and_differ(part: Part, paper: ScrutinyPaper) -> None:
    """A table of both voices' counts, and in words where they meet and part."""
    summary = paper.summary
    lines = raised(summary)
    if not lines:
        part.say("No themes have been agreed for this period yet, so nothing can be compared.")
        return
    part.say(
        "The table shows how many views carry each theme. One view may carry several themes, so "
        "the columns do not add up to the number of views."
    )
    part.add(_table(lines, summary.threshold))
    recorded.said(part, paper.record.in_section(AGREE_AND_DIFFER))
    both, young, working, open_ = compared(lines)
    part.say(*_told_apart(both, young, working), rests=(FIGURES,))
    if open_:
        part.say(
            "Small or hidden numbers do not let the two be compared on the following: "
            f"{_listed(open_)}.",
            rests=(FIGURES,),
        )


def compared(
    lines: tuple[ThemeLine, ...],
) -> tuple[list[str], list[str], list[str], list[str]]:
    """Names of the themes that both raised, one only, the other only, and those too small to say.

    Rationale: it says nothing that the table does not show already.
    """
    both, young, working, open_ = [], [], [], []
    for line in lines:
        ours, theirs = line.young_people.number, line.practitioners.number
        if ours and theirs:
            both.append(line.name)
        elif ours and theirs == 0:
            young.append(line.name)
        elif theirs and ours == 0:
            working.append(line.name)
        else:
            open_.append(line.name)
    return both, young, working, open_


def _told_apart(both: list[str], young: list[str], working: list[str]) -> list[str]:
    told_ = []
    if both:
        told_.append(f"Young people and practitioners both raised the following: {_listed(both)}.")
    if young:
        told_.append(
            f"Young people raised the following and no practitioner did: {_listed(young)}."
        )
    if working:
        told_.append(
            f"Practitioners raised the following and no young person did: {_listed(working)}."
        )
    return told_


def _listed(names: list[str]) -> str:
    return "; ".join(names)


def _table(lines: tuple[ThemeLine, ...], threshold: int) -> Table:
    return Table(
        caption="Table 1: Views by theme and voice",
        description=(
            "One row for each theme, with the number of views from young people and from "
            f"practitioners. Numbers under {threshold} are hidden."
        ),
        head=("Theme", "Young people", "Practitioners"),
        rows=tuple(
            (line.name, told(line.young_people), told(line.practitioners)) for line in lines
        ),
    )
