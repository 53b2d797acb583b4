"""Errors we expect. Each message may be shown, as it stands, to a 12-year-old."""

from datetime import date

from core.dates import with_weekday
from core.marking import N_


class HeardError(Exception):
    """Something we can explain. `status` is the HTTP status that fits it.

    Args:
        sentence: what to say, with a place such as %(most)s for each of the parts. A door that
            speaks other languages than English translates it and fills the parts in itself.
    """

    status = 400

    def __init__(self, sentence: str, **parts: object) -> None:
        self.sentence = sentence
        self.parts = parts
        english = {k: with_weekday(p) if isinstance(p, date) else p for k, p in parts.items()}
        super().__init__(sentence % english if parts else sentence)


class NothingSaid(HeardError):
    """The words were empty."""

    def __init__(self) -> None:
        super().__init__(
            N_("You have not written anything yet. Write as much or as little as you like.")
        )


class TooLong(HeardError):
    """The words were longer than we keep in one go."""

    status = 413

    def __init__(self, most: int) -> None:
        super().__init__(
            N_(
                "That is too long for us to keep in one go. Please send at most %(most)s letters, "
                "then send the rest in another message."
            ),
            most=f"{most:,}",
        )


class CannotRead(HeardError):
    """The text holds characters that no one can read or store."""

    def __init__(self) -> None:
        super().__init__(
            N_(
                "There is a hidden character in your text that we cannot keep. "
                "Please type it again."
            )
        )


class WrongCode(HeardError):
    """No view has that code: wrong, expired and erased all say the same."""

    status = 404

    def __init__(self) -> None:
        super().__init__(N_("We cannot find that code. Check each word and try again."))


class TakenBack(HeardError):
    """The person who wrote this took it back; their code tells the day and nothing else."""

    status = 410

    def __init__(self, on: date) -> None:
        super().__init__(N_("You took this back on %(day)s."), day=on)


class ReadFirst(HeardError):
    """Somebody may be hurt and no person has read it yet: it cannot be taken back now."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            N_("A person has to read this first. Try again after somebody has read it.")
        )


class KeptByLaw(HeardError):
    """The law wants this kept for now: it cannot be taken back."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "We have to keep this for now, because the law says so. Nobody uses it for anything "
            "else. You can ask us why: say more below, or ring a number on this page."
        )


class KeptForNow(HeardError):
    """It is being dealt with: it cannot be taken back until that is over."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "We have to keep this for now. The people who keep children safe are looking at it. "
            "Try again in a few days."
        )


class NotSaved(HeardError):
    """The database is down, locked or full. Nothing was stored."""

    status = 503

    def __init__(self) -> None:
        super().__init__(N_("Not saved. Your words are still here: please press Send again."))


class NotFound(HeardError):
    """Not there, or not yours: the same answer for both."""

    status = 404

    def __init__(self) -> None:
        super().__init__(N_("We cannot find that page."))


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


class SayWhy(HeardError):
    """A view outside the officer's own queue is opened only with a reason."""

    status = 403

    def __init__(self) -> None:
        super().__init__("This is not in your queue. Say why you open it, then go on.")


class CannotUseFile(HeardError):
    """An import file could not be used; the message says which row and why."""


class CannotReach(HeardError):
    """The books cannot be read just now."""

    status = 503

    def __init__(self) -> None:
        super().__init__(
            N_("We cannot open our notes right now. Please try again in a few minutes.")
        )
