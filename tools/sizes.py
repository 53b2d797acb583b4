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
DECORATED = {"web": PAGES, "bot": LISTENERS}
REGISTRARS = {
    "web": frozenset({"add_url_rule", "register_error_handler", "before_request", "after_request"}),
    "bot": frozenset({"error"}),
}
OURS = ("*.py", "*.scss", "*.html", "*.js")
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
    names = DECORATED.get(path.parts[0], frozenset())
    called = [d.func if isinstance(d, ast.Call) else d for d in function.decorator_list]
    return any(isinstance(c, ast.Attribute) and c.attr in names for c in called)


def handed_over(path: Path, source: str) -> frozenset[str]:
    """The names of functions that this file of a door registers by a call, without a decorator.

    Rationale: the desk's map is a table that a loop goes through, and the bot's a list of calls;
    the functions themselves lie in other files of the same room. Where such a file is imported,
    its name stands before the function's, for a short name may be there twice.
    """
    if path.suffix != ".py" or path.parts[0] not in REGISTRARS:
        return frozenset()
    nodes = list(ast.walk(ast.parse(source)))
    imported = {
        name.asname or name.name
        for node in nodes
        if isinstance(node, ast.ImportFrom)
        for name in node.names
    }
    found: set[str] = set()
    for call in nodes:
        if isinstance(call, ast.Call) and _registers(path.parts[0], call.func):
            for given in (*call.args, *(word.value for word in call.keywords)):
                for part in (given, *_looped_over(given, nodes)):
                    found |= _named(part, imported)
    return frozenset(found)


def _registers(room: str, called: ast.expr) -> bool:
    """Whether it is `blueprint.add_url_rule` or the like, or `app.command(...)` called again."""
    if isinstance(called, ast.Call):
        called, names = called.func, DECORATED[room]
    else:
        names = REGISTRARS[room]
    return isinstance(called, ast.Attribute) and called.attr in names


def _named(given: ast.expr, imported: set[str]) -> set[str]:
    if isinstance(given, ast.Name):
        return {given.id} - imported
    if not isinstance(given, ast.Attribute):
        return set()
    base = given.value
    is_file = isinstance(base, ast.Name) and base.id in imported
    return {ast.unparse(given) if is_file else given.attr}


def _looped_over(given: ast.expr, nodes: list[ast.AST]) -> Iterator[ast.expr]:
    """Every part of the table that a loop takes this name from."""
    if not isinstance(given, ast.Name):
        return
    loops = [loop for loop in nodes if isinstance(loop, ast.For)]
    tables = {
        loop.iter.id
        for loop in loops
        if isinstance(loop.iter, ast.Name)
        and any(isinstance(n, ast.Name) and n.id == given.id for n in ast.walk(loop.target))
    }
    for node in nodes:
        if isinstance(node, ast.Assign):
            to = {name.id for name in node.targets if isinstance(name, ast.Name)}
            if to & tables:
                yield from (n for n in ast.walk(node.value) if isinstance(n, ast.expr))


def too_long_functions(
    path: Path, source: str, doors: frozenset[str] = frozenset()
) -> Iterator[TooLong]:
    """Each function that is over its size, counted from `def` to its last line."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, Function):
            continue
        known = {node.name, f"{path.stem}.{node.name}"}
        is_door = bool(known & doors) or _is_open_to_the_outside(path, node)
        most = MOST_IN_DOOR if is_door else MOST_IN_FUNCTION
        lines = (node.end_lineno or node.lineno) - node.lineno + 1
        if lines > most:
            yield TooLong(f"{path}:{node.lineno} {node.name}", lines, most)


def too_long(path: Path, source: str, doors: frozenset[str] = frozenset()) -> Iterator[TooLong]:
    """Everything in one file that is over its size. Tests may have long functions, not long files.

    Args:
        path: from the root of the project; its first part is the room.
        doors: functions of that room that are registered by a call, wherever they lie.
    """
    lines = source.count("\n")
    if _is_migration(path):
        return
    if lines > MOST_IN_FILE:
        yield TooLong(str(path), lines, MOST_IN_FILE)
    if path.suffix == ".py" and path.parts[0] != "tests":
        yield from too_long_functions(path, source, doors)


def our_files() -> list[Path]:
    """Every file of code, style or page that git knows or would take, once."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", *OURS]
    listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [path for line in sorted(set(listed.splitlines())) if (path := Path(line)).exists()]


def main() -> int:
    """Print what is too long; end badly if anything is."""
    sources = {path: path.read_text(encoding="utf-8") for path in our_files()}
    doors: dict[str, frozenset[str]] = {}
    for path, source in sources.items():
        room = path.parts[0]
        doors[room] = doors.get(room, frozenset()) | handed_over(path, source)
    found = [t for p, source in sources.items() for t in too_long(p, source, doors[p.parts[0]])]
    for each in found:
        print(each)
    print(f"Sizes: {len(found)} too long." if found else "Sizes: all kept.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
