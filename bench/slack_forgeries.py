"""B2: forged, old, foreign and odd requests against a real door: none gets in, none breaks it."""

import hashlib
import hmac
import random
import socket
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from bench.figures import Proof
from bench.slack_door import AT, slack_door
from tests.bot.slack_side import SECRET, encoded, home_opened, view_submission

ODD, UNLAWFUL, AT_ONCE = 1000, 200, 16
OLDEST_S, MARGIN_S = 300, 2
BODY = encoded(view_submission(words="Forged: let me in."))
OTHER = encoded(view_submission(words="Signed for these words, sent with others."))
CHECK = b'{"type": "url_verification", "challenge": "c-1"}'
TIME, SIGNATURE = b"X-Slack-Request-Timestamp", b"X-Slack-Signature"
CONTROLS = bytes([*range(9), 11, 12, *range(14, 32), 127]) + b"\r\n"
Headers = list[tuple[bytes, bytes]]


def signed(body: bytes, at: bytes, secret: str = SECRET) -> bytes:
    """The signature that fits, even for a time that no clock shows."""
    told = hmac.new(secret.encode(), b"v0:" + at + b":" + body, hashlib.sha256)
    return b"v0=" + told.hexdigest().encode()


def status_of(port: int, headers: Headers, body: bytes) -> int:
    """The status for these very bytes, which no HTTP client would let out; 0 for no answer."""
    head = b"POST " + AT.encode() + b" HTTP/1.1\r\nHost: heard\r\nConnection: close\r\n"
    head += b"Content-Type: application/x-www-form-urlencoded\r\n"
    head += b"Content-Length: %d\r\n" % len(body)
    head += b"".join(name + b": " + value + b"\r\n" for name, value in headers)
    with socket.create_connection(("127.0.0.1", port), timeout=30) as line:
        line.sendall(head + b"\r\n" + body)
        first = line.makefile("rb").readline().split(b" ")
    return int(first[1]) if len(first) > 1 else 0


def _pair(at: bytes, signature: bytes) -> Headers:
    return [(TIME, at), (SIGNATURE, signature)]


def _now(shift: int = 0) -> bytes:
    return str(int(time.time()) + shift).encode()


def _forgeries() -> Iterator[tuple[Headers, bytes]]:
    """Everything that somebody without the secret, or too late, could try in earnest."""
    now = _now()
    good = signed(BODY, now)
    yield [], BODY
    yield [(TIME, now)], BODY
    yield [(SIGNATURE, good)], BODY
    yield _pair(now, signed(BODY, now, "another secret")), BODY
    yield _pair(now, signed(BODY, now, "")), BODY
    yield _pair(now, signed(OTHER, now)), BODY
    yield _pair(now, good), BODY + b" "
    yield _pair(now, good), BODY[:-1]
    yield _pair(now, b"v1" + good[2:]), BODY
    yield _pair(now, good.upper()), BODY
    yield _pair(now, good[3:]), BODY
    yield _pair(now, good[:-1]), BODY
    yield _pair(_now(-1), good), BODY
    yield [*_pair(now, b"v0=" + b"0" * 64), (SIGNATURE, good)], BODY
    yield [(b"X_Slack_Request_Timestamp", now), (b"X_Slack_Signature", good)], BODY
    for shift in (-OLDEST_S - 1, -3600, -86400, OLDEST_S + MARGIN_S, 3600, 86400):
        at = _now(shift)
        yield _pair(at, signed(BODY, at)), BODY


def _foreign() -> Iterator[tuple[Headers, bytes]]:
    """Signed as it should be, but from elsewhere: these are 403."""
    changes: list[dict[str, Any]] = [
        {"team": {"id": "T0OTHER"}},
        {"team": None, "user": {"id": "U1", "team_id": "T0OTHER"}},
        {"enterprise": {"id": "E0OTHER"}},
        {"team": ["T0HEARD"]},
        {"team": None, "user": {"id": "U1"}, "view": {}},
    ]
    payloads = [view_submission() | change for change in changes]
    for body in map(encoded, [*payloads, home_opened() | {"team_id": "T0OTHER"}]):
        at = _now()
        yield _pair(at, signed(body, at)), body


TIMES = (
    b"", b"abc", b"1e9", b"-1", b"+1", b"0", b"nan", b"inf", b"0x7f", b"1_000", b"1.5", b"9" * 5000,
    "\uff11\uff18".encode(), "²".encode(), "٣".encode(), b"\xff\xfe", b"1 2", b"1,2", b"null",
)  # fmt: skip
SIGNATURES = (
    b"", b"v0=", b"v0", b"=", b"v1=" + b"0" * 64, b"v0=" + b"0" * 64, b"v0=" + b"0" * 65,
    b"v0=" + "é".encode() * 64, b"v0=" + b"\xe9" * 64, b"V0=" + b"a" * 64, b"v0=" + b"g" * 64,
    b"v0=" + b"a" * 9000, "v0=\uff10".encode(),
)  # fmt: skip


def _odd(number: int) -> tuple[Headers, bytes]:
    """One odd pair of headers; the same for the same number, but for the time of day."""
    dice = random.Random(number)
    at = dice.choice([*TIMES, _noise(dice), str(dice.getrandbits(80)).encode(), _now()])
    fitting = signed(BODY, at) if at in TIMES else b""
    odd = dice.choice(SIGNATURES)
    guessed = b"v0=" + dice.randbytes(32).hex().encode()
    return _pair(at, dice.choice([odd, guessed, _noise(dice), fitting])), BODY


def _noise(dice: random.Random) -> bytes:
    """Any bytes that HTTP allows in a header."""
    return dice.randbytes(dice.randrange(80)).translate(None, CONTROLS)


def _unlawful(number: int) -> tuple[Headers, bytes]:
    """A header with a byte that HTTP forbids: the server throws it out before the door."""
    dice = random.Random(number)
    value = _noise(dice) + bytes([dice.choice(CONTROLS)]) + b"x" + _noise(dice)
    return dice.choice([_pair(value, b"v0=" + b"0" * 64), _pair(_now(), value)]), BODY


def b2(engine: str) -> Proof:
    """The status of each forgery and of a thousand odd headers, and the rows that they left."""
    with slack_door(engine) as door:
        port = door.server.port
        before = door.rows()
        forged = Counter(status_of(port, *one) for one in _forgeries())
        foreign = Counter(status_of(port, *one) for one in _foreign())
        with ThreadPoolExecutor(AT_ONCE) as pool:
            odd = Counter(pool.map(lambda n: status_of(port, *_odd(n)), range(ODD)))
            bad = Counter(pool.map(lambda n: status_of(port, *_unlawful(n)), range(UNLAWFUL)))
        at = _now(MARGIN_S - OLDEST_S)
        late = status_of(port, _pair(at, signed(CHECK, at)), CHECK)
        added = sum(door.rows().values()) - sum(before.values())
    refused = set(forged) == set(odd) == {401} and set(foreign) == {403} and set(bad) <= {400, 401}
    return Proof(
        "B2",
        f"forged, foreign and {ODD} odd headers at a real door, {engine}",
        f"{_said(forged)} forged, {_said(foreign)} foreign, {_said(odd)} odd, {_said(bad)} that "
        f"are no HTTP, {added} rows; one of our own, {OLDEST_S - MARGIN_S} s late, {late}",
        "401 forged and odd, 403 foreign, 400 or 401 no HTTP, 0 rows, 200",
        refused and not added and late == 200,
    )


def _said(statuses: Counter[int]) -> str:
    return ", ".join(f"{many} x {status}" for status, many in sorted(statuses.items()))
