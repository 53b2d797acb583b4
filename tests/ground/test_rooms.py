"""Each import contract in pyproject.toml is shown to break when it should, and only then.

A small copy of the house stands in a temporary folder: every room empty, every main allowed to
wire. Then one rogue module for each thing that a contract forbids, and each must be named.
"""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
NAMES = {each["id"]: each["name"] for each in CONTRACTS["contracts"]}
FORBIDDEN = [
    # contract, room of the rogue, what it imports
    ("path", "core", "services"),
    ("path", "core", "storage"),
    ("path", "storage", "services"),
    ("path", "storage", "tagging"),
    ("path", "reports", "notices"),
    ("path", "intray", "storage"),
    ("path", "services", "web"),
    ("path", "web", "bot"),
    ("path", "clock", "sample"),
    ("doors", "web", "storage"),
    ("doors", "web", "intray"),
    ("doors", "bot", "notices"),
    ("doors", "clock", "tagging"),
    ("doors", "sample", "reports"),
    ("mains", "core", "settings"),
    ("mains", "storage", "settings"),
    ("mains", "services", "wiring"),
    ("mains", "web", "wsgi"),
    ("sql", "services", "sqlalchemy"),
    ("sql", "web", "sqlalchemy"),
    ("sql", "bot", "sqlite3"),
    ("sql", "tagging", "psycopg"),
    ("runner", "services", "dbos"),
    ("runner", "web", "dbos"),
    ("machine", "services", "textblob"),
    ("machine", "web", "sklearn"),
    ("machine", "intray", "pycld2"),
    ("documents", "services", "docx"),
    ("documents", "web", "xlsxwriter"),
    ("slack", "services", "slack_sdk"),
    ("slack", "web", "slack_bolt"),
    ("pages", "services", "flask"),
    ("pages", "bot", "flask"),
    ("pages", "reports", "wtforms"),
    ("core", "core", "pathlib"),
    ("core", "core", "logging"),
]
ALLOWED = [
    ("web.__main__", "storage.store"),
    ("web.__main__", "settings"),
    ("web.__main__", "wiring"),
    ("clock.__main__", "notices"),
    ("clock.queues", "dbos"),
    ("bot.listeners", "services"),
    ("bot.listeners", "slack_bolt"),
    ("notices.slack", "slack_sdk"),
    ("services.intake", "storage.store"),
    ("services.papers", "reports"),
    ("storage.store", "sqlalchemy"),
    ("tagging.feeling", "textblob"),
    ("reports.word", "docx"),
    ("intray.sheets", "openpyxl"),
    ("web.pages", "flask"),
    ("web.pages", "services.intake"),
    ("web.pages", "core"),
]


def _build(folder: Path) -> Path:
    shutil.copy(ROOT / "pyproject.toml", folder)
    for room in CONTRACTS["root_packages"]:
        (folder / room).mkdir()
        (folder / room / "__init__.py").touch()
    (folder / "storage" / "store.py").touch()
    for name, imported in ALLOWED:
        place = folder / f"{name.replace('.', '/')}.py"
        with place.open("a") as module:
            module.write(f"import {imported}\n")
    return folder


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    wide = {**os.environ, "COLUMNS": "200"}  # or long sentences come in two lines
    return subprocess.run(
        command, cwd=folder, env=wide, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What lint-imports says of each contract once every rogue is in the house."""
    folder = _build(tmp_path_factory.mktemp("rogues"))
    for number, (_, room, imported) in enumerate(FORBIDDEN):
        (folder / room / f"rogue_{number}.py").write_text(f"import {imported}\n")
    ended = _lint(folder)
    assert ended.returncode != 0
    said = ended.stdout.partition("Broken contracts")[2]
    parts = {key: said.partition(f"{name}\n")[2] for key, name in NAMES.items()}
    heads = "|".join(re.escape(f"{name}\n---") for name in NAMES.values())
    return {key: re.split(heads, part, maxsplit=1)[0] for key, part in parts.items()}


def test_a_house_in_order_keeps_every_contract(tmp_path: Path) -> None:
    ended = _lint(_build(tmp_path))
    assert ended.returncode == 0, ended.stdout
    assert f"{len(NAMES)} kept, 0 broken" in ended.stdout


@pytest.mark.parametrize("number", range(len(FORBIDDEN)), ids=lambda n: "-".join(FORBIDDEN[n]))
def test_a_rogue_module_is_named_by_its_contract(report: dict[str, str], number: int) -> None:
    contract, room, imported = FORBIDDEN[number]
    assert re.search(rf"{room}\.rogue_{number} -> {imported}\b", report[contract])


def test_every_contract_is_shown_to_break() -> None:
    assert {contract for contract, _, _ in FORBIDDEN} == set(NAMES)


def test_a_contract_is_named_as_a_sentence() -> None:
    assert all(name[0].isupper() and name.count(" ") >= 3 for name in NAMES.values())
