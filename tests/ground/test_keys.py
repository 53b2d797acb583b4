"""The five keys: made once, for their owner alone, never half, never typed by hand."""

import base64
import json
import os
import stat
import threading
from pathlib import Path

import pytest

from settings import Settings
from tests.ground.starts import keys, load, problems

pytestmark = pytest.mark.usefixtures("home")


def test_keys_are_made_once_for_their_owner_alone():
    first, second = load(), load()
    assert first.secrets == second.secrets
    assert stat.S_IMODE(Path("var/secrets.json").stat().st_mode) == 0o600
    assert os.listdir("var") == ["secrets.json"]


def test_processes_that_start_at_once_agree_on_one_set_of_keys():
    found: list[Settings] = []
    starts = [threading.Thread(target=lambda: found.append(load())) for _ in range(8)]
    for one in starts:
        one.start()
    for one in starts:
        one.join()
    assert len(found) == 8
    assert all(one.secrets == found[0].secrets for one in found)


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604])
def test_a_key_file_that_others_can_read_is_refused(mode):
    load()
    Path("var/secrets.json").chmod(mode)
    assert "can be read by others" in problems()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"master": "short"}'])
def test_a_broken_key_file_is_refused_and_left_alone(text):
    load()
    Path("var/secrets.json").write_text(text, "utf-8")
    assert "secrets.json" in problems()
    assert Path("var/secrets.json").read_text("utf-8") == text


def test_keys_from_the_environment_need_no_file():
    load(**keys())
    assert not Path("var").exists()


def test_a_missing_key_beside_the_others_is_named():
    some = keys()
    del some["HEARD_AUDIT_KEY"]
    assert "HEARD_AUDIT_KEY is missing" in problems(**some)


@pytest.mark.parametrize(
    "key", ["changeme", "A" * 43 + "=", base64.b64encode(b"secret" * 6).decode()]
)
def test_a_key_typed_by_hand_is_refused(key):
    said = problems(**keys() | {"HEARD_MASTER_KEY": key})
    assert "HEARD_MASTER_KEY" in said
    assert key not in said


def test_one_key_used_twice_is_refused():
    some = keys()
    assert "same" in problems(**some | {"HEARD_AUDIT_KEY": some["HEARD_MASTER_KEY"]})


def test_the_key_file_holds_the_five_keys_and_nothing_else():
    load()
    assert set(json.loads(Path("var/secrets.json").read_text("utf-8"))) == {
        "master",
        "receipts",
        "once",
        "sessions",
        "audit",
    }
