"""What our pages tell a newcomer to type can be typed; links that lead nowhere are found."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from tools import links

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
MAKEFILE = (ROOT / "Makefile").read_text()
TARGETS = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
PARTS = [f"requirements{kind}" for kind in ("", "-encoder", "-dev", "-node")]
FENCED = re.compile(r"^```(?:sh|bash|console|shell)?\n(.*?)^```", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`([^`\n]+)`")


def commands(page: Path) -> set[str]:
    """Each line of a fenced block and each `code` span that starts with a command of ours."""
    text = page.read_text()
    lines = [line for block in FENCED.findall(text) for line in block.splitlines()]
    found = {line.removeprefix("$ ").strip() for line in (*lines, *SPAN.findall(text))}
    return {each for each in found if each.startswith(("make ", "python -m ", ".venv/bin/python"))}


def test_every_make_command_in_the_documents_is_a_target() -> None:
    typed = {one for page in PAGES for one in commands(page) if one.startswith("make ")}
    words = {word for one in typed for word in shlex.split(one, comments=True)[1:]}
    targets = {word for word in words if "=" not in word}
    assert {"setup", "run", "prove"} <= targets <= TARGETS


def test_every_python_command_in_the_documents_can_be_started() -> None:
    every = {one for page in PAGES for one in commands(page)}
    rooms = {m for one in every for m in re.findall(r"python -m ([a-z_.]+)", one)}
    rooms -= {"pip", "venv", "pytest", "playwright"}
    assert {"web", "bot", "clock", "storage"} <= rooms
    gone = {
        room
        for room in rooms
        if not (ROOT / room.replace(".", "/") / "__main__.py").exists()
        and not (ROOT / f"{room.replace('.', '/')}.py").exists()
    }
    assert not gone


def test_make_alone_tells_every_command_that_the_project_promises() -> None:
    said = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    told = set(re.findall(r"^  make ([a-z]+)", said, re.MULTILINE))
    assert {"help", "setup", "run", "check", "test", "bench", "prove"} <= told <= TARGETS


def test_a_link_to_nowhere_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# One thing\n[here](#one-thing) [gone](gone.md) [x](page.md#two)\n")
    assert list(links.broken(page, page.read_text())) == [
        f"{page}: gone.md",
        f"{page}: page.md#two (no such heading)",
    ]


@pytest.mark.parametrize("name", PARTS)
def test_every_pin_has_a_hash_and_no_file_names_an_address(name: str) -> None:
    pinned = (ROOT / f"{name}.txt").read_text()
    assert "://" not in pinned
    assert "index" not in pinned
    parts = re.split(r"\n(?=[a-z])", pinned.strip(), flags=re.IGNORECASE)
    assert all("==" in part and "--hash=sha256:" in part for part in parts)


def test_every_test_file_that_a_page_names_is_there() -> None:
    named = {n for page in PAGES for n in re.findall(r"\btests/[\w/]+\.py", page.read_text())}
    assert named
    assert [one for one in sorted(named) if not (ROOT / one).exists()] == []


def test_no_two_decisions_have_one_number() -> None:
    pages = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert [page.name[:4] for page in pages] == [f"{n:04}" for n in range(1, len(pages) + 1)]
    headed = [page.read_text().splitlines()[0] for page in pages]
    assert [re.sub(r"\D.*", "", head.removeprefix("# ")) for head in headed] == [
        str(n) for n in range(1, len(pages) + 1)
    ]
