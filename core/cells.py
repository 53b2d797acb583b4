"""Text as a cell of a table may hold it: never a formula, never a character that hides."""

import re

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
UNSEEN = re.compile(
    "[^\\t\\n\\r\\u0020-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]"
    "|[\\x7f-\\x9f\\u200b\\u2060\\ufeff\\u202a-\\u202e\\u2066-\\u2069]"
)
MOST = 32_000  # Excel cuts a cell at 32,767


def safe(text: str) -> str:
    """The text with a ' before what a spreadsheet would work out.

    Rationale: words that begin with = or @ are run as a formula where the file is opened, and a
    formula can read other files and call other machines.
    """
    told = UNSEEN.sub("", text)[:MOST]
    return f"'{told}" if told.lstrip(" \n").startswith(STARTS_A_FORMULA) else told
