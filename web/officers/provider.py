"""The council's identity provider (OpenID Connect, such as Entra ID): asks it who somebody is.

Authorization code with PKCE, state and nonce. The second factor is the provider's to ask for.
Source: OpenID Connect Core 1.0, sections 3.1.2 and 3.1.3.7; RFC 7636.
"""

import json
import secrets
import urllib.request
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast
from urllib.parse import quote, urlencode, urlsplit

from authlib.oauth2.rfc7636 import create_s256_code_challenge
from authlib.oidc.core import CodeIDToken
from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from core.errors import HeardError

ALGORITHMS = ["RS256", "PS256", "ES256"]
WELL_KNOWN = "/.well-known/openid-configuration"
PATIENCE_S = 8
MOST_BYTES = 200_000
LEEWAY_S = 60


class ProviderFailed(HeardError):
    """The provider could not be reached, or its answer is not to be trusted."""

    status = 502

    def __init__(self) -> None:
        super().__init__("Your council's sign-in did not answer as it should. Please try again.")


@dataclass(frozen=True, slots=True)
class Way:
    """What has to be remembered, sealed, until somebody comes back."""

    state: str
    nonce: str
    verifier: str

    @classmethod
    def fresh(cls) -> "Way":
        """Three random texts for one sign-in."""
        return cls(*(secrets.token_urlsafe(48) for _ in range(3)))


@dataclass(frozen=True, slots=True)
class Person:
    """Who the provider says it is.

    Args:
        subject: never changes and is never given to anybody else.
        email: as it stands now; empty where the provider says that nobody checked it.
    """

    subject: str
    email: str


@dataclass(frozen=True, slots=True)
class Provider:
    """One identity provider, of one organisation.

    Args:
        issuer: its address, exactly as its tokens name it.
        only: whether the sign-in by password is shut.
    """

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    name: str = "your council account"
    only: bool = False

    def way_to(self, back_to: str, way: Way) -> str:
        """The address at the provider where somebody signs in, to come back to `back_to`."""
        asked = {
            "response_type": "code",
            "client_id": self.client_id,
            "redirect_uri": back_to,
            "scope": "openid email profile",
            "state": way.state,
            "nonce": way.nonce,
            "code_challenge": create_s256_code_challenge(way.verifier),
            "code_challenge_method": "S256",
        }
        return f"{self._about('authorization_endpoint')}?{urlencode(asked, quote_via=quote)}"

    def person(self, code: str, back_to: str, way: Way) -> Person:
        """Who came back with this code. ProviderFailed where anything about the answer is wrong."""
        asked = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": back_to,
            "client_id": self.client_id,
            "code_verifier": way.verifier,
        }
        said = f"{quote(self.client_id)}:{quote(self.client_secret)}"
        headers = {"Authorization": f"Basic {b64encode(said.encode()).decode()}"}
        answer = ask(self._about("token_endpoint"), urlencode(asked).encode(), headers)
        claims = self._checked(str(answer.get("id_token", "")), way)
        return Person(str(claims["sub"]), email_of(claims))

    def _checked(self, token: str, way: Way) -> Mapping[str, Any]:
        keys = KeySet.import_key_set(cast(Any, ask(self._about("jwks_uri"))))
        try:
            signed = jws.deserialize_compact(token, keys, algorithms=ALGORITHMS)
            claims = CodeIDToken(
                json.loads(signed.payload),
                signed.headers(),
                {"iss": {"value": self.issuer}, "aud": {"value": self.client_id}},
                {"nonce": way.nonce, "client_id": self.client_id},
            )
            claims.validate(leeway=LEEWAY_S)
        except (JoseError, ValueError) as error:
            raise ProviderFailed from error
        return cast(Mapping[str, Any], claims)

    def _about(self, what: str) -> str:
        """One of the addresses that the provider publishes about itself."""
        told = ask(self.issuer.rstrip("/") + WELL_KNOWN)
        if told.get("issuer") != self.issuer or not isinstance(told.get(what), str):
            raise ProviderFailed
        return cast(str, told[what])


def email_of(claims: Mapping[str, Any]) -> str:
    """The address to find an officer by, once; an unchecked one is none.

    Rationale: Entra ID lets a user of some tenants write any address into `email`. So the issuer
    is one tenant's, and after the first time only the subject counts (services.federation).
    """
    if claims.get("email_verified", True) not in (True, "true"):
        return ""
    return str(claims.get("email") or claims.get("preferred_username") or "")


def ask(
    address: str, body: bytes | None = None, headers: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """What a provider answers, as JSON."""
    if not _is_safe(address):
        raise ProviderFailed
    request = urllib.request.Request(address, body, dict(headers or {}))  # noqa: S310 - see above
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:  # noqa: S310 - ditto
            told = json.loads(answer.read(MOST_BYTES))
    except (OSError, ValueError) as error:
        raise ProviderFailed from error
    if not isinstance(told, dict):
        raise ProviderFailed
    return told


def _is_safe(address: str) -> bool:
    """HTTPS; plain HTTP to this very machine alone, whatever the name begins with."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    here = parts.scheme == "http" and parts.hostname in {"localhost", "127.0.0.1"}
    return here or (parts.scheme == "https" and bool(parts.hostname))


def provider_of(
    issuer: str, client_id: str, client_secret: str, name: str, only: bool
) -> Provider | None:
    """The provider that the settings name; None where they name none."""
    return Provider(issuer, client_id, client_secret, name, only) if issuer else None
