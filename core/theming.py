"""What officers may set about a theme, and what is refused, in words that help."""

import re
import unicodedata
from dataclasses import dataclass

from core.errors import HeardError
from core.said import tidied
from core.themes import Theme, ThemeList

MOST_NAME, MOST_STANCE, MOST_KEY, MOST_THEMES = 75, 200, 40, 60


class CannotKeepTheme(HeardError):
    """What was typed cannot be a theme; `field` is where it was typed."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, slots=True)
class ThemeWords:
    """What an officer types about a theme (see core.themes.Theme)."""

    name: str
    plain: str = ""
    stance: str = ""
    pledge: str | None = None
    ambition: str | None = None
    csi: tuple[str, ...] = ()
    for_young: bool = True


def checked(words: ThemeWords, known: ThemeList, own_key: str = "") -> ThemeWords:
    """The words, tidied; the plain name is the name where none was typed.

    Raises:
        CannotKeepTheme: no name, a name too long for Slack's list, or one that is taken.
    """
    name = tidied(words.name, MOST_NAME * 4)
    plain = tidied(words.plain, MOST_NAME * 4) or name
    if not name:
        raise CannotKeepTheme("name", "Type a name for the theme.")
    for field, text in (("name", name), ("plain", plain)):
        if len(text) > MOST_NAME:
            raise CannotKeepTheme(field, f"Use at most {MOST_NAME} letters.")
    for theme in known.themes:
        if theme.key != own_key and theme.name.casefold() == name.casefold():
            raise CannotKeepTheme("name", "Another theme has that name. Choose a different one.")
    return ThemeWords(
        name,
        plain,
        tidied(words.stance, MOST_STANCE),
        words.pledge or None,
        words.ambition or None,
        words.csi,
        words.for_young,
    )


def fresh_key(name: str, known: ThemeList) -> str:
    """A key that was never used, made from the name."""
    ascii_ = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    start = re.sub(r"[^a-z0-9]+", "_", ascii_.casefold()).strip("_")[: MOST_KEY - 4] or "theme"
    number, key = 1, start
    while key in known.known:
        number += 1
        key = f"{start}_{number}"
    return key


def as_theme(words: ThemeWords, before: Theme) -> Theme:
    """The theme with these words; its key, its day and its place in history stay."""
    return Theme(
        before.key,
        words.name,
        words.plain,
        words.pledge,
        words.csi,
        words.for_young,
        words.stance,
        words.ambition,
        before.retired_on,
        before.into,
        before.part_of,
    )
