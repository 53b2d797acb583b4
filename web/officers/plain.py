"""The desk's plain words for facts: officers read "2 days late", never a code or a score."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from enum import StrEnum

from core.dates import span_written, with_weekday, written
from core.documents import kind_of
from core.facts import AgeBand, Door, Face, Feeling, Kind, Permission, Role, State, Voice, Worry
from core.judgement import Fallback, Stance
from core.languages import language_name, needs_interpreter
from core.masking import PLAIN
from core.stories import ANSWERED, ASKED, DECIDED, FILED, GROUPED, IN_PAPER, READ, RECEIVED
from core.summaries import Count
from core.telling import change_words, number_words
from core.wants import Want
from core.working_days import LONDON
from web.door import house

# Pairs, and no dict of facts: Kind.CONCERN and Worry.CONCERN would be one key, "concern".
SAID: tuple[tuple[StrEnum, str], ...] = (
    (Voice.YOUNG_PERSON, "Young person"),
    (Voice.PRACTITIONER, "Practitioner"),
    (Door.WEB, "Web form"),
    (Door.SLACK, "Slack"),
    (Door.SURVEY, "Survey"),
    (Door.PAPER, "Paper card"),
    (Kind.VIEW, "A view"),
    (Kind.GOOD_NEWS, "Good news"),
    (Kind.CONCERN, "A concern"),
    (Face.GREAT, "Great"),
    (Face.GOOD, "Good"),
    (Face.OKAY, "Okay"),
    (Face.BAD, "Bad"),
    (Face.AWFUL, "Awful"),
    (Permission.EVERYONE, "Councillors and everyone may read these words"),
    (Permission.COUNCILLORS, "Only councillors may read these words, in private"),
    (Permission.COUNT_ONLY, "Only count it. Never quote these words"),
    (Worry.URGENT, "Urgent"),
    (Worry.CONCERN, "Worry"),
    (Worry.UNREAD, "Not judged yet"),
    (Worry.NONE, "No sign found"),
    (Feeling.POSITIVE, "Positive"),
    (Feeling.NEGATIVE, "Negative"),
    (Feeling.MIXED, "Mixed"),
    (Feeling.NEUTRAL, "Neutral"),
    (State.RECEIVED, "New"),
    (Stance.GOOD, "It is good as it is"),
    (Stance.BETTER, "It should be better"),
    (Stance.BOTH, "Good and bad"),
    (Stance.UNCLEAR, "Not said, or cannot tell"),
    (Fallback.OTHER, "Other: no theme here fits"),
    (Fallback.NO_REASON, "No reason given: how it is, not why"),
    (State.READ, "Read"),
    (State.GROUPED, "Themes agreed"),
    (State.ANSWERED, "Answered"),
    (State.FILED, "Filed: nobody to answer"),
    (Want.COMPLAINT, "To make a complaint"),
    (Want.ADVOCATE, "Somebody to stand up for them (an advocate)"),
    (Role.READER, "Reader: reads, and changes nothing"),
    (Role.MEMBERS_READER, "Members' reader: what is published, and nothing else"),
    (Role.REVIEWER, "Reviewer"),
    (Role.SAFEGUARDING, "Safeguarding lead"),
    (Role.PARTICIPATION, "Participation worker"),
    (Role.ADMINISTRATOR, "Administrator"),
)
WORDS = {(type(fact), fact.value): words for fact, words in SAID}
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
VERY_LIKELY, LIKELY = 0.7, 0.4
STEP_WORDS = {
    RECEIVED: "Received",
    READ: "Read by an officer",
    GROUPED: "Themes agreed",
    IN_PAPER: "Put in a paper",
    ANSWERED: "Answered",
    FILED: "Filed: it came in a survey, so nobody could read an answer",
    DECIDED: "Councillors decided",
    ASKED: "Councillors asked something back",
}


def in_words(fact: StrEnum | None) -> str:
    """The plain words for a fact; empty where there is none."""
    return "" if fact is None else WORDS[type(fact), fact.value]


def ages(band: AgeBand | None) -> str:
    """An age band, as people say it."""
    return "" if band is None else band.value.replace("-", " to ")


def due_words(due_on: date, today: date) -> str:
    """When an answer is due, as people say it."""
    left = (due_on - today).days
    if left < 0:
        return "1 day late" if left == -1 else f"{-left} days late"
    if left < 2:
        return ("due today", "due tomorrow")[left]
    said = with_weekday(due_on)
    return "due " + said.removesuffix(f" {today.year}")


def at_it_words(others: Sequence[str]) -> str:
    """Who else has a view open, and what that means; empty where nobody has."""
    if not others:
        return ""
    has = "has" if len(others) == 1 else "have"
    return f"{' and '.join(others)} {has} this open. Whoever saves second is told what changed."


def day_words(day: date, today: date) -> str:
    """A day as people say it: today, yesterday, 12 January; with its year where that is another."""
    ago = (today - day).days
    if 0 <= ago < 2:
        return ("today", "yesterday")[ago]
    return written(day).removesuffix(f" {today.year}")


def moment_words(moment: datetime) -> str:
    """A moment (UTC, naive) as people here say it: 12 January 2027 at 10:05."""
    here = moment.replace(tzinfo=UTC).astimezone(LONDON)
    return f"{written(here.date())} at {here:%H:%M}"


def band(score: float) -> str:
    """How sure the machine is, in words.

    Rationale: a figure such as 0.71 looks more exact than it is.
    """
    if score >= VERY_LIKELY:
        return "very likely"
    return "likely" if score >= LIKELY else "possible"


def count_words(count: Count) -> str:
    """A count as a table prints it, with small numbers hidden."""
    return number_words(count)


def span(days: int) -> str:
    """A span of days as people say it."""
    return span_written(days)


def written_iso(text: str) -> str:
    """A day that is kept as text, as people write it."""
    return written(date.fromisoformat(text))


def theme_names(keys: tuple[str, ...]) -> str:
    """The names of these themes in one line."""
    return ", ".join(map(house().themes().name_of, keys)) or "none"


def spaced(code: str) -> str:
    """A code such as self_harm or PHONE as ordinary words."""
    return code.replace("_", " ").lower()


def label(type_: str) -> str:
    """What stands in brackets where a detail of this type is masked."""
    return PLAIN.get(type_, type_.casefold())


def capital(text: str) -> str:
    """The text with a capital at its start, the rest untouched."""
    return text[:1].upper() + text[1:]


def readable(text: str) -> str:
    """The text with a box for each control character, which a page may not hold."""
    return CONTROLS.sub("\ufffd", text)


def step_words(what: str) -> str:
    """What happened to a view, as officers say it."""
    return STEP_WORDS.get(what, spaced(what))


def in_fours(secret: str) -> str:
    """The letters in groups that people can type."""
    return " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))


MASK_TYPES = (*PLAIN.items(), ("DETAIL", "something else that tells who it is"))
FILTERS = (
    *(in_words, ages, written, day_words, written_iso, moment_words, at_it_words, due_words),
    *(band, count_words, change_words),
    *(theme_names, spaced, step_words, label, capital, readable),
    *(language_name, needs_interpreter, span, kind_of),
)
