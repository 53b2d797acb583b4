"""The house style of papers, as far as a machine can hold it: dates, spelling, no scores, no "I".

Source: minutes and cover reports of the council; dates are written out, a post and never a person.
"""

import re

MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"\b\d{1,2}/\d{1,2}/\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b"),
        "Write days out: 12 January 2027.",
    ),
    (
        re.compile(rf"\b{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}\b"),
        "The day stands first: 12 January 2027.",
    ),
    (re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th) (?:of )?{MONTH}\b"), "A plain number: 12 January."),
    (
        re.compile(
            r"\b(?:organiz|recogniz|prioritiz|utiliz|summariz|finaliz|analyz)\w*\b|"
            r"\b(?:color|behavior|center|counselor|program(?!me|m))s?\b|\benrollment\b",
            re.IGNORECASE,
        ),
        "British spelling.",
    ),
    (re.compile(r"\b(?:sentiment|polarity|score[sd]?|rating)\b", re.IGNORECASE), "No scores."),
    (
        re.compile(r"\b(?:I think|I believe|we think|in my opinion)\b", re.IGNORECASE),
        "Impersonal: it was noted that.",
    ),
    (re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z]\w+"), "A post and never a person."),
)


def slips(text: str) -> tuple[tuple[str, str], ...]:
    """What does not keep the house style, each with what to do."""
    return tuple((found.group(), why) for rule, why in RULES for found in rule.finditer(text))
