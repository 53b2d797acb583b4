"""What was said in public: statements of committee minutes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of public committee minutes: a third voice, quoted by its source."""

    words: str
    source: str
    position: int
    themes: tuple[str, ...] = ()
