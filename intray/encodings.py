"""Turns the bytes of somebody else's file into text, whatever their program wrote."""

import re
from pathlib import Path

from core.errors import CannotUseFile

MOST_BYTES = 10 * 1024 * 1024
MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def bytes_of(path: Path) -> bytes:
    """What is in the file, up to 10 MB."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise CannotUseFile(
                "This file is larger than 10 MB. Please divide it and import each part."
            )
        return path.read_bytes()
    except OSError as error:
        raise CannotUseFile("This file is not there, or it may not be read.") from error


def text_of(raw: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or Windows-1252, without its byte-order mark."""
    name = next((name for mark, name in MARKS if raw.startswith(mark)), None) or _guessed(raw)
    try:
        return raw.decode(name)
    except UnicodeDecodeError as error:
        raise CannotUseFile(
            "The letters in this file are damaged. Please save it again as UTF-8."
        ) from error


def without_controls(text: str) -> str:
    """The text without control characters, which nobody can read and no book can keep."""
    return CONTROLS.sub("", text)


def _guessed(raw: bytes) -> str:
    """The likely encoding of bytes that bear no mark."""
    head = raw[:4000]
    if len(head) >= 4 and head[1::2].count(0) > len(head) // 4:
        return "utf-16-le"
    if len(head) >= 4 and head[0::2].count(0) > len(head) // 4:
        return "utf-16-be"
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        _refuse_pictures(head)
        # Five bytes mean nothing in Windows-1252; Latin-1 takes every byte.
        return "cp1252" if not set(raw) & {0x81, 0x8D, 0x8F, 0x90, 0x9D} else "latin-1"
    return "utf-8"


def _refuse_pictures(head: bytes) -> None:
    if b"\0" in head:
        raise CannotUseFile("This is not a text file. Please save it as text, CSV or XLSX.")
