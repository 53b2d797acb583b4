"""Holds files and functions to their sizes: `python -m tools.sizes` names each that is too long.

Rationale: a file that passes 250 lines is a room that wants a wall, and a door's function that
passes 14 has begun to do the work of a service.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MOST_IN_FILE = 250
MOST_IN_FUNCTION = 30
MOST_IN_DOOR = 14
PAGES = frozenset({"route", "get", "post", "errorhandler", "app_errorhandler"})
LISTENERS = frozenset({"command", "shortcut", "view", "action", "event", "options", "message"})
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class TooLong:
    """One thing that is longer than it may be."""

    place: str
    lines: int
    most: int

    def __str__(self) -> str:
        return f"{self.place}: {self.lines} lines, at most {self.most}"


def _is_migration(path: Path) -> bool:
    """A migration is the list of what changed that day; cutting it up would only hide that."""
    return "migrations" in path.parts and path.name[:4].isdigit()


def _is_open_to_the_outside(path: Path, function: Function) -> bool:
    """Whether a door hands requests to this function: a page of the web, a listener of the bot."""
    names = {"web": PAGES, "bot": LISTENERS}.get(path.parts[0], frozenset())
    called = [d.func if isinstance(d, ast.Call) else d for d in function.decorator_list]
    return any(isinstance(c, ast.Attribute) and c.attr in names for c in called)


def too_long_functions(path: Path, source: str) -> Iterator[TooLong]:
    """Each function that is over its size, counted from `def` to its last line."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, Function):
            continue
        most = MOST_IN_DOOR if _is_open_to_the_outside(path, node) else MOST_IN_FUNCTION
        lines = (node.end_lineno or node.lineno) - node.lineno + 1
        if lines > most:
            yield TooLong(f"{path}:{node.lineno} {node.name}", lines, most)


def too_long(path: Path, source: str) -> Iterator[TooLong]:
    """Everything in one file that is over its size. Tests may have long functions, not long files.

    Args:
        path: from the root of the project; its first part is the room.
    """
    lines = source.count("\n")
    if _is_migration(path):
        return
    if lines > MOST_IN_FILE:
        yield TooLong(str(path), lines, MOST_IN_FILE)
    if path.parts[0] != "tests":
        yield from too_long_functions(path, source)


def our_files() -> list[Path]:
    """Every Python file that git knows or would take, once."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.py"]
    listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [path for line in sorted(set(listed.splitlines())) if (path := Path(line)).exists()]


def main() -> int:
    """Print what is too long; end badly if anything is."""
    found = [t for p in our_files() for t in too_long(p, p.read_text(encoding="utf-8"))]
    for each in found:
        print(each)
    print(f"Sizes: {len(found)} too long." if found else "Sizes: all kept.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
