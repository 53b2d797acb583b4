"""Whether a request is Slack's own, decided on bytes before anything is parsed.

Rationale: Bolt checks after it has parsed, answers 500 to odd headers and logs the whole body
when a signature fails; a practitioner's words must not reach a log because a clock was wrong.
"""

import hashlib
import hmac
import re

OLDEST_S = 300
TIMESTAMP = re.compile(r"[0-9]{1,12}")
SIGNATURE = re.compile(r"v0=[0-9a-f]{64}")


def sign(secret: str, timestamp: str, body: bytes) -> str:
    """The signature that Slack would put beside this body."""
    signed = b"v0:" + timestamp.encode("ascii") + b":" + body
    return "v0=" + hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()


def is_genuine(secret: str, timestamp: str, signature: str, body: bytes, now: float) -> bool:
    """Whether the signature fits the raw body and the time is within five minutes of `now`."""
    if not secret or not TIMESTAMP.fullmatch(timestamp) or not SIGNATURE.fullmatch(signature):
        return False
    if abs(int(now) - int(timestamp)) > OLDEST_S:
        return False
    return hmac.compare_digest(sign(secret, timestamp, body), signature)
