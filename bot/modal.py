"""The form in Slack, step by step: is a child at risk, and what it is. bot.check is the last."""

from collections.abc import Iterable, Mapping
from typing import Any

from slack_sdk.models.blocks import Block

from bot import openness
from bot.blocks import LONGEST, ask_from_list, ask_one, ask_words, heading, modal, ring_lines, say
from bot.fields import (
    ALERT,
    AREA,
    FIRST,
    HELPS,
    IMPACT,
    KIND,
    NO,
    NOT_SURE,
    RISK,
    SAMPLE,
    SAY,
    TEAM,
    TRIED,
    WHO,
    WORDS,
    YES,
)
from bot.memory import Memory
from bot.workspace import SlackSettings
from core.council import Council
from core.facts import Kind
from core.questions import PRACTITIONERS
from core.themes import SHIPPED, ThemeList

TYPED_IN_COMMAND = (
    "You typed something after the command. Heard has dropped it. Slack may have kept it. "
    "Please never write a concern there: write it in this form."
)
FROM_MESSAGE = (
    "The message stands below, without who wrote it or where. Change it until it says what you "
    "want to say. Nothing is sent yet."
)
CUT = "The message is longer than a form can hold. Only its start is here."
NO_NAMES = 'Leave out names, dates of birth, addresses and case numbers: say "a child".'
Answers = Mapping[str, str]


def first_modal(
    council: Council, slack: SlackSettings, *, typed_in_command: bool = False
) -> dict[str, Any]:
    """The first step. It warns a person who typed text after the command."""
    warnings = [say(SAMPLE)] if council.is_sample else []
    if typed_in_command:
        warnings.append(say(TYPED_IN_COMMAND))
    blocks = [*warnings, ask_risk(), ask_kind(), who_reads(council), openness.more_private(slack)]
    return modal(FIRST, "Concern or good news", blocks, submit="Next", close="Cancel")


def from_message(council: Council, themes: ThemeList, typed: str) -> dict[str, Any]:
    """The questions with a message's text in them, to be changed; the first ones stand above."""
    notes = (*([SAMPLE] if council.is_sample else []), FROM_MESSAGE, *cut_note(typed))
    before = [
        *(say(note) for note in notes),
        ask_risk(),
        ask_kind(Kind.CONCERN),
        who_reads(council),
    ]
    return say_modal(council, Memory(), {WORDS: typed}, themes, before)


def cut_note(typed: str) -> tuple[str, ...]:
    """That only the start of a text could be put in, where that is so."""
    return (CUT,) if len(typed) > LONGEST else ()


def ask_risk(told: str = "Next: who to ring now.") -> Block:
    """Always the first question; `told` says what comes of a yes."""
    answers = ((YES, "Yes", told), (NO, "No", ""))
    return ask_one(RISK, PRACTITIONERS[RISK], answers)


def ask_kind(chosen: str = "") -> Block:
    """A concern, or what works."""
    kinds = (
        (Kind.CONCERN.value, "A concern", "Something is not right, or could be better."),
        (Kind.GOOD_NEWS.value, "Good news", "Something works, and others should know."),
    )
    return ask_one(KIND, PRACTITIONERS[KIND], kinds, chosen=chosen)


def who_reads(council: Council) -> Block:
    """Who reads it, when, and what they must pass on."""
    hours = f"{council.opens:%H:%M} to {council.closes:%H:%M}"
    return say(
        f"Who reads this: {council.readers}. They read it Monday to Friday, {hours}. "
        "If it shows that somebody could be badly hurt, they must pass it on."
    )


def alert_modal(council: Council, memory: Memory, typed: Answers) -> dict[str, Any]:
    """A child is at risk now: who to ring, and a word to the safeguarding lead, sent at once."""
    blocks = [
        heading("Ring now"),
        say(ring_lines(council)),
        say(
            "Ring first: this form is not a referral, and nobody may read it before the next "
            "working day. Then you can tell the safeguarding lead here that you rang. An alert "
            "goes to them at once; it does not wait in the queue."
        ),
        ask_words(
            WORDS,
            PRACTITIONERS[WORDS],
            hint="Who you rang and what you need. Do not look into it further yourself.",
            typed=typed.get(WORDS, ""),
        ),
        *openness.ask_who(None, typed.get(WHO, "")),
    ]
    return modal(
        ALERT,
        "A child at risk",
        blocks,
        submit="Tell the lead",
        close="Cancel",
        remembers=memory.written(),
    )


def say_modal(
    council: Council,
    memory: Memory,
    typed: Answers,
    themes: ThemeList = SHIPPED,
    before: Iterable[Block] = (),
) -> dict[str, Any]:
    """The second step: what it is about. `before` stands above its first question."""
    good = memory.kind == Kind.GOOD_NEWS
    blocks = [*before, *questions(typed, themes, good=good), *openness.other_routes(council)]
    title = "Good news" if good else "Concern"
    return modal(SAY, title, blocks, submit="Next", close="Cancel", remembers=memory.written())


def questions(typed: Answers, themes: ThemeList, *, good: bool) -> list[Block]:
    """What it is about, with what was typed before; fewer for good news."""
    areas = [(NOT_SURE, "Not sure"), *((theme.key, theme.name) for theme in themes.themes)]
    more = (IMPACT,) if good else (IMPACT, TRIED, HELPS)
    return [
        ask_from_list(AREA, PRACTITIONERS[AREA], areas, chosen=typed.get(AREA, "")),
        ask_words(
            TEAM,
            PRACTITIONERS[TEAM],
            optional=True,
            lines=False,
            hint="Leave this empty if your team is so small that it points to you.",
            typed=typed.get(TEAM, ""),
        ),
        ask_words(WORDS, PRACTITIONERS[WORDS], hint=NO_NAMES, typed=typed.get(WORDS, "")),
        *(
            ask_words(one, PRACTITIONERS[one], optional=True, typed=typed.get(one, ""))
            for one in more
        ),
    ]
