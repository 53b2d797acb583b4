"""The sample's officers: one for each role, with a pass made for this sample alone."""

import json
import secrets
from dataclasses import dataclass
from pathlib import Path

import pyotp

from core.facts import Officer, Role
from core.wordlist import WORDS
from services import accounts
from services.house import House

CAST = (
    (Role.READER, "Rae Look", "Quality Officer, Sample"),
    (Role.MEMBERS_READER, "Mel Scrutiny", "Scrutiny Officer, Sample"),
    (Role.REVIEWER, "Robin Okonjo", "Reviewing Officer, Sample"),
    (Role.SAFEGUARDING, "Sam Guard", "Safeguarding Lead, Sample"),
    (Role.PARTICIPATION, "Pat Voice", "Participation Worker, Sample"),
    (Role.ADMINISTRATOR, "Ash Keys", "Administrator, Sample"),
)
AT_THE_COMMAND_LINE = Officer("command line", "", "", frozenset({Role.ADMINISTRATOR}))
STEP_S = 30


@dataclass(frozen=True, slots=True)
class Pass:
    """What one sample officer signs in with."""

    role: str
    email: str
    password: str
    secret: str

    def number(self, at: float) -> str:
        """The six figures at that moment (seconds since 1970)."""
        return pyotp.TOTP(self.secret).at(int(at))


def hire(house: House) -> tuple[Pass, ...]:
    """Let one officer for each role sign in; what each of them signs in with."""
    return tuple(_hire(house, role, name, post) for role, name, post in CAST)


def _hire(house: House, role: Role, name: str, post: str) -> Pass:
    email = f"{role.value.split('_')[0]}@sample.example"
    password = "-".join(secrets.choice(WORDS) for _ in range(4))
    secret = accounts.add_officer(
        house, email=email, name=name, post=post, password=password, roles={role}
    )
    return Pass(str(role), email, password, secret)


def reader(house: House) -> Officer:
    """The sample officer who reads, groups and answers while the voices are poured."""
    return _holding(house, Role.REVIEWER)


def second(house: House) -> Officer:
    """The one who reads every quote a second time."""
    return _holding(house, Role.PARTICIPATION)


def _holding(house: House, role: Role) -> Officer:
    everyone = accounts.officers(house, AT_THE_COMMAND_LINE)
    return next(officer for officer, _, _ in everyone if role in officer.roles)


def worker(house: House) -> Officer:
    """The sample participation worker, who issues papers."""
    everyone = accounts.officers(house, AT_THE_COMMAND_LINE)
    return next(officer for officer, _, _ in everyone if Role.PARTICIPATION in officer.roles)


def keep(passes: tuple[Pass, ...], place: Path) -> None:
    """Write them down, readable by this user alone, so that `run` and `number` can tell them."""
    held = [{name: getattr(one, name) for name in Pass.__slots__} for one in passes]
    place.touch(mode=0o600)
    place.write_text(json.dumps(held, indent=2), "utf-8")


def kept(place: Path) -> tuple[Pass, ...]:
    """The officers' passes, as `keep` wrote them."""
    return tuple(Pass(**held) for held in json.loads(place.read_text("utf-8")))
