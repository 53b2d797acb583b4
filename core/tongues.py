"""The languages of the public pages beside English, and when each may be shown.

Rationale: a translation of who reads this and who must be told is a promise to a child. A machine
or a helpful stranger may have worded it wrongly, so each language stays off until the council says
that a native speaker checked it. A sample shows them all, marked as unchecked.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language that the pages are translated to.

    Args:
        code: as its catalogue is called, such as fa_AF.
        tag: as a browser and a screen reader know it, such as fa-AF.
        own_name: as those who speak it write it.
        name: in English.
    """

    code: str
    tag: str
    own_name: str
    name: str
    right_to_left: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """A native speaker read all public pages in this language and says that they are right."""

    code: str
    checked_by: str
    checked_on: date


ENGLISH = Tongue("en", "en-GB", "English", "English")
TONGUES: tuple[Tongue, ...] = (
    Tongue("ar", "ar", "العربية", "Arabic", right_to_left=True),
    Tongue("ckb", "ckb", "کوردیی سۆرانی", "Kurdish Sorani", right_to_left=True),
    Tongue("ps", "ps", "پښتو", "Pashto", right_to_left=True),
    Tongue("fa_AF", "fa-AF", "دری", "Dari", right_to_left=True),
    Tongue("ti", "ti", "ትግርኛ", "Tigrinya"),
    Tongue("sq", "sq", "Shqip", "Albanian"),
    Tongue("vi", "vi", "Tiếng Việt", "Vietnamese"),
    Tongue("uk", "uk", "Українська", "Ukrainian"),
    Tongue("pl", "pl", "Polski", "Polish"),
    Tongue("ro", "ro", "Română", "Romanian"),
)
BY_CODE = {tongue.code: tongue for tongue in (ENGLISH, *TONGUES)}


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody's pages are written in.

    Args:
        wanted: what they chose, or what their browser asks for.
        shown: what the pages are in: `wanted`, or English where that is off.
        unchecked: the pages are shown in it and no native speaker has checked it.
    """

    wanted: Tongue
    shown: Tongue
    unchecked: bool = False

    @property
    def off(self) -> bool:
        """They want a language that is not shown yet."""
        return self.wanted is not self.shown


def choose(code: str, checked: Iterable[Checked], *, is_sample: bool) -> Choice:
    """What to show to somebody who wants the language `code`; English where we do not know it."""
    wanted = BY_CODE.get(code, ENGLISH)
    fine = wanted is ENGLISH or any(one.code == wanted.code for one in checked)
    if fine or is_sample:
        return Choice(wanted, wanted, unchecked=not fine)
    return Choice(wanted, ENGLISH)
