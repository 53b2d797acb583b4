"""Starts the web door: `python -m web`. A main: it reads the settings and wires the rooms.

python -m web                 bring the stores up to date, then answer on HEARD_BIND and PORT
python -m web import FILE     take in a survey or minutes (see web/importing.py)
python -m web officer         let an officer sign in, and print what their authenticator needs
python -m web phone EMAIL     an invitation for an officer who lost their phone or password
"""

import argparse
import getpass
import logging
import os
import sys
from dataclasses import astuple

import pyotp
import waitress

import settings
import wiring
from core.errors import HeardError
from core.facts import Role
from services import accounts, staffing
from services.house import House
from storage import migrations
from web import importing, too_much
from web.app import MOST_BYTES, create_app
from web.officers.provider import provider_of

# Words on their way wait in memory and never in a temporary file on the disk.
ALL_IN_MEMORY = 2 * MOST_BYTES


def main(arguments: list[str]) -> int:
    """Do what was asked; 0 where it went well."""
    logging.basicConfig(level=logging.INFO)
    try:
        held = settings.load(os.environ)
    except settings.SettingsError as error:
        print(error, file=sys.stderr)
        return 2
    migrations.upgrade(held.database_url, held.keys_url)
    house = wiring.build_house(held)
    if not arguments:
        return serve(held, house)
    verb, rest = arguments[0], arguments[1:]
    if verb == "import":
        return importing.run(house, rest)
    if verb == "officer":
        return add_officer(house, rest)
    if verb == "phone":
        return new_phone(house, rest)
    print(__doc__, file=sys.stderr)
    return 2


def serve(held: settings.Settings, house: House) -> int:
    """Answer until stopped. No line is written for a visit."""
    app = create_app(
        house,
        cookie_key=held.secrets.sessions,
        https=held.public_url.startswith("https:"),
        proxies=held.proxies,
        limits_url=held.limits_url,
        provider=provider_of(*astuple(held.oidc)),
    )
    too_much.say_so_with(app)
    print(f"Heard answers on http://{held.bind}:{held.port}", flush=True)
    waitress.serve(
        app,
        host=held.bind,
        port=held.port,
        threads=held.threads,
        ident=None,
        clear_untrusted_proxy_headers=not held.proxies,
        max_request_body_size=ALL_IN_MEMORY,
        inbuf_overflow=ALL_IN_MEMORY,
        outbuf_overflow=ALL_IN_MEMORY,
        channel_timeout=60,
        _quiet=True,
    )
    return 0


def add_officer(house: House, arguments: list[str]) -> int:
    """Let an officer sign in; what is not given on the command line is asked for."""
    asked = _officer_options().parse_args(arguments)
    email = asked.email or input("Email: ")
    name = asked.name or input("Name: ")
    post = asked.post or input("Post, as papers print it: ")
    password = os.environ.get("OFFICER_PASSWORD") or getpass.getpass("Password: ")
    try:
        secret = accounts.add_officer(
            house, email=email, name=name, post=post, password=password, roles=asked.role
        )
    except HeardError as error:
        print(error, file=sys.stderr)
        return 1
    print("Shown once. Put this into an authenticator app:")
    print(secret)
    print(pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name="Heard"))
    return 0


def new_phone(house: House, arguments: list[str]) -> int:
    """Let an officer set up their sign-in anew where no second administrator is at hand."""
    parser = argparse.ArgumentParser(prog="python -m web phone")
    parser.add_argument("email")
    email = parser.parse_args(arguments).email
    try:
        code = staffing.start_anew(house, email)
    except HeardError as error:
        print(error, file=sys.stderr)
        return 1
    print("Signed out everywhere. Shown once, works once and for three days:")
    print(code)
    print(f"They type it at {house.desk_url}/welcome and set up a new password and number there.")
    return 0


def _officer_options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m web officer")
    parser.add_argument("--email")
    parser.add_argument("--name")
    parser.add_argument("--post")
    parser.add_argument(
        "--role",
        action="append",
        type=Role,
        required=True,
        choices=list(Role),
        metavar="ROLE",
        help=f"one of {', '.join(Role)}; give it once for each role",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
