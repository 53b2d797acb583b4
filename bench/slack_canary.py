"""B4: what is said in Slack, and by whom, is nowhere in plain: no file, no log, at any level."""

import time
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from signal import SIGTERM
from typing import Any

from bench.figures import Proof
from bench.slack_door import TOKEN, SlackDoor, locked, receipt_in, slack_door
from bench.slack_forgeries import SIGNATURE, TIME, status_of
from bot.signature import sign
from tests.bot import slack_side
from tests.bot.slack_side import SECRET, TEAM, Slack, encoded

CANARY = "zqcanaryzq"
TYPED = ("words", "team", "impact", "tried", "helps")
PICKED = ("risk", "kind", "area", "quote", "who")
OPENNESS = ("named", "confidential", "unnamed")
BOXES = ("code", "more", "saw", "link_code")
SAID = {field: f"Jamie {CANARY} {field}" for field in TYPED}
USER = {"id": f"U0{CANARY}", "name": CANARY, "username": CANARY, "team_id": TEAM}
LOCKED_S, SKEWED_S = 3.0, 900
STORED = len(OPENNESS) * 2 + 1
IN_PLAIN = "practitioner"
Payload = dict[str, Any]


def _view(number: object, **answers: str) -> Payload:
    """A sent modal with the canary in each text, name and id that is not the workspace's."""
    made = slack_side.view_submission(f"V0{CANARY}{number}", **{**SAID, **answers})
    made["view"] |= {"private_metadata": CANARY, "hash": CANARY, "external_id": CANARY}
    here = {"id": TEAM, "domain": CANARY}
    return made | {"user": USER, "team": here, "trigger_id": CANARY, "token": CANARY}


def _taken() -> Iterator[Payload]:
    """Sends that are stored, in each way to be open, and one that alerts somebody."""
    for who in OPENNESS:
        for at_risk in ("no", "yes"):
            yield _view(who + at_risk, who=who, risk=at_risk)
    yield _view("picked", **dict.fromkeys(PICKED, CANARY))
    yield _view("namedno", who="named", words=f"Added later: {CANARY}. He hit me.")


def _not_taken() -> Iterator[Payload]:
    """Sends that are answered, but not stored: nothing said, too much, unreadable, surprising."""
    yield _view("empty", words=" ")
    yield _view("long", words=f"{CANARY} " * 2_500)
    yield _view("nul", words=f"{CANARY}\0")
    yield _view("half", words=f"{CANARY} \ud83d")
    broken = _view("broken")
    broken["view"]["state"] = {"values": CANARY}
    yield broken
    other = _view("other")
    other["view"]["callback_id"] = CANARY
    yield other
    yield _view("type") | {"type": CANARY}
    yield _view("foreign") | {"enterprise": {"id": CANARY}}


def _around() -> Iterator[Payload]:
    """What else Slack says of a person: a command, the shortcut, buttons, the Home tab."""
    person = {"user": USER, "trigger_id": CANARY}
    yield slack_side.command(CANARY) | {"user_name": CANARY, "user_id": USER["id"]} | {
        "channel_id": CANARY, "channel_name": CANARY, "trigger_id": CANARY,
        "response_url": f"http://127.0.0.1:9/{CANARY}",
    }  # fmt: skip
    yield slack_side.shortcut() | person
    yield slack_side.shortcut() | person | {"callback_id": CANARY}
    yield slack_side.button("open_form") | person
    yield slack_side.button(CANARY) | person
    opened = slack_side.home_opened()
    opened["event"] |= {"user": USER["id"], "channel": CANARY}
    yield opened
    yield opened | {"event": {"type": "message", "text": CANARY, "user": CANARY}}
    yield from _steps()


def _steps() -> Iterator[Payload]:
    """The steps before Send, the shortcuts of a message, looking back, and officers' words."""
    for step in ("first", "say", "alert", "young", "code", "story", "link"):
        held = _view(step)
        held["view"]["callback_id"] = step
        boxes = {name: {name: {"value": f"{CANARY} {name}"}} for name in BOXES}
        held["view"]["state"]["values"] |= boxes
        yield held
    for callback in ("raise_from_message", "log_young_view"):
        yield {
            "type": "message_action", "callback_id": callback, "user": USER,
            "team": {"id": TEAM, "domain": CANARY}, "trigger_id": CANARY,
            "channel": {"id": CANARY, "name": CANARY},
            "message": {"text": f"<@{CANARY}> {CANARY}", "user": CANARY, "ts": CANARY},
        }  # fmt: skip
    for action in ("look_back", "open_mine", "take_back", "pulse.0", "log_young_view"):
        pressed = slack_side.button(action) | {"user": USER, "trigger_id": CANARY}
        pressed["actions"][0]["value"] = CANARY
        place = {"channel_id": CANARY, "message_ts": CANARY}
        yield pressed | {"view": _view(action)["view"], "container": place}
    for verb in ("link", "summary"):
        yield slack_side.command(f"{verb} {CANARY}") | {"user_name": CANARY, "user_id": USER["id"]}


