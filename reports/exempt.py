"""Part B: words that councillors may read in private only.

Source: Local Government Act 1972, Schedule 12A, Part 1, paragraphs 1 and 2.
"""

from core.facts import Voice
from core.papers import ScrutinyPaper
from core.summaries import Quote
from reports.parts import Part, Quoted, SubHeading
from reports.voices import WHOSE

WHY = (
    "This part is not for publication. It holds information that relates to an individual, or is "
    "likely to reveal the identity of an individual (Local Government Act 1972, Schedule 12A, "
    "Part 1, paragraphs 1 and 2). In all the circumstances the public interest in keeping it from "
    "the public is greater than the public interest in showing it: children speak here who let "
    "councillors, and nobody else, read their words."
)


def composed(paper: ScrutinyPaper, quotes: dict[str, tuple[Quote, ...]]) -> list[Part]:
    """The words by theme.

    Args:
        quotes: theme name to the words under it.
    """
    reason, words = Part("1", "Why this part is exempt"), Part("2", "Words for councillors alone")
    reason.say(WHY, "Please give this paper back after the item. Do not copy or forward it.")
    if not quotes:
        words.say("There are no words for councillors alone. This item needs no Part B.")
    for name, held in quotes.items():
        words.add(SubHeading(name))
        for voice in Voice:
            mine = [quote for quote in held if quote.voice is voice]
            if mine:
                words.say(f"From {WHOSE[voice]}:")
                words.add(*(Quoted(quote.words) for quote in mine))
    return [reason, words]
