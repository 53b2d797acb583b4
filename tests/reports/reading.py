"""Reads a Word file back, as its reader's program would."""

import io
import re
import zipfile
from functools import cached_property

from docx import Document


class Read:
    """What a Word file says: its paragraphs with their styles, and its tables."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw

    @cached_property
    def document(self):
        return Document(io.BytesIO(self.raw))

    @cached_property
    def paragraphs(self):
        return [(p.style.name, p.text) for p in self.document.paragraphs if p.text.strip()]

    @cached_property
    def text(self):
        """Every paragraph and cell, in lines."""
        cells = [c.text for t in self.document.tables for row in t.rows for c in row.cells]
        return "\n".join([text for _, text in self.paragraphs] + cells)

    @cached_property
    def headings(self):
        return [text for style, text in self.paragraphs if style == "Heading 1"]

    def under(self, heading: str):
        """The paragraphs of one section, by the words of its heading."""
        inside, found = False, []
        for style, text in self.paragraphs:
            if style == "Heading 1":
                inside = text.endswith(heading)
            elif inside:
                found.append((style, text))
        return found

    def part(self, name: str) -> str:
        """One part of the package as text."""
        with zipfile.ZipFile(io.BytesIO(self.raw)) as packed:
            return packed.read(name).decode()

    def names(self) -> list[str]:
        with zipfile.ZipFile(io.BytesIO(self.raw)) as packed:
            return packed.namelist()

    def words_of_package(self) -> str:
        """All parts in one text, to look for what must be nowhere."""
        return "\n".join(self.part(n) for n in self.names() if re.search(r"\.(xml|rels)$", n))
