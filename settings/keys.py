"""The keys that this Heard holds: from the environment, or a file that is made at first start.

The file is written whole under another name and then linked into place, so that two processes
starting at once agree on one set, and a crash leaves none rather than half.
"""

import base64
import binascii
import json
import os
import secrets
import stat
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

from settings.environment import Environment
from storage.secrets import KEY_BYTES, Secrets, make_secrets

VARIABLES = {
    "master": "HEARD_MASTER_KEY",
    "receipts": "HEARD_RECEIPT_KEY",
    "once": "HEARD_ONCE_KEY",
    "sessions": "HEARD_SESSION_KEY",
    "audit": "HEARD_AUDIT_KEY",
}
NEXT, NEXT_VARIABLE = "next_master", "HEARD_NEXT_MASTER_KEY"
LEAST_DIFFERENT_BYTES = 12
OTHERS = stat.S_IRWXG | stat.S_IRWXO


def read_secrets(env: Environment, *, may_make: bool) -> Secrets | None:
    """The five keys, or None with the reason among the problems.

    Args:
        may_make: write a new file where there is none (not while something else is wrong).
    """
    texts = {key: env.text(variable) for key, variable in VARIABLES.items()}
    env.text(NEXT_VARIABLE)  # known, and read by `python -m storage rotate` alone
    place = Path(env.text("HEARD_SECRETS_FILE", "var/secrets.json"))
    if any(texts.values()):
        for key in (key for key, text in texts.items() if not text):
            env.problems.append(f"{VARIABLES[key]} is missing: the others of the five are set.")
        return _checked(env, {k: t for k, t in texts.items() if t}, VARIABLES)
    if not place.exists() and not may_make:
        return None
    found = _from_file(env, place)
    return None if found is None else _checked(env, found, {k: f"{place}: {k}" for k in VARIABLES})


def _from_file(env: Environment, place: Path) -> dict[str, str] | None:
    try:
        if not place.exists():
            _make(place)
        if os.name == "posix" and place.stat().st_mode & OTHERS:
            env.problems.append(f"{place} can be read by others: chmod 600 {place}")
            return None
        held = json.loads(place.read_text("utf-8"))
    except OSError as error:
        env.problems.append(f"{place} cannot be read or made: {error.strerror}.")
        return None
    except ValueError:
        env.problems.append(f"{place} is not readable JSON: put back the one from your backup.")
        return None
    return held if isinstance(held, dict) else {}


def _make(place: Path) -> None:
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = place.with_name(f".{place.name}.{secrets.token_hex(8)}")
    new = make_secrets()
    held = {f.name: _as_text(getattr(new, f.name)) for f in fields(Secrets)}
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(held, file, indent=2)
            file.flush()
            os.fsync(file.fileno())
        os.link(draft, place)
    except FileExistsError:
        return
    finally:
        draft.unlink()


def _checked(env: Environment, held: Mapping[str, str], names: Mapping[str, str]) -> Secrets | None:
    keys = {key: _as_key(held.get(key)) for key in VARIABLES}
    for key in (k for k, value in keys.items() if value is None and (k in held or ":" in names[k])):
        env.problems.append(f"{names[key]} must be {KEY_BYTES} random bytes, written in base64.")
    good = {key: value for key, value in keys.items() if value is not None}
    if len(good) < len(VARIABLES):
        return None
    if len(set(good.values())) < len(VARIABLES):
        env.problems.append("Two of the five keys are the same: make each one anew.")
        return None
    return Secrets(**good)


def _as_text(key: bytes) -> str:
    return base64.urlsafe_b64encode(key).decode()


def _as_key(text: object) -> bytes | None:
    """The key, or None where it is the wrong length or was plainly typed by hand."""
    try:
        key = base64.b64decode(str(text), altchars=b"-_", validate=True)
    except (ValueError, binascii.Error):
        return None
    return key if len(key) == KEY_BYTES and len(set(key)) >= LEAST_DIFFERENT_BYTES else None


def begin_rotation(env: Environment) -> tuple[bytes, bytes] | None:
    """The master key and the one that takes its place, kept in the file before it is used.

    None, with the reason among the problems, where the keys come from the environment: then the
    new one is HEARD_NEXT_MASTER_KEY, and is given from there.
    """
    next_ = _as_key(env.text(NEXT_VARIABLE))
    now = _as_key(env.text(VARIABLES["master"]))
    if now is not None:
        if next_ is None:
            env.problems.append(f"{NEXT_VARIABLE} must hold the new key: 32 bytes, in base64.")
            return None
        return now, next_
    place = Path(env.text("HEARD_SECRETS_FILE", "var/secrets.json"))
    held = _from_file(env, place) or {}
    old = _as_key(held.get("master"))
    if old is None:
        return None
    if NEXT not in held:
        held[NEXT] = _as_text(secrets.token_bytes(KEY_BYTES))
        _write_over(place, held)
    return old, _as_key(held[NEXT]) or old


def finish_rotation(env: Environment) -> bool:
    """Let the new master key take the old one's place in the file; False where there is none."""
    place = Path(env.text("HEARD_SECRETS_FILE", "var/secrets.json"))
    if _as_key(env.text(VARIABLES["master"])) is not None:
        return False
    held = _from_file(env, place) or {}
    if NEXT not in held:
        return False
    held["master"] = held.pop(NEXT)
    _write_over(place, held)
    return True


def _write_over(place: Path, held: Mapping[str, str]) -> None:
    """Whole or not at all, also where the machine stops in the middle."""
    draft = place.with_name(f".{place.name}.{secrets.token_hex(8)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(dict(held), file, indent=2)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(place)
