"""`python -m sample run`, as a newcomer does it, and what it says when it cannot."""

import os
import re
import signal
import smtplib
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from email.message import EmailMessage
from pathlib import Path

import pytest

from sample import __main__ as main
from sample.doors import PortTaken, check_port
from sample.letterbox import Letterbox

HOUSE = Path(__file__).parents[2]


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def _sample(folder: Path, verb: str, port: int, **more: str) -> subprocess.Popen[str]:
    environ = os.environ | {"PORT": str(port), "PYTHONPATH": str(HOUSE)} | more
    return subprocess.Popen(
        [sys.executable, "-m", "sample", verb],
        cwd=folder,
        env=environ,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def _get(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def _until(said: list[str], process: subprocess.Popen[str], wanted: str) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        said.append(line)
        if wanted in line:
            return
    raise AssertionError("".join(said))


@pytest.mark.slow
def test_a_newcomer_is_told_where_to_go_and_how_to_sign_in_and_can_stop_it(tmp_path):
    port = _free_port()
    # What belongs to a real Heard must not be touched by the sample.
    process = _sample(tmp_path, "run", port, HEARD_DATABASE_URL="postgresql://real/heard")
    said: list[str] = []
    try:
        _until(said, process, "To stop")
        text = "".join(said)
        assert f"http://127.0.0.1:{port}/desk" in text
        assert re.search(r"with this code:\n +\w+(-\w+){5}\n", text)
        assert re.search(r"reviewer@sample\.example +\S+-\S+ +\d{6}", text)
        status, page = _get(f"http://127.0.0.1:{port}/")
        assert status == 203, "as every page of the one address"
        assert "sample" in page.lower()
        assert _becomes_ready(f"http://127.0.0.1:{port}/readyz")
    finally:
        process.send_signal(signal.SIGTERM)
        rest, _ = process.communicate(timeout=30)
    assert process.returncode == 0, rest
    assert "The sample has stopped" in rest
    check_port("127.0.0.1", port)
    assert (tmp_path / "var/sample/heard.db").stat().st_mode & 0o077 == 0


def _becomes_ready(address: str) -> bool:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        if _get(address)[0] == 200:
            return True
        time.sleep(0.5)
    return False


def test_a_taken_port_is_said_plainly_before_anything_is_made(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortTaken):
            check_port("127.0.0.1", port)
        process = _sample(tmp_path, "run", port)
        said, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert f"Port {port} is taken" in said
    assert f"PORT={port + 1}" in said
    assert "Traceback" not in said
    assert not (tmp_path / "var").exists()


def test_a_port_that_is_no_number_is_said_plainly(tmp_path):
    process = _sample(tmp_path, "run", 0)
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "PORT must be" in said


def test_asking_for_a_number_before_there_is_a_sample_says_how_to_start_it(tmp_path):
    process = _sample(tmp_path, "number", 8000)
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "make run" in said


def test_a_sample_poured_before_its_code_was_kept_starts_and_tells_of_none(tmp_path, monkeypatch):
    monkeypatch.setattr(main, "PLACE", tmp_path)
    (tmp_path / main.PASSES).write_text("[]", "utf-8")
    assert "look-back" not in main._welcome("http://x")
    (tmp_path / main.CODE).write_text("one-two", "utf-8")
    assert "http://x/look-back with this code:\n  one-two\n" in main._welcome("http://x")


def test_a_letter_is_shown_and_goes_no_further():
    shown: list[EmailMessage] = []
    letter = EmailMessage()
    letter["To"] = "safeguarding@sample.example"
    letter["Subject"] = "Heard: somebody has to read this soon"
    letter.set_content("Sign in to read it.\n.a line that begins with a dot\n")
    with Letterbox(shown.append) as box, smtplib.SMTP("127.0.0.1", box.port, timeout=5) as server:
        server.send_message(letter, "heard@sample.example", ["safeguarding@sample.example"])
    assert [one["Subject"] for one in shown] == [letter["Subject"]]
    assert ".a line" in shown[0].get_content()
