"""Copies both stores while they are in use, and brings them back on an empty machine.

The books are copied first and the keys after them: keys are written before the words that they
seal, so every copied word finds its key. The two copies belong on different shelves, and those of
the keys are kept 30 days at most: an old copy of the books then holds nothing that was erased.
"""

import os
import shutil
import sqlite3
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import URL

from core.errors import HeardError

PASSING = ("once", "draft")  # gone within the hour, so no copy holds them


class BackupFailed(HeardError):
    """A copy could not be made or brought back; the message says why."""

    status = 500


def backup(url: str, folder: Path, name: str) -> Path:
    """A consistent copy of one store in `folder`, readable by its owner alone; its path."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    parsed = sa.make_url(url)
    sqlite = parsed.get_backend_name() == "sqlite"
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    target = folder / f"{name}-{stamp}.{'db' if sqlite else 'dump'}"
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    if sqlite:
        _copy_sqlite(Path(parsed.database or ""), target)
    else:
        _run(
            "pg_dump",
            parsed,
            "--format=custom",
            "--no-owner",
            *(f"--exclude-table-data={passing}" for passing in PASSING),
            f"--file={target}",
        )
    return target


def restore(url: str, copy: Path) -> None:
    """Bring a copy back into a store where nothing is yet.

    Raises:
        BackupFailed: something is there already, or the copy is not whole.
    """
    if not copy.is_file():
        raise BackupFailed(f"There is no copy at {copy}.")
    parsed = sa.make_url(url)
    if parsed.get_backend_name() == "sqlite":
        _restore_sqlite(copy, Path(parsed.database or ""))
    else:
        _run(
            "pg_restore", parsed, "--no-owner", "--exit-on-error", "--single-transaction", str(copy)
        )


def _copy_sqlite(source: Path, target: Path) -> None:
    if not source.is_file():
        raise BackupFailed(f"There is no database at {source}.")
    with sqlite3.connect(source) as here, sqlite3.connect(target) as there:
        here.backup(there, pages=1000)
    here.close()
    there.execute("PRAGMA journal_mode=DELETE")
    there.execute("PRAGMA secure_delete=ON")
    for passing in PASSING:
        if there.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (passing,)).fetchone():
            there.execute(f"DELETE FROM {passing}")  # noqa: S608 - our own two names
            there.commit()
    there.close()
    _check_whole(target)


def _check_whole(path: Path) -> None:
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        (verdict,) = connection.execute("PRAGMA integrity_check").fetchone()
    except sqlite3.DatabaseError as error:
        raise BackupFailed(f"{path} is not a whole copy: {error}.") from error
    finally:
        connection.close()
    if verdict != "ok":
        raise BackupFailed(f"{path} is not a whole copy: {verdict}.")


def _restore_sqlite(copy: Path, target: Path) -> None:
    if target.exists() and target.stat().st_size:
        raise BackupFailed(f"{target} is there already. Move it away first.")
    if copy.with_name(copy.name + "-wal").exists():
        raise BackupFailed(f"{copy} was copied while it was in use. Use `storage backup` instead.")
    _check_whole(copy)
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.close(os.open(target, os.O_CREAT | os.O_WRONLY, 0o600))
    shutil.copyfile(copy, target)


def _run(tool: str, url: URL, *arguments: str) -> None:
    found = os.environ.get("HEARD_POSTGRESQL_BIN", "")
    program = shutil.which(tool, path=found or None)
    if program is None:
        raise BackupFailed(f"{tool} is not on this machine. Install PostgreSQL's client programs.")
    told = url.set(drivername="postgresql", password=None).render_as_string()
    secret = {"PGPASSWORD": url.password} if url.password else {}
    done = subprocess.run(  # noqa: S603 - our own arguments, no shell
        [program, f"--dbname={told}", *arguments],
        env={**os.environ, **secret},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BackupFailed(f"{tool} failed: {done.stderr.strip()[-500:]}")
