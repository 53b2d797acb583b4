"""Room tagging: personal details that can be told by their shape, as spans of the text.

Rationale: NHS numbers are looked for before phones, which look alike but have no check digit.
Every pattern begins at a word's edge and is bounded, so that no text makes it slow.
"""

import re
from collections.abc import Callable, Iterator

from core.facts import PersonalDetail

_AT = r"(?:@|\s?[\[(]\s?at\s?[\])]\s?|\s+at\s+)"
_DOT = r"(?:\.|\s?[\[(]\s?dot\s?[\])]\s?|\s+dot\s+)"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DATE = (
    r"(?:\d{1,2}[/.\-]\d{1,2}[/.\-](?:19|20)?\d{2}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s{{1,2}}(?:of\s)?{_MONTH}(?:,?\s{{1,2}}(?:(?:19|20)\d{{2}}|\d{{2}}\b))?"
    rf"|{_MONTH}\s{{1,2}}\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s{{1,2}}(?:19|20)\d{{2}})?"
    r"|(?:19|20)\d{2}-\d{2}-\d{2})"
)
_ORDINAL = (
    r"(?:first|second|third|fou?rth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|[a-z]{4,7}teenth|twentieth|thirtieth|(?:twenty|thirty)[ \-][a-z]{5,7})"
)
_DATE_IN_WORDS = (
    rf"{_ORDINAL}\s(?:of\s)?{_MONTH}"
    r"(?:,?\s(?:two thousand(?:\sand)?|twenty|nineteen)(?:\s(?!and\b)[a-z]{3,9}){1,2})?"
)
_DIGIT_WORD = (
    r"(?:oh|zero|nought|one|two|three|four|five|six|seven|eight|nine|double|treble|triple|hundred"
    r"|\d{1,6})"
)
STREET = (
    r"(?:street|st|bank|road|rd|avenue|ave|lane|ln|close|crescent|cres|drive|way|court|grove|terrace"
    r"|place|gardens|walk|row|rise|hill|mount|square|view|crofts?|gate|fold|mews|yard|meadows"
    r"|cottages|parade)"
)
_TIME = r"(?!min|hour|hr|day|week|month|year|times|mile|quid|pound)"
_NUMBERED = (
    rf"\b\d{{1,4}}[a-z]?,?\s{{1,2}}{_TIME}(?:[a-z][a-z'’]{{1,20}}\s{{1,2}}){{1,3}}{STREET}\b"
)
_FLAT = (
    r"(?:\b(?:flat|room|apartment|unit)\s{1,2}\d{1,4}[a-z]?,?\s{1,2}"
    r"(?:[a-z][a-z'’]{1,20}\s{1,2}){0,2})"
)


def nhs_check(digits: str) -> bool:
    """Tells whether ten digits carry the NHS number's check digit (modulus 11)."""
    rest = 11 - sum(int(d) * (10 - place) for place, d in enumerate(digits[:9])) % 11
    return rest % 11 == int(digits[9]) and rest != 10


def _is_nhs(found: str) -> bool:
    digits = re.sub(r"\D", "", found)
    return len(set(digits)) > 1 and nhs_check(digits)


def _is_phone(found: str) -> bool:
    return 10 <= len(re.sub(r"\D", "", found)) <= 13


def _always(_: str) -> bool:
    return True


