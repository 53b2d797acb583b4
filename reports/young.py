"""What is made for young people and for the room: their own version, and a sheet to read aloud."""

from core.dates import written
from core.papers import ScrutinyPaper
from core.records import SignOff
from core.summaries import Quote
from reports.appendices import MOST_THEMES, most_said
from reports.numbers import told
from reports.parts import Block, Part, Points, Quoted, Said, SubHeading

MOST_QUOTES = 3
ANSWER = "young/answer"


def version(paper: ScrutinyPaper) -> list[Part]:
    """One side in plain words, from the same figures as the long report."""
    part = Part("", "What you told us")
    part.add(*young_blocks(paper))
    return [part]


def young_blocks(paper: ScrutinyPaper) -> list[Block]:
    """The young people's version without its heading, as the appendix holds it too."""
    summary = paper.summary
    words = [quote for line in summary.themes for quote in line.quotes if _is_young(quote)]
    answers = paper.record.in_section(ANSWER)
    blocks: list[Block] = [
        Said("", "This page is for you. It says the same as the long report, in fewer words."),
        SubHeading("What you said most"),
        *most_said(summary, young=True),
        *(Quoted(quote.words) for quote in words[:MOST_QUOTES]),
        SubHeading("What people who work with you said most"),
        *most_said(summary, young=False),
    ]
    if answers:
        blocks += [SubHeading("What the council says"), *(Said("", one.words) for one in answers)]
    return [
        *blocks,
        SubHeading("What happens next"),
        Said("", f"Councillors will read this on {written(paper.meeting_on)}."),
        Said("", "They will ask the council what it is going to do."),
        Said("", "If you wrote to us, you can use your code to see what has happened."),
        *signed(paper.record.sign_off, paper.young_council),
    ]


def signed(sign_off: SignOff | None, council: str) -> list[Block]:
    """Whether young people say that this is what was said."""
    name = council.removeprefix("The ").removeprefix("the ")
    if sign_off is None or sign_off.yes + sign_off.no == 0:
        return [Said("", f"Nobody from the {name} has read this page yet.")]
    yes, no = sign_off.yes, sign_off.no
    if not no:
        members = "A member" if yes == 1 else "Members"
        said = f"{members} of the {name} read this page and said: yes, that is what we said."
        return [Said("", said)]
    agreed = " Others said yes." if yes else ""
    refused = f"Somebody from the {name} said: no, that is not what we said.{agreed}"
    return [Said("", refused), *([Points(sign_off.reasons)] if sign_off.reasons else [])]


def aloud(paper: ScrutinyPaper) -> list[Part]:
    """A sheet to read aloud before the item, one thought to a line."""
    summary = paper.summary
    part = Part("", "To be read aloud before the item")
    quotes = [quote for line in summary.themes for quote in line.quotes if _is_young(quote)]
    total = told(summary.young_people)
    part.add(
        Said("", f"Good day. We speak for the {paper.young_council.removeprefix('The ')}."),
        Said("", "These are words of young people in care and care leavers."),
        Said("", "They let us say them here."),
        *([Said("", f"{total} views came from young people.")] if total != "not shown" else []),
        SubHeading("What was said most"),
        *most_said(summary, young=True),
        SubHeading("In their own words"),
        *(Quoted(quote.words) for quote in quotes[:MOST_THEMES]),
        SubHeading("What we ask you"),
        Said("", "Please ask: what will change, and by when?"),
        Said("", "Then tell us, so that we can tell them."),
        Said("", "Thank you for listening."),
    )
    return [part]


def _is_young(quote: Quote) -> bool:
    return quote.voice == "young_person"
