"""The keys that this Heard holds, and what is worked out with them."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass, fields

KEY_BYTES = 32


@dataclass(frozen=True, slots=True, repr=False)
class Secrets:
    """Five keys of 32 random bytes, each for one purpose, so that one leak opens one thing.

    Args:
        master: wraps the key of each record.
        receipts: turns a once-key into a word code, and a word code into what is stored.
        once: marks a sending that was already stored.
        sessions: marks officers' sessions and seals short-lived cookies.
        audit: chains the audit.
    """

    master: bytes
    receipts: bytes
    once: bytes
    sessions: bytes
    audit: bytes

    def __post_init__(self) -> None:
        short = [f.name for f in fields(self) if len(getattr(self, f.name)) != KEY_BYTES]
        if short:
            raise ValueError(f"these keys are not {KEY_BYTES} bytes: {', '.join(short)}")

    def __repr__(self) -> str:
        return "Secrets(...)"


def make_secrets() -> Secrets:
    """Five new keys."""
    return Secrets(*(secrets.token_bytes(KEY_BYTES) for _ in fields(Secrets)))


def mac(key: bytes, purpose: str, text: str) -> bytes:
    """A keyed hash (HMAC-SHA-256) of `text`, different for each purpose."""
    return hmac.new(key, f"{purpose}\0{text}".encode(), hashlib.sha256).digest()


def new_id() -> str:
    """128 random bits for a row: nobody can tell from it which row came first."""
    return secrets.token_urlsafe(16)
