"""Every environment variable, read once at start and checked all together. Only mains read it.

A default is right in production and harmless in public, or there is none.
"""

import logging
import os
import socket
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from core.council import Council, Rules
from settings.council_file import read_council
from settings.environment import Environment
from settings.federation import OidcSettings, read_oidc
from settings.keys import read_secrets
from settings.outward import MailSettings, SlackSettings, read_mail, read_slack
from settings.production import production_problems, unfinished
from storage.secrets import Secrets

log = logging.getLogger("heard.settings")


class SettingsError(Exception):
    """Heard cannot start. `problems` names everything that is missing or wrong."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("Heard cannot start yet:\n" + "\n".join(f"- {one}" for one in problems))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator set. Keys and addresses with passwords in them are never printed.

    Args:
        public_url: where people reach the site, without a slash at its end.
        proxies: how many reverse proxies stand in front and may be believed.
        clock_name: tells this clock from another on the same tables; a clock that comes back
            under the same name takes up what it was doing.
        limits_url: where the counters of slowed guesses are kept.
        threads: requests that one web process answers at a time.
    """

    council: Council
    rules: Rules
    secrets: Secrets = field(repr=False)
    database_url: str = field(repr=False)
    keys_url: str = field(repr=False)
    anchors: Path
    clock_url: str = field(repr=False)
    limits_url: str = field(repr=False)
    clock_name: str
    bind: str
    port: int
    public_url: str
    production: bool
    proxies: int
    threads: int
    slack: SlackSettings
    mail: MailSettings
    oidc: OidcSettings


def load(environ: Mapping[str, str]) -> Settings:
    """The settings, or one SettingsError that names every variable that is missing or wrong.

    From here on, what this process writes to disk is for its own user alone.
    """
    os.umask(0o077)
    env = Environment(environ)
    place = Path(env.text("HEARD_COUNCIL", "council.toml"))
    held = read_council(place, env.problems)
    plain, slack, mail = _plain(env), read_slack(env), read_mail(env)
    oidc = read_oidc(env)
    if plain["production"]:
        env.problems += production_problems(environ, plain, held and held[0], slack, mail)
        env.problems += unfinished(place)
    secrets = read_secrets(env, may_make=not env.problems)
    if env.problems or held is None or secrets is None:
        raise SettingsError(env.problems)
    _warn(env, plain)
    return Settings(
        council=held[0], rules=held[1], secrets=secrets, slack=slack, mail=mail, oidc=oidc, **plain
    )


def _plain(env: Environment) -> dict[str, Any]:
    port = env.number("PORT", 8000, least=1, most=65535)
    plain: dict[str, Any] = {
        "database_url": env.database("HEARD_DATABASE_URL", "sqlite:///var/heard.db"),
        "anchors": Path(env.text("HEARD_ANCHORS", "var/anchors")),
        "keys_url": env.database("HEARD_KEYS_URL", "sqlite:///var/keys.db"),
        "clock_url": env.database("HEARD_CLOCK_URL", "sqlite:///var/clock.db"),
        "clock_name": env.text("HEARD_CLOCK_NAME", socket.gethostname() or "clock"),
        "limits_url": env.text("HEARD_LIMITS_URL", "memory://"),
        "bind": env.text("HEARD_BIND", "127.0.0.1"),
        "port": port,
        "public_url": env.address_of_site("HEARD_PUBLIC_URL", f"http://127.0.0.1:{port}"),
        "production": env.flag("HEARD_PRODUCTION"),
        "proxies": env.number("HEARD_PROXIES", 0, least=0, most=5),
        "threads": env.number("HEARD_THREADS", 16, least=1, most=256),
    }
    if env.begins_with("DBOS__"):
        env.problems.append("No variable may begin with DBOS__: the clock reports to nobody.")
    if plain["keys_url"] == plain["database_url"]:
        env.problems.append("HEARD_KEYS_URL must be a store apart from HEARD_DATABASE_URL.")
    return plain


def _warn(env: Environment, plain: Mapping[str, Any]) -> None:
    if plain["database_url"].startswith("postgresql") and plain["clock_url"].startswith("sqlite"):
        log.warning("HEARD_CLOCK_URL is a file here: doors on other machines cannot wake the clock")
    for name in env.unknown():
        log.warning("%s is set but is not a setting of Heard: is it misspelt?", name)
