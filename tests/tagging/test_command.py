import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def tag(given: bytes):
    return subprocess.run(
        [sys.executable, "-m", "tagging"], input=given, capture_output=True, cwd=ROOT, check=False
    )


def test_a_line_in_gives_a_line_out_in_the_fixed_shape():
    done = tag(json.dumps({"id": "v1", "text": "My school is great 😊 ring 07700 900123"}).encode())
    (line,) = done.stdout.splitlines()
    said = json.loads(line)
    assert list(said) == [
        "id", "themes", "suggested", "feeling", "worry", "signal", "personal", "language",
    ]  # fmt: skip
    assert said["id"] == "v1"
    first = said["themes"][0]
    assert list(first) == ["key", "score", "why"]
    assert (first["key"], first["why"][0]) == ("education", "school")
    assert (said["suggested"], said["feeling"], said["worry"]) == (
        ["education"],
        "positive",
        "none",
    )
    assert (said["signal"], said["language"]) == (None, "en")
    assert {"start": 26, "end": 38, "type": "PHONE"} in said["personal"]
    assert (done.returncode, done.stderr) == (0, b"")


def test_bad_lines_are_named_by_number_without_their_words_and_the_rest_goes_on():
    bad = [
        b"secretword",
        b'["secretword"]',
        b'{"id": "a"}',
        b'{"text": "secretword"}',
        b'{"id": "a", "text": 7}',
        b'{"id": null, "text": "secretword"}',
        b'{"id": true, "text": "secretword"}',
        b'{"id": "a", "text": "secretword\xff"}',
        b'{"id": ' + b"9" * 5000 + b', "text": "secretword"}',
        b"[" * 100_000,
    ]
    done = tag(b"\n".join([*bad, b"", b'{"id": 12, "text": "my school"}']))
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == [12]
    errors = done.stderr.decode().splitlines()
    assert [line.split(":")[0] for line in errors] == [f"line {n}" for n in range(1, len(bad) + 1)]
    assert b"secretword" not in done.stderr
    assert done.returncode == 0


def test_it_fails_only_when_nothing_could_be_read():
    assert tag(b"nope\n").returncode == 1
    assert tag(b"").returncode == 0


def test_half_a_surrogate_is_answered():
    done = tag(b'{"id": "x", "text": "\\ud800 my school"}')
    assert json.loads(done.stdout)["suggested"] == ["education"]
