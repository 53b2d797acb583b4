"""Places in a practitioner's words where a child's details may stand, and what to say instead.

It warns and never blocks: who writes decides, and what stays is masked by an officer later.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

from core.facts import PersonalDetail

# What a detail is called, and what may stand in its place.
SAID: MappingProxyType[str, tuple[str, str]] = MappingProxyType(
    {
        "PERSON": ("a name", "[a child]"),
        "COLLEAGUE": ("a name", "[a colleague]"),
        "INITIALS": ("initials", "[a child]"),
        "DOB": ("a date of birth", "[a date of birth]"),
        "ADDRESS": ("an address", "[an address]"),
        "POSTCODE": ("a postcode", "[a postcode]"),
        "CASE_REF": ("a case number", "[a case number]"),
        "NHS_NUMBER": ("an NHS number", "[an NHS number]"),
        "PHONE": ("a phone number", "[a phone number]"),
        "EMAIL": ("an email", "[an email]"),
        "SOCIAL_HANDLE": ("an account name", "[an account name]"),
        "SCHOOL": ("a school", "[a school]"),
    }
)
LONGEST, AROUND = 60, 18
A_COLLEAGUE = re.compile(
    r"\b(?:mr|mrs|ms|miss|dr|manager|worker|colleague|supervisor|officer|teacher|judge|head|"
    r"councillor|director|advocate|guardian|iro)\.?,?\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Slip:
    """One detail that stands in the words.

    Args:
        around: the words about it, on one line, so that whoever wrote them finds the place.
        likely: it is probably a child's; a colleague's name is shown, but not ticked.
    """

    text: str
    type: str
    around: str
    likely: bool = True

    @property
    def what(self) -> str:
        """What it is, in words: a name."""
        return SAID[self.type][0]

    @property
    def instead(self) -> str:
        """What may stand in its place: [a child]."""
        return SAID[self.type][1]

    @property
    def value(self) -> str:
        """The detail as the value of its box on a form."""
        return f"{self.type}:{self.text}"


def slip_of(value: str) -> Slip | None:
    """The detail that a box stands for; None where it is not one of ours."""
    type_, _, text = value.partition(":")
    return Slip(text, type_, "") if type_ in SAID and text else None


def slips_of(values: Iterable[str]) -> tuple[Slip, ...]:
    """The details that these boxes stand for."""
    return tuple(slip for value in values if (slip := slip_of(value)))


@dataclass(frozen=True, slots=True)
class LookedOver:
    """What was found, each text once. `read` is False where the machine could not look."""

    slips: tuple[Slip, ...]
    read: bool = True


def slips_in(text: str, spans: Iterable[PersonalDetail]) -> tuple[Slip, ...]:
    """The details that matter here, first to last, each text once."""
    found: dict[str, Slip] = {}
    for span in sorted(spans, key=lambda one: one.start):
        told = text[span.start : span.end]
        if span.type in SAID and told not in found and len(told) <= LONGEST:
            adult = span.type == "PERSON" and A_COLLEAGUE.search(text[: span.start][-20:])
            type_ = "COLLEAGUE" if adult else span.type
            found[told] = Slip(told, type_, _around(text, span), likely=not adult)
    return tuple(found.values())


def _around(text: str, span: PersonalDetail) -> str:
    before, after = text[: span.start], text[span.end :]
    left, right = before[-AROUND:], after[:AROUND]
    if left != before:
        left = left.partition(" ")[2] or left
    if right != after:
        right = right.rpartition(" ")[0]
    told = " ".join(f"{left}{text[span.start : span.end]}{right}".split())
    return f"{'… ' if left != before else ''}{told}{' …' if right != after else ''}"


def replaced(text: str, slips: Iterable[Slip]) -> str:
    """The text with each of these details replaced wherever it stands as a word of its own."""
    for slip in sorted(slips, key=lambda one: -len(one.text)):
        found = re.compile(rf"(?<!\w){re.escape(slip.text)}(?!\w)")
        text = found.sub(slip.instead.replace("\\", ""), text)
    return text
