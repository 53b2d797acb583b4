"""Reads environment variables and collects every problem, so that all are named at once."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

YES = frozenset({"1", "true", "yes", "on"})
NO = frozenset({"", "0", "false", "no", "off"})
DATABASES = ("sqlite", "postgresql", "postgresql+psycopg")


class Environment:
    """The variables, read by meaning. What is wrong is kept in `problems`, never raised."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self.problems: list[str] = []
        self.known: set[str] = set()

    def text(self, name: str, default: str = "") -> str:
        """The value without the space around it, or the default where it is unset or empty."""
        self.known.add(name)
        return self._environ.get(name, "").strip() or default

    def needed(self, name: str, why: str) -> str:
        """The value; a problem that says why where it is missing."""
        value = self.text(name)
        if not value:
            self.problems.append(f"{name} is missing: {why}.")
        return value

    def number(self, name: str, default: int, *, least: int, most: int) -> int:
        """A whole number between `least` and `most`."""
        value = self.text(name, str(default))
        if value.isascii() and value.isdecimal() and least <= int(value) <= most:
            return int(value)
        self.problems.append(f"{name} must be a whole number from {least} to {most}.")
        return default

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Yes or no: 1, true, yes, on or 0, false, no, off."""
        value = self.text(name, "1" if default else "0").lower()
        if value not in YES | NO:
            self.problems.append(f"{name} must be 1 or 0.")
        return value in YES

    def choice(self, name: str, options: Sequence[str], default: str) -> str:
        """One of the options."""
        value = self.text(name, default).lower()
        if value in options:
            return value
        self.problems.append(f"{name} must be one of: {', '.join(options)}.")
        return default

    def addresses(self, name: str) -> tuple[str, ...]:
        """E-mail addresses, parted by commas."""
        found = tuple(one.strip() for one in self.text(name).split(",") if one.strip())
        if not all(_is_address(one) for one in found):
            self.problems.append(f"{name} must hold e-mail addresses, parted by commas.")
        return found

    def database(self, name: str, default: str) -> str:
        """A database's URL: a SQLite file or PostgreSQL."""
        value = self.text(name, default)
        if value.partition("://")[0] not in DATABASES:
            self.problems.append(f"{name} must begin with sqlite:/// or postgresql://.")
        return value

    def address_of_site(self, name: str, default: str) -> str:
        """A web address, without a slash at its end."""
        value = self.text(name, default).rstrip("/")
        try:
            parts = urlsplit(value)
            sound = parts.scheme in ("http", "https") and bool(parts.hostname)
        except ValueError:
            sound = False
        if value and not sound:
            self.problems.append(f"{name} must be a web address such as https://heard.example.org.")
        return value

    def begins_with(self, start: str) -> bool:
        """Whether any variable's name begins so."""
        return any(name.startswith(start) for name in self._environ)

    def unknown(self) -> list[str]:
        """Names that begin with HEARD_ and that nothing has read: most likely misspelt."""
        return sorted(n for n in self._environ if n.startswith("HEARD_") and n not in self.known)


def _is_address(text: str) -> bool:
    name, at, place = text.partition("@")
    return bool(name and at and place) and "@" not in place and not any(c.isspace() for c in text)
