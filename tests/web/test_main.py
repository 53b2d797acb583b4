"""`python -m web` says what is missing, and lets an officer sign in from the command line."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pyotp
import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.slow


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """`python -m web` in an empty folder."""
    return subprocess.run(
        [sys.executable, "-m", "web", *arguments],
        cwd=folder,
        env=dict(os.environ, PYTHONPATH=str(ROOT), **environment),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_without_a_council_it_says_which_setting_to_mend(tmp_path: Path) -> None:
    ran = run(tmp_path, HEARD_COUNCIL="nowhere.toml")
    assert ran.returncode == 2
    assert "HEARD_COUNCIL" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_an_officer_is_let_in_and_their_secret_is_shown_once(tmp_path: Path) -> None:
    council = str(ROOT / "sample" / "council.toml")
    given = ["officer", "--email", "a@b.example", "--name", "A", "--post", "Lead"]
    environment = {"HEARD_COUNCIL": council, "OFFICER_PASSWORD": "long enough for this"}
    ran = run(tmp_path, *given, "--role", "reviewer", **environment)
    assert ran.returncode == 0, ran.stderr
    secret = re.search(r"^([A-Z2-7]{32})$", ran.stdout, re.MULTILINE)
    assert secret
    assert len(pyotp.TOTP(secret[1]).now()) == 6
    assert "long enough" not in ran.stdout + ran.stderr
    again = run(tmp_path, *given, "--role", "reviewer", **environment)
    assert again.returncode == 1
    assert "already sign in" in again.stderr
