"""An empty folder to start Heard in."""

import os

import pytest

from tests.ground.starts import write_council


@pytest.fixture
def home(tmp_path, monkeypatch):
    """An empty directory with a council's file, and the umask put back afterwards."""
    monkeypatch.chdir(tmp_path)
    write_council()
    before = os.umask(0o022)
    yield tmp_path
    os.umask(before)
