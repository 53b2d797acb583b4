"""The words that raise a worry, as a council keeps them: what came with Heard, and its changes."""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import StrEnum

from core.errors import HeardError
from core.name_forms import plain

SIGNS = (
    *("suicidal", "self_harm", "abuse", "neglect", "exploitation", "grooming_online", "missing"),
    *("violence", "unsafe_home", "staff_conduct"),
)
NOW, SETTLED = "now", "settled"
LONGEST, SHORTEST = 60, 4


class Strength(StrEnum):
    """How much a phrase says: by itself at once, by itself soon, or only beside another."""

    URGENT = "urgent"
    CONCERN = "concern"
    HINT = "hint"


class NotAPhrase(HeardError):
    """A phrase that nothing can be found by."""

    status = 422

    def __init__(self) -> None:
        super().__init__(
            "Type one to six plain words, such as: locks me in. The first needs four letters or "
            "more where it stands alone."
        )


class OutOfBounds(HeardError):
    """A threshold that would raise everything or nothing."""

    status = 422

    def __init__(self) -> None:
        super().__init__("Give a whole number from 10 to 90.")


@dataclass(frozen=True, slots=True, order=True)
class Watchword:
    """A phrase, the sign that it stands for, and how strong it is."""

    sign: str
    phrase: str
    strength: Strength


@dataclass(frozen=True, slots=True)
class Watchwords:
    """How a council's words differ from those that came with Heard.

    Args:
        raise_from: how much the phrases of a stretch must say together, in hundredths.
        learned_from: how likely the learned table must find a worry, in hundredths.
    """

    added: frozenset[Watchword] = frozenset()
    dropped: frozenset[Watchword] = frozenset()
    raise_from: int = 55
    learned_from: int = 30

    @property
    def mark(self) -> str:
        """What only these words have, so that what goes live is what was tried."""
        told = repr((sorted(self.added), sorted(self.dropped), self.raise_from, self.learned_from))
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    def add(self, word: Watchword) -> "Watchwords":
        """With this phrase."""
        return replace(self, added=self.added | {word}, dropped=self.dropped - {word})

    def drop(self, word: Watchword) -> "Watchwords":
        """Without this phrase."""
        if word in self.added:
            return replace(self, added=self.added - {word})
        return replace(self, dropped=self.dropped | {word})

    def in_force(self, shipped: Iterable[Watchword]) -> frozenset[Watchword]:
        """Every phrase that counts."""
        return (frozenset(shipped) | self.added) - self.dropped


SHIPPED = Watchwords()


@dataclass(frozen=True, slots=True)
class Edition:
    """One set of changes: a draft, what is live, or what was."""

    id: str
    stage: str
    words: Watchwords
    post: str
    on: date
    why: str = ""


DRAFT, LIVE, PAST = "draft", "live", "past"


def checked_word(sign: str, phrase: str, strength: str) -> Watchword:
    """A watchword from what somebody typed.

    Raises:
        NotAPhrase: nothing could be found by it.
    """
    words = [plain(word) for word in re.findall(r"[^\W_]+(?:['’][^\W_]+)*", phrase)]
    told = " ".join(words)
    short = len(words) == 1 and len(told) < SHORTEST
    if sign not in SIGNS or strength not in set(Strength) or not told or len(words) > 6 or short:
        raise NotAPhrase
    if len(told) > LONGEST or not told.isascii():
        raise NotAPhrase
    return Watchword(sign, told, Strength(strength))


def checked_bound(typed: str) -> int:
    """A threshold in hundredths. Raises OutOfBounds."""
    if (
        len(typed) != 2
        or not typed.isascii()
        or not typed.isdecimal()
        or not 10 <= int(typed) <= 90
    ):
        raise OutOfBounds
    return int(typed)


def as_text(words: Watchwords) -> str:
    """As the books keep them."""
    told = {
        "added": [asdict(one) for one in sorted(words.added)],
        "dropped": [asdict(one) for one in sorted(words.dropped)],
        "raise_from": words.raise_from,
        "learned_from": words.learned_from,
    }
    return json.dumps(told, ensure_ascii=False)


def from_text(kept: str) -> Watchwords:
    """The words again."""
    told = json.loads(kept)
    added, dropped = (
        frozenset(Watchword(w["sign"], w["phrase"], Strength(w["strength"])) for w in told[name])
        for name in ("added", "dropped")
    )
    return Watchwords(added, dropped, told["raise_from"], told["learned_from"])