def _send_all(door: SlackDoor, told: Counter[str], codes: set[str]) -> None:
    """Send each with a good signature, with Slack up and down, then with ones that fail."""
    everything = [*_taken(), *_not_taken(), *_around()]
    for payload in everything:
        reply = door.slack.send(payload)
        told[f"good {reply.status}"] += 1
        codes |= {receipt_in(reply) or ""} - {""}
    door.api.fail_always(status=500, error=CANARY)
    for payload in _around():
        told[f"good {door.slack.send(payload).status}"] += 1
    door.api.recover()
    for late in (SKEWED_S, -SKEWED_S):
        for payload in everything:
            told[f"failing {door.slack.send(payload, ago_s=late).status}"] += 1
    for payload in everything:
        forger = Slack(door.server.port, "another secret")
        told[f"failing {forger.send(payload).status}"] += 1
    _send_oddly(door, told)


def _send_oddly(door: SlackDoor, told: Counter[str]) -> None:
    """The canary where a header, an address or a body that makes no sense could carry it."""
    marked, body = CANARY.encode(), encoded(_view("odd"))
    for value in (marked, b"v0=" + marked, marked + b"\x00", marked + b"\xff"):
        for name in (TIME, SIGNATURE, b"User-Agent", b"Content-Length", b"Transfer-Encoding"):
            told[f"failing {status_of(door.server.port, [(name, value)], body)}"] += 1
    for path in (f"/{CANARY}", f"/slack/events?{CANARY}", f"/slack/events/{CANARY}"):
        told[f"failing {door.slack.post(body, {}, path=path).status}"] += 1
    for nonsense in (b"payload=" + marked, b"{" + marked, marked, b"\xff" + marked):
        headers = _signed(door.slack, nonsense)
        told[f"failing {door.slack.post(nonsense, headers).status}"] += 1


def _signed(slack: Slack, body: bytes) -> dict[str, str]:
    at = f"{time.time():.0f}"
    return {TIME.decode(): at, SIGNATURE.decode(): sign(slack.secret, at, body)}


def _needles(secret: str) -> Iterator[bytes]:
    """How a secret would look in a file: as it is, wide, in hexadecimal, or in base64."""
    raw = secret.encode()
    yield from (raw, secret.encode("utf-16-le"), raw.hex().encode())
    for shift in range(3):
        coded = b64encode(bytes(shift) + raw)
        yield coded[-(-shift * 8 // 6) : (shift + len(raw)) * 8 // 6]


def _hits(door: SlackDoor, secrets: list[str]) -> list[str]:
    """Each file that holds one of the secrets, in whatever case, once for each of them."""
    found: list[str] = []
    for place in door.files():
        with suppress(FileNotFoundError):  # a database at work puts files away
            held = place.read_bytes().lower()
            for secret in secrets:
                if any(needle.lower() in held for needle in _needles(secret)):
                    found.append(place.name)
    return found


def _kept(door: SlackDoor) -> tuple[int, int]:
    """How many views are kept, and how many of them say the canary to those who may read them."""
    store = door.books()
    with store.reading() as books:
        views = books.views.waiting()
        said = sum(CANARY in books.views.words(view)[0] for view in views)
    store.close()
    return len(views), said


def b4(engine: str) -> Proof:
    """Everything sent at DEBUG; then every byte that the door and its database wrote is read."""
    told: Counter[str] = Counter()
    codes: set[str] = set()
    with slack_door(engine, talkative=True) as door:
        _send_all(door, told, codes)
        for store in ("books", "keys"):
            with locked(door.urls[store], LOCKED_S):
                told[f"good {door.slack.send(_view(store)).status}"] += 1
        secrets = [CANARY, SECRET, TOKEN, *codes]
        hits = _hits(door, secrets)  # with the write-ahead log still there
        kept, said = _kept(door)
        door.server.kill(SIGTERM)
        hits += _hits(door, secrets)
        known = len(_hits(door, [IN_PLAIN]))
        files, log = len(door.files()), door.server.log.read_text(errors="replace")
    debug = sum(line.startswith("DEBUG:") for line in log.splitlines())
    return Proof(
        "B4",
        f"{sum(told.values())} sends with a canary in each field, name and id, {engine}",
        f"{len(hits)} hits ({sorted(set(hits))}) of {len(secrets)} secrets in {files} files, with "
        f"{debug} log lines at DEBUG, while running and after; {said} of {kept} views say it once "
        f"opened; a word kept in plain is found in {known}; {_said(told)}",
        "0 hits; every view says it, the log is at DEBUG, the word in plain is found",
        not hits and said == kept >= STORED and debug > 0 and known > 0,
    )


def _said(told: Counter[str]) -> str:
    return ", ".join(f"{many} {how}" for how, many in sorted(told.items()))
