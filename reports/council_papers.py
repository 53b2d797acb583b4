"""Reads the papers that a council must have from reports/council/, and fills in its settings.

They are plain text: `# title`, `> a line above it`, `## heading`, `- point`, `Table: caption` with
`| cell |` rows below, and paragraphs. A gap is {named}. So whoever words them needs no Python.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from core.documents import Document, Grid, Item, Points, Section, Text

HERE = Path(__file__).parent / "council"


def paper(key: str, gaps: Mapping[str, str]) -> Document:
    """One paper, filled in. KeyError where it has a gap that nothing fills."""
    lines = (HERE / f"{key}.md").read_text(encoding="utf-8").splitlines()
    told = [line for each in lines for line in each.format_map(gaps).split("\n")]
    title = next(line[2:] for line in told if line.startswith("# "))
    above = tuple(line[2:] for line in told if line.startswith("> "))
    return Document(title, tuple(_sections(told)), above)


def _sections(lines: list[str]) -> Iterator[Section]:
    at = [place for place, line in enumerate(lines) if line.startswith("## ")]
    for start, end in zip(at, [*at[1:], len(lines)], strict=True):
        yield Section(lines[start][3:], tuple(_items(lines[start + 1 : end])))


def _items(lines: list[str]) -> Iterator[Item]:
    """The blocks, which lie apart by an empty line."""
    block: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            block.append(line.strip())
        elif block:
            yield _item(block)
            block = []


def _item(block: list[str]) -> Item:
    if block[0].startswith("Table: "):
        rows = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in block[1:]]
        return Grid(block[0].removeprefix("Table: "), rows[0], tuple(rows[1:]))
    if block[0].startswith("- "):
        return Points(tuple(line.removeprefix("- ") for line in block))
    return Text(" ".join(block))
