"""Puts [a plain word] in the place of a personal detail."""

from collections.abc import Iterable

PLAIN = {
    "PERSON": "name",
    "PHONE": "phone number",
    "EMAIL": "email",
    "POSTCODE": "postcode",
    "ADDRESS": "address",
    "DOB": "date of birth",
    "NHS_NUMBER": "NHS number",
    "SCHOOL": "school",
    "SOCIAL_HANDLE": "account name",
    "PLACE_NAME": "place",
    "CASE_REF": "reference",
}


def masked(words: str, spans: Iterable[tuple[int, int, str]]) -> str:
    """The words with each half-open span (code points) replaced; spans may touch or overlap."""
    told: list[str] = []
    at = 0
    for start, end, type_ in sorted(spans):
        if end <= at:
            continue
        told += [words[at : max(start, at)], f"[{PLAIN.get(type_, type_.casefold())}]"]
        at = end
    return "".join([*told, words[at:]])
