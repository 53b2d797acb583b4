"""What is made for young people and for the room: their own version, and a sheet to read aloud."""

from itertools import zip_longest

from core.dates import written
from core.papers import ScrutinyPaper
from core.records import SignOff
from core.summaries import Quote, Summary
from reports.appendices import loudest, most_said
from reports.parts import Block, Part, Points, Quoted, Said, SubHeading

MOST_QUOTES = 2
MOST_ALOUD = 4
ALOUD = (
    "To begin",
    "What was said most",
    "In their own words",
    "What we ask you",
    "Not to be read aloud",
)
ANSWER = "young/answer"
Piece = tuple[str, list[Block]]


def version(paper: ScrutinyPaper) -> list[Part]:
    """One side in plain words, from the same figures as the long report."""
    parts = []
    for heading, blocks in _pieces(paper):
        part = Part("", heading)
        part.add(*blocks)
        parts.append(part)
    proof = "The long report says where each number and each answer comes from."
    parts[-1].add(Said("", proof))
    return parts


def young_blocks(paper: ScrutinyPaper) -> list[Block]:
    """The young people's version as the appendix holds it, under one heading."""
    pieces = _pieces(paper)
    first = Said("", "This page is for you. It says the same as the long report, in fewer words.")
    rest = [block for heading, held in pieces for block in (SubHeading(heading), *held)]
    return [first, *rest]


def _pieces(paper: ScrutinyPaper) -> list[Piece]:
    """What the young people's version says, heading by heading."""
    summary = paper.summary
    quoted = [Quoted(quote.words) for quote in _chosen(summary, MOST_QUOTES)]
    answers = paper.record.in_section(ANSWER)
    said: list[Piece] = [
        ("What you told us", [*most_said(summary, young=True), *quoted]),
        ("What people who work with you told us", most_said(summary, young=False)),
    ]
    if answers:
        said.append(("What the council says", [Said("", one.words, one.rests) for one in answers]))
    following: list[Block] = [
        Said(
            "",
            f"Councillors will read this on {written(paper.meeting_on)}. People voted for them. "
            "They check what the council does, and will ask what it is going to do.",
        ),
        Said("", "If you wrote to us, you can use your code to see what has happened."),
    ]
    agreed = signed(paper.record.sign_off, paper.young_council)
    return [*said, ("What happens next", [*following, *agreed])]


def signed(sign_off: SignOff | None, council: str) -> list[Block]:
    """Whether young people say that this is what was said."""
    name = council.removeprefix("The ").removeprefix("the ")
    if sign_off is None:
        return []
    if sign_off.yes + sign_off.no == 0:
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
    quotes = _chosen(summary, MOST_ALOUD)
    total = summary.young_people
    council = paper.young_council.removeprefix("The ").removeprefix("the ")
    begin, said, words, end, proof = (Part("", heading) for heading in ALOUD)
    begin.add(
        Said("", f"Good day. We speak for the {council}."),
        Said("", "These are words of young people in care and care leavers."),
        Said("", "They let us say them here."),
    )
    if total.number:
        begin.add(Said("", f"{total.number:,} views came from young people."))
    lines = tuple(f"{name}: {many} views" for name, many in loudest(summary))
    said.add(*([Points(lines)] if lines else [Said("", "No number may be told this time.")]))
    spoken: list[Block] = [Quoted(quote.words) for quote in quotes]
    words.add(*(spoken or [Said("", "Nobody let their words be read aloud this time.")]))
    end.add(
        Said("", "Please ask: what will change, and by when?"),
        Said("", "Then tell us, so that we can tell them."),
        Said("", "Thank you for listening."),
    )
    item = f"Every number and word here stands in the report of item {paper.item_number}."
    proof.add(Said("", f"{item} Its Appendix D says what each rests on."))
    return [begin, said, words, end, proof]


def _chosen(summary: Summary, most: int) -> list[Quote]:
    """Young people's words for a short page: the first of each theme, the loudest theme first."""
    loud = sorted(summary.themes, key=lambda line: -(line.young_people.number or 0))
    held = [[quote for quote in line.quotes if _is_young(quote)] for line in loud]
    in_turn = [quote for turn in zip_longest(*held) for quote in turn if quote is not None]
    return in_turn[:most]


def _is_young(quote: Quote) -> bool:
    return quote.voice == "young_person"