Shape = tuple[str, re.Pattern[str], Callable[[str], bool]]
SHAPES: tuple[Shape, ...] = (
    (
        "EMAIL",
        re.compile(
            rf"(?<![\w.+\-])(?!(?:me|us|him|her|them|it|here|out|is)\s+at\b)"
            rf"(?:[\w\-]{{1,30}}\s+(?:dot|underscore|dash|hyphen)\s+){{0,3}}[\w.+\-]{{1,64}}{_AT}(?:[\w\-]{{1,40}}{_DOT}){{1,3}}[a-z]{{2,12}}\b",
            re.I,
        ),
        _always,
    ),
    (
        "DOB",
        re.compile(
            r"(?:\bborn(?:\s(?:on|in))?(?:\sthe)?|\bd\.?\s?o\.?\s?b\.?|\bdate of birth"
            r"|\bbirth\s?days?"
            rf"|\bbday)(?:\s(?:is|was|on|the)){{0,3}}\s{{0,2}}[:\-–=]?\s{{0,2}}"
            rf"({_DATE}|{_DATE_IN_WORDS}|\d{{8}}\b|\d{{6}}\b)",
            re.I,
        ),
        _always,
    ),
    (
        "DOB",
        re.compile(
            r"(?<![\d/.\-])(\d{1,2}[/.\-]\d{1,2}[/.\-](?:19[3-9]\d|200\d|201\d))(?![\d/\-]|\.\d)"
        ),
        _always,
    ),
    (
        "DOB",
        re.compile(
            rf"\b(\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH},?\s(?:19[3-9]\d|200\d|201\d))\b",
            re.I,
        ),
        _always,
    ),
    ("NHS_NUMBER", re.compile(r"(?<![\d+])\d{3}[ \-]?\d{3}[ \-]?\d{4}(?!\d)"), _is_nhs),
    (
        "PHONE",
        re.compile(
            r"(?<![\w+])(?:\(?\+\s?44\)?\s?\(?0?\)?\s?|0044\s?|\(?0\s?)[1-9]"
            r"(?:[ \-().]{0,2}\d){8,9}(?!\d)"
        ),
        _is_phone,
    ),
    (
        "PHONE",
        re.compile(rf"\b(?:oh|zero|nought|0)(?:[\s,\-]{{1,2}}{_DIGIT_WORD}){{5,12}}\b", re.I),
        _always,
    ),
    (
        "POSTCODE",
        re.compile(r"\b[a-z]{1,2}\d[a-z\d]?\s{0,2}\d[abd-hjlnp-uw-z]{2}\b", re.I),
        _always,
    ),
    ("POSTCODE", re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s{0,2}\d[A-Z]{2}\b"), _always),
    ("ADDRESS", re.compile(rf"{_FLAT}?{_NUMBERED}", re.I), _always),
    (
        "CASE_REF",
        re.compile(
            r"\b(?:case|ref|reference|file|client|mosaic|liquidlogic|lcs|crime|incident|court|pupil|upn)"
            r"\s{0,2}(?:no|number|num|id|ref|reference)?\.?\s{0,2}(?:is\s)?[:#]?\s{0,2}"
            r"([a-z]{0,5}[\-/ ]?\d[\w\-/]{3,20})",
            re.I,
        ),
        _always,
    ),
    (
        "CASE_REF",
        re.compile(r"(?<![\w\-/])[A-Z]{2,5}[\-/]?\d{2,}(?:[\-/]\d{2,}|\d{3,})[A-Z]?(?![\w])"),
        _always,
    ),
    (
        "CASE_REF",
        re.compile(r"(?<![\w\-/])[A-Z]{2,6}[\-/]\d{3,}(?:[\-/]\w{1,6}){0,3}(?!\w)"),
        _always,
    ),
    (
        "CASE_REF",
        re.compile(r"(?<![\w/\-])[A-Z]{1,6}(?:/\d{4,9}|-\d[A-Z\d]{3,9})(?![\w/])"),
        _always,
    ),
    ("SOCIAL_HANDLE", re.compile(r"(?<![\w.@/#])[a-z][\w.]{1,30}#\d{3,5}(?!\w)", re.I), _always),
    (
        "SOCIAL_HANDLE",
        re.compile(
            r"(?:\b(?:snap(?:chat)?|insta(?:gram)?|tiktok|tik tok|discord|twitter|xbox|psn"
            r"|gamertag|roblox|bereal|steam|twitch|page|profile)"
            r"(?:\s(?:name|user|username|handle|tag|account|is|its|it's|me on"
            r"|add me|at))?(?:\s(?:is|on|at|it's))?"
            r"\s?[:=]?\s?)\b(@?(?=\w{0,30}[\d_.]\w)[\w.]{3,30}\w)",
            re.I,
        ),
        _always,
    ),
    ("SOCIAL_HANDLE", re.compile(r"(?<![\w.@/])@\w[\w.]{1,30}\w"), _always),
    ("SOCIAL_HANDLE", re.compile(r"(?<![\w.@/])[a-z][a-z\d.]{1,20}_[\w.]{1,20}\w", re.I), _always),
)


def shapes(text: str) -> Iterator[PersonalDetail]:
    """Gives every detail that its shape betrays, the surest kinds first."""
    for kind, pattern, holds in SHAPES:
        for match in pattern.finditer(text):
            start, end = match.span(match.lastindex or 0)
            if holds(text[start:end]):
                yield PersonalDetail(start, end, kind)
