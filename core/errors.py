"""Errors we expect. Each message may be shown, as it stands, to a 12-year-old."""

from datetime import date

from core.dates import with_weekday


class HeardError(Exception):
    """Something we can explain. `status` is the HTTP status that fits it."""

    status = 400


class NothingSaid(HeardError):
    """The words were empty."""

    def __init__(self) -> None:
        super().__init__(
            "You have not written anything yet. Write as much or as little as you like."
        )


class TooLong(HeardError):
    """The words were longer than we keep in one go."""

    status = 413

    def __init__(self, most: int) -> None:
        super().__init__(
            f"That is too long for us to keep in one go. Please send at most {most:,} letters, "
            "then send the rest in another message."
        )


class CannotRead(HeardError):
    """The text holds characters that no one can read or store."""

    def __init__(self) -> None:
        super().__init__(
            "There is a hidden character in your text that we cannot keep. Please type it again."
        )


class WrongCode(HeardError):
    """No view has that code: wrong, expired and erased all say the same."""

    status = 404

    def __init__(self) -> None:
        super().__init__("We cannot find that code. Check each word and try again.")


class TakenBack(HeardError):
    """The person who wrote this took it back; their code tells the day and nothing else."""

    status = 410

    def __init__(self, on: date) -> None:
        super().__init__(f"You took this back on {with_weekday(on)}.")


class ReadFirst(HeardError):
    """Somebody may be hurt and no person has read it yet: it cannot be taken back now."""

    status = 409

    def __init__(self) -> None:
        super().__init__("A person has to read this first. Try again after somebody has read it.")


class NotSaved(HeardError):
    """The database is down, locked or full. Nothing was stored."""

    status = 503

    def __init__(self) -> None:
        super().__init__("Not saved. Your words are still here: please press Send again.")


class NotFound(HeardError):
    """Not there, or not yours: the same answer for both."""

    status = 404

    def __init__(self) -> None:
        super().__init__("We cannot find that page.")


class NotAllowed(HeardError):
    """The signed-in person's roles do not reach this."""

    status = 403

    def __init__(self) -> None:
        super().__init__("Your role does not let you do that.")


class SignInFailed(HeardError):
    """Name, password or number was wrong; never says which."""

    status = 401

    def __init__(self) -> None:
        super().__init__("That did not match. Check your email, password and six-figure number.")


class SomebodyElseChanged(HeardError):
    """Two officers changed one view; the later one looks again and loses nothing."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Somebody else changed this while you were reading. Look again, then save."
        )


class CannotUseFile(HeardError):
    """An import file could not be used; the message says which row and why."""


class CannotReach(HeardError):
    """The books cannot be read just now."""

    status = 503

    def __init__(self) -> None:
        super().__init__("We cannot open our notes right now. Please try again in a few minutes.")
