"""Inviting an officer to set up their own sign-in: what an invitation is for, and when it fails."""

from datetime import timedelta
from enum import StrEnum

from core.brakes import Brake
from core.errors import HeardError

LASTS = timedelta(hours=72)
# A code has 66 bits: nobody guesses one, and a brake for each place is more than it needs.
TRIED = Brake("welcome/", 20)


class Start(StrEnum):
    """What somebody sets up.

    FIRST: all, for they are new. PHONE: the second factor, and the password that they have is asked
    for. ANEW: all, let by whoever runs Heard.
    """

    FIRST = "first"
    PHONE = "phone"
    ANEW = "anew"


class WrongInvitation(HeardError):
    """The code was used, is over, or was never given; all say the same."""

    status = 404

    def __init__(self) -> None:
        super().__init__(
            "That invitation does not fit. Check each word. It works once and for three days. If "
            "it should work and you have not used it, somebody else may have: tell your "
            "safeguarding lead now, then ask for a new one."
        )


class KnownPassword(HeardError):
    """The words of the invitation as a password: whoever handed it over knows them."""

    status = 422

    def __init__(self) -> None:
        super().__init__("Choose another password: whoever invited you knows those words.")


class WrongNumber(HeardError):
    """The number does not come from the key that the page shows."""

    status = 422

    def __init__(self) -> None:
        super().__init__(
            "That number does not match. Type the one that your app shows now. If it fails again, "
            "see that the clock of your phone is right."
        )


class WrongPassword(HeardError):
    """Password or number was wrong; never says which."""

    status = 422

    def __init__(self) -> None:
        super().__init__(
            "That did not match. Check your password and the number. After several wrong tries, "
            "wait a minute. Each number works once."
        )
