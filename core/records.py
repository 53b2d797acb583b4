"""What a paper holds beside its figures: what officers wrote, what it rests on, what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from core.actions import Action
from core.digests import Heard
from core.headings import SECTIONS
from core.summaries import Count, PaperOrder

FIGURES, ACTION, MINUTES, SOURCE, TOTALS = "figures", "action", "minutes", "source", "totals"
ASK, REPORT = "ask", "report"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a sentence rests on.

    Args:
        ref: kind and what it names, such as "action:abc" or "source:Return of 31 March 2026".
        words: how the paper names it.
        sha256: of what was frozen, where it was.
    """

    ref: str
    words: str
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """One paragraph that an officer wrote.

    Args:
        section: a key of core.headings, or of the plan ("plan/home/will") or the young version.
        rests: the references that it rests on. With none, it does not print.
    """

    id: str
    section: str
    words: str
    rests: tuple[str, ...]
    theme: str = ""
    version: int = 1
    by: str = ""
    on: date | None = None

    @property
    def prints(self) -> bool:
        """A claim without evidence does not print."""
        return bool(self.rests)


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that Heard writes by itself, and the reference that it rests on."""

    ref: str
    words: str


@dataclass(frozen=True, slots=True)
class SignOff:
    """What members of the young people's council said of the young version and the quotes."""

    yes: int = 0
    no: int = 0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """Everything beside the figures that one paper holds.

    Args:
        promises: actions that the council says it will do, of any paper; `since` those of earlier.
        corrected: voice to how many views their writers said were misunderstood, as frozen.
        faces: theme to face to count, young people's own choice.
        to_correct: meetings whose issued papers rest on a view that was taken back since.
        arising: what came back from those who were asked.
        correction: that this very paper was issued, and a view was taken back since.
    """

    written: tuple[Written, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    since: tuple[Action, ...] = ()
    silence: tuple[Heard, ...] = ()
    sign_off: SignOff | None = None
    corrected: Mapping[str, Count] = field(default_factory=dict)
    faces: Mapping[str, Mapping[str, Count]] = field(default_factory=dict)
    publish_by: date | None = None
    arising: tuple[Claim, ...] = ()
    correction: Claim | None = None
    to_correct: tuple[date, ...] = ()
    today: date | None = None

    @property
    def frozen(self) -> bool:
        """Whether the figures never change again."""
        return any(one.ref == FIGURES and one.sha256 for one in self.evidence)

    def in_section(self, section: str, theme: str | None = None) -> tuple[Written, ...]:
        """What was written for a section and prints; of one theme where it is named."""
        return tuple(
            one
            for one in self.written
            if one.section == section and one.prints and (theme is None or one.theme == theme)
        )


EMPTY = Record()
PARTS = (
    ("will", "What we will do"),
    ("know", "How we will know"),
    ("since", "What we said last time and what happened"),
    ("cannot", "What we can't do, and why"),
)
WRITABLE = tuple(key for key in SECTIONS if key not in ("glossary", "contact"))


@dataclass(frozen=True, slots=True)
class Draft:
    """A paper that is being written."""

    id: str
    order: PaperOrder
    made_on: date
    issued_on: date | None = None
