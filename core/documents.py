"""A document before it is a page or a Word file: sections of paragraphs, lists and tables."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    words: str


@dataclass(frozen=True, slots=True)
class Points:
    """A list."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Somebody's own words."""

    words: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of two or three columns."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Item = Text | Points | Words | Grid


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """The whole.

    Args:
        lines: what stands above the title: the council, the marking.
    """

    title: str
    sections: tuple[Section, ...]
    lines: tuple[str, ...] = field(default=())


def kind_of(item: Item) -> str:
    """What a page has to draw: text, points, words or grid."""
    return type(item).__name__.lower()
