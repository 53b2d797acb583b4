"""How templates say numbers to ring, and how they show again what somebody typed.

Days and hours are said in the language of the page: web/tongue.py.
"""

from flask import Flask


def fit(app: Flask) -> None:
    """Teach the templates."""
    app.jinja_env.filters.update(dial=dial, shown=shown, capital=capital)


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
