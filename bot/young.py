"""A young person's view, written down with an adult: their words apart from what the adult saw."""

from collections.abc import Mapping
from typing import Any

from slack_sdk.models.blocks import Block

from bot.blocks import ask_from_list, ask_one, ask_words, modal, ring_lines, say
from bot.fields import AGE, AREA, FACE, KNOWS, NO, NOT_SURE, QUOTE, RISK, SAW, WORDS, YES, YOUNG
from bot.modal import ask_risk, cut_note
from bot.submission import answers, choice, once_key
from core.assisted import details_of
from core.council import Council
from core.facts import AgeBand, Door, Face, Permission, Submission, Voice
from core.questions import WITH_AN_ADULT
from core.themes import SHIPPED, ThemeList

FACES = (
    (Face.GREAT, "Great"),
    (Face.GOOD, "Good"),
    (Face.OKAY, "OK"),
    (Face.BAD, "Bad"),
    (Face.AWFUL, "Awful"),
)
QUOTING = (
    (Permission.EVERYONE.value, "Yes, councillors and everyone", ""),
    (Permission.COUNCILLORS.value, "Only councillors, in private", ""),
    (Permission.COUNT_ONLY.value, "No, or I did not ask", "Then it is only counted."),
)


def young_modal(
    council: Council, themes: ThemeList = SHIPPED, typed: str = "", notes: tuple[str, ...] = ()
) -> dict[str, Any]:
    """The form as Slack wants it; `typed` stands as their words, to be made theirs."""
    blocks = [
        *(say(note) for note in (*notes, *cut_note(typed))),
        ask_risk("Ring now: the numbers stand below. An alert goes out as well."),
        say(f"If yes, ring now. Do not wait for us.\n{ring_lines(council)}"),
        say(
            "Write with the young person, in their own words, or just after. Slack is for staff: "
            "a young person who wants to write alone uses the web form."
        ),
        *_questions(themes, typed),
    ]
    return modal(YOUNG, "A young person's view", blocks, submit="Send", close="Cancel")


def _questions(themes: ThemeList, typed: str) -> list[Block]:
    ages = [(str(band), f"{band.replace('-', ' to ')}", "") for band in AgeBand]
    areas = [(NOT_SURE, "Not sure"), *((t.key, t.name) for t in themes.for_young_people)]
    knows = ((YES, "Yes", ""), (NO, "Not yet", "Tell them when you can, and give them the code."))
    ask = WITH_AN_ADULT
    return [
        ask_words(WORDS, ask[WORDS], hint="Only what they said or wrote.", typed=typed),
        ask_words(SAW, ask[SAW], hint="Yours, and kept apart from their words.", optional=True),
        ask_from_list(AREA, ask[AREA], areas),
        ask_one(AGE, ask[AGE], ages, optional=True),
        ask_one(FACE, ask[FACE], ((str(f), text, "") for f, text in FACES), optional=True),
        ask_one(QUOTE, ask[QUOTE], QUOTING, chosen=Permission.COUNT_ONLY.value),
        ask_one(KNOWS, ask[KNOWS], knows),
    ]


def read_young(body: Mapping[str, Any], themes: ThemeList) -> Submission:
    """What was written down, as the young person's own view. The adult's id is left behind."""
    said = answers(body["view"])
    return Submission(
        voice=Voice.YOUNG_PERSON,
        door=Door.SLACK,
        words=said.get(WORDS, ""),
        once_key=once_key(body["view"]),
        topic=themes.current(said.get(AREA, "")),
        face=Face(said[FACE]) if said.get(FACE) in set(Face) else None,
        age_band=AgeBand(said[AGE]) if said.get(AGE) in set(AgeBand) else None,
        permission=choice(Permission, said.get(QUOTE), Permission.COUNT_ONLY),
        asked_for_help=said.get(RISK) == YES,
        details=details_of(said.get(SAW, ""), knows=said.get(KNOWS) == YES),
    )
