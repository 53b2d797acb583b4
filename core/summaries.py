"""What a summary holds once small numbers are hidden. Only these facts reach a paper."""

from dataclasses import dataclass
from datetime import date

from core.facts import Statement, Voice


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days, both ends included."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Count:
    """How many views. `number` is None where it is hidden; `under` says below what, where so.

    A hidden count with `under` None is hidden to protect another cell (complementary).
    """

    number: int | None
    under: int | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Permitted, masked words. Personal details are already replaced by [a word in brackets]."""

    words: str
    voice: Voice
    view_id: str


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """One theme: both voices' counts, the quotes it may carry, and public statements apart.

    Args:
        plain: its name on young people's pages.
        csi: elements of the improvement framework that it answers to.
        stance: what is said about it, in a sentence, where officers gave one.
    """

    key: str
    name: str
    young_people: Count
    practitioners: Count
    quotes: tuple[Quote, ...] = ()
    statements: tuple[Statement, ...] = ()
    plain: str = ""
    csi: tuple[str, ...] = ()
    stance: str = ""

    @property
    def title(self) -> str:
        """The name, and what is said about it."""
        return f"{self.name}: {self.stance}" if self.stance else self.name


@dataclass(frozen=True, slots=True)
class Summary:
    """One period: themes in their fixed order, totals, and how far people have checked it.

    Args:
        reviewed_percent: share of the views in the period whose themes a person agreed, 0 to 100,
            or None where it is hidden with the total.
        only_count: how many said "only count it".
        threshold: numbers below this are hidden; 5 or more.
    """

    period: Period
    themes: tuple[ThemeLine, ...]
    young_people: Count
    practitioners: Count
    reviewed_percent: int | None
    only_count: Count
    threshold: int = 5


@dataclass(frozen=True, slots=True)
class PaperOrder:
    """What an officer asks for: the period it speaks of, the meeting, and the item's number."""

    period: Period
    meeting_on: date
    item_number: str
