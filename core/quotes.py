"""Words on their way into print: a stretch of what somebody wrote, with brackets where words went.

Rationale: nobody may put words into a young person's mouth. What is printed is what they wrote,
less what was left out, and each place where something was left out shows it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.errors import HeardError
from core.facts import Permission, Voice

LONGEST_QUOTE = 400
LEFT_OUT = re.compile(r"\[[^\[\]]*\]|…|\.\.\.")
Span = tuple[int, int]


class QuoteState(StrEnum):
    """Where a quote stands. Only `IN` may be printed."""

    WAITING = "waiting"
    IN = "in"
    REFUSED = "refused"
    OUT = "out"


class CannotQuote(HeardError):
    """These words may not go into the bank; the message says why."""

    status = 422


class SamePerson(HeardError):
    """Who proposed a quote may not be its second check."""

    status = 409

    def __init__(self) -> None:
        super().__init__("Somebody else has to check this: you proposed it.")


@dataclass(frozen=True, slots=True)
class BankedQuote:
    """One quote as the desk sees it.

    Args:
        part: which text beside the words it is from (core.stories.Part); empty for the words.
        words: just as they would be printed.
        audience: who may read it.
        reason: why it was refused or taken out.
    """

    id: str
    view_id: str
    voice: Voice
    part: str
    words: str
    audience: Permission
    state: QuoteState
    proposed_by: str
    proposed_post: str
    proposed_on: date
    checked_post: str = ""
    checked_on: date | None = None
    reason: str = ""


def stretches(printed: str, said: str) -> tuple[Span, ...]:
    """Where in what was said each stretch of the quote stands, in order.

    Raises:
        CannotQuote: a stretch is not there, or not in this order; or nothing is left.
    """
    found: list[Span] = []
    at = 0
    for stretch in (part.strip() for part in LEFT_OUT.split(printed)):
        if not stretch:
            continue
        pattern = re.compile(r"\s+".join(map(re.escape, stretch.split())))
        match = pattern.search(said, at)
        if match is None:
            raise CannotQuote(
                "A quote may leave words out, and may not change them. This does not stand in "
                f"what they wrote: “{stretch[:60]}”"
            )
        found.append(match.span())
        at = match.end()
    if not found:
        raise CannotQuote("Nothing is left of it. Leave some of their words.")
    return tuple(found)


def checked(
    printed: str, said: str, masks: Iterable[Span], open_to: Sequence[Span]
) -> tuple[Span, ...]:
    """The stretches of a quote that may go on to its second check.

    Args:
        masks: spans of what was said that are never shown.
        open_to: spans that its writer lets this audience read.

    Raises:
        CannotQuote: it is too long, was changed, or shows what it may not.
    """
    if len(printed) > LONGEST_QUOTE:
        raise CannotQuote(f"Choose at most {LONGEST_QUOTE} letters of it.")
    found = stretches(printed, said)
    if any(_overlap(one, mask) for one in found for mask in masks):
        raise CannotQuote("It shows words that are masked. Put a word in [brackets] there.")
    if not all(any(a <= start and end <= b for a, b in open_to) for start, end in found):
        raise CannotQuote("Its writer does not let this part be read by them. Leave that part out.")
    return found


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
