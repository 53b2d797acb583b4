"""What every page of the web door leans on: the house behind it, and how the door itself hangs."""

import hmac
from dataclasses import dataclass
from typing import cast

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from flask import current_app

from services.house import House

WEATHER = "https://www.bbc.co.uk/weather"


@dataclass(frozen=True, slots=True)
class Hanging:
    """How the door hangs.

    Args:
        cookie_key: the secret that all of the door's own keys are made from; 32 bytes or more.
        https: cookies are `__Host-` and Secure, and HSTS is sent. False only on one's own machine.
        leave_to: the plain page that "Leave this page" opens.
        limited: a flood from one address is slowed down. False only in benches.
        proxies: how many proxies of our own stand before the door.
        provider: the council's identity provider (web.officers.provider), where one is set up.
        limits_url: where floods are counted; memory for one process, Redis for several.
    """

    cookie_key: bytes
    https: bool = True
    leave_to: str = WEATHER
    limited: bool = True
    proxies: int = 0
    limits_url: str = "memory://"
    provider: object = None

    def key_for(self, purpose: str) -> bytes:
        """A 32-byte key for one purpose alone."""
        return HKDF(SHA256(), 32, None, purpose.encode()).derive(self.cookie_key)

    def cookie_name(self, name: str) -> str:
        """The cookie's name, tied to this very host where there is https."""
        return f"__Host-{name}" if self.https else name


def house() -> House:
    """The house that this door opens on."""
    return cast(House, current_app.extensions["heard_house"])


def hanging() -> Hanging:
    """How this door hangs."""
    return cast(Hanging, current_app.extensions["heard_hanging"])


def mac(purpose: str, text: str) -> str:
    """A keyed hash of `text` for one purpose, in hexadecimal."""
    return hmac.digest(hanging().key_for(purpose), text.encode(errors="replace"), "sha256").hex()
