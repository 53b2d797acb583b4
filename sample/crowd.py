"""The invented people of the sample: reads `voices/*.jsonl`, and refuses a line that is not right.

Each line says how many days ago somebody wrote, so that the sample is as fresh as its pouring.
"""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from core.facts import (
    AgeBand,
    Door,
    Face,
    HalfDay,
    Kind,
    Openness,
    Permission,
    Submission,
    Voice,
    Who,
)
from core.permissions import places_of
from core.wants import Want

VOICES = Path(__file__).with_name("voices")
REPLIES = Path(__file__).with_name("replies.toml")
ANSWERED_AFTER_DAYS = 40
GOOD = frozenset({Face.GREAT, Face.GOOD})
FIELDS = frozenset(
    {"voice", "kind", "words", "topic", "face", "age_band", "permission"}
    | {"days_ago", "half", "agreed", "reply", "details", "who"}
)
NAMES = "names"  # only where the words hold any
OPTIONAL = frozenset({NAMES, "wants", "sentences"})


@dataclass(frozen=True, slots=True)
class Person:
    """One invented person: what they send and when, and what the sample officer makes of it.

    Args:
        names: names and places in the words, each with its kind; the officer masks them.
        agreed: the themes that the officer agrees, or None where nobody has read it yet.
    """

    said: Submission
    days_ago: int
    half: HalfDay
    agreed: tuple[str, ...] | None
    reply: str | None
    names: tuple[tuple[str, str], ...] = ()


def crowd() -> tuple[Person, ...]:
    """Everybody, oldest words first; whoever wrote long ago has an answer."""
    common = tomllib.loads(REPLIES.read_text("utf-8"))
    found = [
        _answered(_person(json.loads(line), f"sample {file.stem} {number}", number), common, number)
        for file in sorted(VOICES.glob("*.jsonl"))
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
    ]
    return tuple(sorted(found, key=lambda one: (-one.days_ago, one.half)))


def _answered(person: Person, common: Mapping[str, Any], number: int) -> Person:
    """The person with one of the common answers, where they have none and waited long enough."""
    if person.reply or not person.agreed or person.days_ago < ANSWERED_AFTER_DAYS:
        return person
    said = person.said
    glad = said.kind is Kind.GOOD_NEWS or said.face in GOOD
    said_to_all = common["good_news"] if glad else common[said.voice][person.agreed[0]]
    return replace(person, reply=said_to_all[number % len(said_to_all)])


def _person(held: Mapping[str, Any], once_key: str, number: int) -> Person:
    if held.keys() - OPTIONAL != FIELDS:
        raise ValueError(f"{once_key}: {sorted(held.keys() ^ FIELDS)}")
    sentences = tuple(Permission(one) for one in held.get("sentences", ()))
    if sentences and len(sentences) != len(places_of(held["words"])):
        raise ValueError(f"{once_key}: {len(sentences)} permissions do not fit its sentences")
    voice = Voice(held["voice"])
    said = Submission(
        voice=voice,
        door=Door.SLACK if voice is Voice.PRACTITIONER and number % 2 else Door.WEB,
        words=held["words"],
        once_key=once_key,
        kind=Kind(held["kind"]),
        topic=held["topic"],
        face=Face(held["face"]) if held["face"] else None,
        age_band=AgeBand(held["age_band"]) if held["age_band"] else None,
        permission=Permission(held["permission"]),
        sentences=sentences,
        wants=frozenset(Want(one) for one in held.get("wants", ())),
        who=_who(held["who"]),
        details=tuple((label, text) for label, text in held["details"]),
    )
    names = tuple(held.get(NAMES, {}).items())
    agreed = None if held["agreed"] is None else tuple(held["agreed"])
    return Person(said, held["days_ago"], HalfDay(held["half"]), agreed, held["reply"], names)


def _who(held: Mapping[str, str] | None) -> Who:
    return Who() if held is None else Who(Openness(held["openness"]), held["name"], held["reach"])
