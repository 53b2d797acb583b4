"""How templates say days, hours and numbers, and how they show again what somebody typed."""

from datetime import time

from flask import Flask

from core.dates import with_weekday


def fit(app: Flask) -> None:
    """Teach the templates."""
    told = {"day": with_weekday, "clock": clock, "dial": dial, "shown": shown, "capital": capital}
    app.jinja_env.filters.update(told)


def clock(hour: time) -> str:
    """9am, 5.30pm."""
    minutes = f".{hour.minute:02}" if hour.minute else ""
    return f"{hour.hour % 12 or 12}{minutes}{'am' if hour.hour < 12 else 'pm'}"


def dial(number: str) -> str:
    """The digits to ring, or nothing where it is not a plain number to ring."""
    bare = number.translate(str.maketrans("", "", " ()-"))
    return bare if bare.isdigit() else ""


def shown(typed: str) -> str:
    """What was typed, without the characters that no page may hold."""
    return "".join(c for c in typed if c in "\n\t" or (c >= " " and c != "\x7f"))


def capital(words: str) -> str:
    """The words with a capital letter at the start, the rest as it is."""
    return words[:1].upper() + words[1:]
