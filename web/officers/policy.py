"""Who may go where at the desk. A route without a row here is refused to everybody.

Rationale: the default must be "no", so that a route somebody forgets is shut and not open.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from core.facts import Officer, Role


@dataclass(frozen=True, slots=True)
class Access:
    """Which roles reach a route; `anyone` is for pages before sign-in."""

    roles: frozenset[Role] = frozenset()
    anyone: bool = False

    def lets(self, officer: Officer | None) -> bool:
        """True where this officer, or nobody signed in, may go on."""
        return self.anyone or (officer is not None and bool(self.roles & officer.roles))


@dataclass(frozen=True, slots=True)
class Page:
    """One route of the desk with who may go there: no route can be written down without.

    Args:
        path: below /desk.
        view: what answers; its name is the endpoint's.
        methods: GET unless told.
    """

    path: str
    view: Callable[..., Any]
    access: Access
    methods: tuple[str, ...] = field(default=("GET",))

    @property
    def endpoint(self) -> str:
        """As Flask names it."""
        return f"desk.{self.view.__name__}"


ANYONE = Access(anyone=True)
SIGNED_IN = Access(frozenset(Role))
POST = ("POST",)
POLICY: dict[str, Access] = {}


def admit(pages: Iterable[Page]) -> None:
    """Write the pages of one area into the table."""
    POLICY.update({page.endpoint: page.access for page in pages})


def lets(endpoint: str | None, officer: Officer | None) -> bool:
    """True where the table lets this officer reach the endpoint; no row means no."""
    access = POLICY.get(endpoint or "")
    return access is not None and access.lets(officer)


def home_of(officer: Officer) -> str:
    """The first page for this officer: the queue, the people, or what is published."""
    firsts = ("desk.queue", "desk.people", "desk.release_list")
    return next(endpoint for endpoint in firsts if lets(endpoint, officer))
