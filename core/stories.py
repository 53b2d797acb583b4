"""What officers and the person who wrote see of one view."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.attention import Attention
from core.choices import Choice
from core.corrections import Correction
from core.facts import (
    AgeBand,
    Door,
    Face,
    Feeling,
    Kind,
    Permission,
    PersonalDetail,
    State,
    ThemeScore,
    Voice,
    Worry,
)
from core.identity import Contact
from core.judgement import Judgement
from core.notes import Note
from core.permissions import Sentence
from core.wants import Want


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened to a view. `what` is one of STEPS; `detail` is already plain text."""

    what: str
    on: date
    detail: str = ""


RECEIVED, READ, GROUPED, IN_PAPER, ANSWERED = "received", "read", "grouped", "in_paper", "answered"
STEPS = (RECEIVED, READ, GROUPED, IN_PAPER, ANSWERED)
DECIDED, ASKED = "decided", "asked"  # they may happen, and more than once
FILED = "filed"  # only where nobody can read an answer


@dataclass(frozen=True, slots=True)
class Message:
    """One message of the conversation. `from_us` is the service's side."""

    words: str
    on: date
    from_us: bool
    id: str = ""


def just_said(messages: Sequence[Message], words: str, on: date) -> bool:
    """Whether the last message says just this, from us and today: somebody pressed Send twice."""
    last = messages[-1] if messages else None
    return last is not None and last.from_us and (last.words, last.on) == (words, on)


@dataclass(frozen=True, slots=True)
class Story:
    """What a receipt opens: how it goes, when to look back, our answers. Never the first words."""

    voice: Voice
    state: State
    look_back_on: date
    steps: tuple[Step, ...]
    messages: tuple[Message, ...]
    theme_names: tuple[str, ...]
    permission: Permission


@dataclass(frozen=True, slots=True)
class QueueLine:
    """One view in the queue, without its words. The queue is sorted: worry first, then due date.

    Args:
        owner: the name of who has it in hand; empty where nobody has.
        unread: the officer who looks at the queue has not opened it.
        closed: answered and its themes agreed.
    """

    view_id: str
    voice: Voice
    door: Door
    kind: Kind
    worry: Worry
    asked_for_help: bool
    state: State
    received_on: date
    due_on: date
    theme_keys: tuple[str, ...]
    age_band: AgeBand | None
    language: str
    corrected: bool = False
    theme_names: tuple[str, ...] = ()
    owner_id: str | None = None
    owner: str = ""
    unread: bool = False
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Mask:
    """A span of the words that is never shown outside: [type] stands in its place."""

    start: int
    end: int
    type: str
    reason: str


@dataclass(frozen=True, slots=True)
class Part:
    """One text beside the words of the form: an addition, a short answer, a later message.

    Args:
        id: names it among the parts of its view.
        label: what stands over it.
        found: personal details that the machine saw in it; `masks` is what people hid.
    """

    id: str
    label: str
    words: str
    found: tuple[PersonalDetail, ...] = ()
    masks: tuple[Mask, ...] = ()


@dataclass(frozen=True, slots=True)
class ThemeDecision:
    """Who agreed which themes, and when. The last one counts; every one is kept."""

    keys: tuple[str, ...]
    post: str
    on: date


@dataclass(frozen=True, slots=True)
class OpenedView:
    """One view, opened by an officer (the reading is in the audit).

    Args:
        version: send it back with a change; a later version means somebody else changed it.
        suggested: the machine's scores; `picked` are those that it would tag.
        agreed: the themes that people agreed, or None where nobody has yet.
        found: personal details the machine saw, not masked until a person says so.
        wants: what they asked for: a complaint, an advocate.
        sentences: each with who may see it; `permission` is the most open of them.
        cleared: a person read it and says that no names or places are left; it may be quoted.
        corrections: what the writer said of how it was filed, first to last.
        attention: who has it in hand, has it open and read it.
        contact: what this officer may see of who wrote, and who asked to.
        choice: what they would like after telling of a worry.
        parts: what came beside the words, each of which can be masked, too.
        judgement: stance and marks, or None where nobody said.
    """

    view_id: str
    version: int
    voice: Voice
    door: Door
    kind: Kind
    words: str
    additions: tuple[str, ...]
    details: tuple[tuple[str, str], ...]
    topic: str | None
    face: Face | None
    age_band: AgeBand | None
    permission: Permission
    state: State
    received_on: date
    due_on: date
    worry: Worry
    signal: str | None
    feeling: Feeling
    language: str
    asked_for_help: bool
    suggested: tuple[ThemeScore, ...]
    picked: tuple[str, ...]
    agreed: tuple[str, ...] | None
    decisions: tuple[ThemeDecision, ...]
    found: tuple[PersonalDetail, ...]
    masks: tuple[Mask, ...]
    messages: tuple[Message, ...]
    steps: tuple[Step, ...]
    contact: Contact | None = None
    choice: Choice | None = None
    wants: frozenset[Want] = frozenset()
    sentences: tuple[Sentence, ...] = ()
    cleared: bool = False
    corrections: tuple[Correction, ...] = ()
    attention: Attention = Attention()
    parts: tuple[Part, ...] = ()
    judgement: Judgement | None = None
    notes: tuple[Note, ...] = ()
