"""Turns the text of a Slack message into plain words: no ids, no marks that ping or link."""

import re

MARK = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")
NAMED = {"@": "[somebody]", "#": "[a channel]", "!": "[everybody]"}
SIGNS = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))


def unmarked(text: str) -> str:
    """The words alone. Whoever is mentioned becomes [somebody], and a link its text."""
    plain = MARK.sub(_instead, text)
    for escaped, sign in SIGNS:
        plain = plain.replace(escaped, sign)
    return plain


def _instead(match: re.Match[str]) -> str:
    target, label = match.group(1), match.group(2)
    if target[:1] in NAMED:
        return NAMED[target[:1]]
    return label or target
