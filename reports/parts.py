"""What a paper is made of before it becomes a Word file: sections of numbered paragraphs."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SubHeading:
    """A heading below a section's."""

    words: str


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph in the paper's own voice. `number` is empty where it bears none.

    Args:
        rests: references to what it rests on (core.records.Evidence).
    """

    number: str
    words: str
    rests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quoted:
    """Somebody's words, and whose they are where a line says so."""

    words: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """A list."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `description` is what somebody who cannot see it hears first."""

    caption: str
    description: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = SubHeading | Said | Quoted | Points | Table


@dataclass(slots=True)
class Part:
    """A section or an appendix; it numbers its own paragraphs.

    Args:
        mark: "4" for section 4.0, "B" for Appendix B.
    """

    mark: str
    heading: str
    blocks: list[Block] = field(default_factory=list)
    _count: int = 0

    def say(self, *paragraphs: str, rests: tuple[str, ...] = ()) -> str:
        """Add numbered paragraphs, and what they rest on; the number of the last."""
        for words in paragraphs:
            self._count += 1
            self.blocks.append(Said(f"{self.mark}.{self._count}", words, rests))
        return f"{self.mark}.{self._count}"

    def add(self, *blocks: Block) -> None:
        """Add what bears no number."""
        self.blocks.extend(blocks)

    @property
    def title(self) -> str:
        """The heading with its number: "4.0 What young people told us"."""
        if self.mark.isdigit():
            return f"{self.mark}.0\t{self.heading}"
        return f"Appendix {self.mark}: {self.heading}"


def own_words(parts: Iterable[Part]) -> list[str]:
    """Everything that the paper says itself, and every public statement with its source."""
    found = []
    for part in parts:
        found.append(part.heading)
        for block in part.blocks:
            found += _own(block)
    return found


def quoted_words(parts: Iterable[Part]) -> list[str]:
    """People's own words, which name no source."""
    blocks = (block for part in parts for block in part.blocks)
    return [block.words for block in blocks if isinstance(block, Quoted) and not block.source]


def _own(block: Block) -> list[str]:
    match block:
        case SubHeading(words) | Said(_, words, _):
            return [words]
        case Quoted(words, source):
            return [words, source] if source else []
        case Points(lines):
            return list(lines)
        case Table(caption, _, head, rows):
            return [caption, *head, *(cell for row in rows for cell in row)]
