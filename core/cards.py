"""Paper cards: a code printed for a young person without a phone, typed in later at the desk.

A card has two halves. The half that is kept has the word code. The half that is handed in has a
short number instead, so that whoever types it in never learns the code.
"""

import re
from dataclasses import dataclass

from core.errors import HeardError

# No letter or figure that looks like another one in somebody's handwriting.
LETTERS = "ACDEFHJKMNPRTWXY347"
LETTERS_A_NUMBER = 10
MOST_AT_ONCE = 40


@dataclass(frozen=True, slots=True)
class Card:
    """What is printed on one card; nobody can print it a second time."""

    number: str
    code: str


def number_from(random: bytes) -> str:
    """A card's number, in two groups, from at least 16 random bytes."""
    left = int.from_bytes(random[:16], "big")
    letters = []
    for _ in range(LETTERS_A_NUMBER):
        left, place = divmod(left, len(LETTERS))
        letters.append(LETTERS[place])
    half = LETTERS_A_NUMBER // 2
    return f"{''.join(letters[:half])}-{''.join(letters[half:])}"


def tidy_number(typed: str) -> str | None:
    """A number as it was printed, from what somebody typed; None where it cannot be one."""
    letters = re.sub(r"[\s-]+", "", typed[:100]).upper()
    if len(letters) != LETTERS_A_NUMBER or any(letter not in LETTERS for letter in letters):
        return None
    half = LETTERS_A_NUMBER // 2
    return f"{letters[:half]}-{letters[half:]}"


class NoSuchCard(HeardError):
    """We never printed a card with that number."""

    status = 404

    def __init__(self) -> None:
        super().__init__("There is no card with that number. Check each letter.")


class CardUsed(HeardError):
    """The card was typed in before."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "This card was typed in before. Nothing was kept now. If there is more on it, print a "
            "new card and type the rest in with that."
        )
