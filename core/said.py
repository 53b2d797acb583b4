"""What may be kept of what somebody typed."""

import unicodedata

from core.errors import CannotRead, NothingSaid, TooLong


def checked(words: str, most: int) -> str:
    """The words as they are kept: composed letters (NFC), plain line ends, otherwise untouched.

    Raises:
        NothingSaid: only spaces. TooLong: more than `most` letters. CannotRead: a NUL or half of
            a letter, which PostgreSQL refuses and SQLite would cut.
    """
    if len(words) > 2 * most:
        raise TooLong(most)
    kept = unicodedata.normalize("NFC", words.replace("\r\n", "\n").replace("\r", "\n"))
    if not kept.strip():
        raise NothingSaid
    if len(kept) > most:
        raise TooLong(most)
    if "\0" in kept or any("\ud800" <= letter <= "\udfff" for letter in kept):
        raise CannotRead
    return kept


def tidied(answer: str, most: int) -> str:
    """A short answer, which may be empty, under the same rules as words."""
    return checked(answer, most).strip() if answer.strip() else ""
