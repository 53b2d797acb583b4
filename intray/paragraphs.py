"""Puts the lines of a pasted or exported page back together as paragraphs."""

import re
import unicodedata
from collections.abc import Iterator

from intray.encodings import without_controls

BULLET = re.compile(
    r"(?:[·•◦▪▫‣⁃∙●○■□►➢✓\uf0b7\uf0a7*–—-]|o(?=\s{2,}|\t)|\(?(?:[ivx]{1,5}|\d{1,3}|[a-z])[.)])"
    r"(?=\s|$)\s*"
)
SPACES = re.compile(r"[^\S\n]+")
INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
ENDED = re.compile(r"[.!?:;][)\"'’”\s]*$")
LED_ON = re.compile(r":\s*[-–—]?\s*$")
WRAPPED_AT_MOST = 140


def paragraphs(text: str, begins: tuple[re.Pattern[str], ...] = ()) -> tuple[str, ...]:
    """Every paragraph or bullet, without its bullet mark, in order.

    A blank line or a bullet begins a new one. A line that follows another joins it where the text
    was cut at the edge of a page, which shows in short lines and sentences that go on.

    Args:
        begins: patterns of lines that always begin a paragraph.
    """
    lines = _lines(text)
    wrapped = max((len(line) for line in lines), default=0) <= WRAPPED_AT_MOST
    widest = max((len(line) for line in lines), default=0)
    return tuple(p for p in _joined(lines, widest if wrapped else 0, begins) if p)


def _lines(text: str) -> list[str]:
    plain = INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    plain = without_controls(re.sub(r"\r\n?|[\x0b\x0c\x85]", "\n", plain))
    return [SPACES.sub(" ", _tabbed(line)).strip() for line in plain.split("\n")]


def _tabbed(line: str) -> str:
    """Word's second-level bullet is a plain letter o; only its wide gap tells it from a word."""
    return re.sub(r"^\s*o(?:\s{2,}|\t)", "◦ ", line)


def _joined(lines: list[str], widest: int, begins: tuple[re.Pattern[str], ...]) -> Iterator[str]:
    held = ""
    for line in lines:
        mark = BULLET.match(line)
        new = mark or any(pattern.match(line) for pattern in begins)
        if held and line and not new and _goes_on(held.rsplit("\n", 1)[-1], line, widest):
            held = f"{held}\n{line}"
            continue
        yield held.replace("\n", " ")
        held = line[mark.end() :] if mark else line
    yield held.replace("\n", " ")


def _goes_on(before: str, line: str, widest: int) -> bool:
    if LED_ON.search(before):
        return False
    if line[0].islower() or not ENDED.search(before):
        return True
    return bool(widest) and len(before) >= 0.75 * widest
