"""The facts that pass between rooms: frozen, framework-free, named as the field names them."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from core.presses import Press
from core.statements import Statement as Statement
from core.wants import Want


class Voice(StrEnum):
    """Who is speaking. Minutes are a third, public voice and are never views (see Statement)."""

    YOUNG_PERSON = "young_person"
    PRACTITIONER = "practitioner"


class Door(StrEnum):
    """How the words arrived."""

    WEB = "web"
    SLACK = "slack"
    SURVEY = "survey"
    PAPER = "paper"


class Kind(StrEnum):
    """What the person says it is. Good news is as welcome as a problem."""

    VIEW = "view"
    GOOD_NEWS = "good_news"
    CONCERN = "concern"


class AgeBand(StrEnum):
    """The three groups of the council of young people."""

    CHILD = "8-11"
    TEEN = "12-17"
    ADULT = "18-25"


class Face(StrEnum):
    """The face that the person picked, never inferred."""

    GREAT = "great"
    GOOD = "good"
    OKAY = "okay"
    BAD = "bad"
    AWFUL = "awful"


class Permission(StrEnum):
    """Who may see these words quoted. COUNT_ONLY is the private default."""

    EVERYONE = "everyone"
    COUNCILLORS = "councillors"
    COUNT_ONLY = "count_only"


class Openness(StrEnum):
    """How much a person shows of themselves: nothing, a name to call them, a way to reach them."""

    ANONYMOUS = "anonymous"
    NICKNAME = "nickname"
    CONTACT = "contact"


class HalfDay(StrEnum):
    """The finest time that is kept about a view."""

    MORNING = "am"
    AFTERNOON = "pm"


class Worry(StrEnum):
    """How soon a person must look. UNREAD means the machine could not judge: never 'no concern'."""

    URGENT = "urgent"
    CONCERN = "concern"
    UNREAD = "unread"
    NONE = "none"


class Feeling(StrEnum):
    """The writer's attitude. A hint for aggregates, never printed about one person."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    MIXED = "mixed"
    NEUTRAL = "neutral"


class State(StrEnum):
    """Where a view stands, in the order in which it moves."""

    RECEIVED = "received"
    READ = "read"
    GROUPED = "grouped"
    ANSWERED = "answered"
    FILED = "filed"


class Role(StrEnum):
    """What an officer may do. An officer holds one or more."""

    READER = "reader"
    REVIEWER = "reviewer"
    SAFEGUARDING = "safeguarding_lead"
    PARTICIPATION = "participation_worker"
    MEMBERS_READER = "members_reader"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Who:
    """What a person chose to tell about themselves; kept apart from what they said."""

    openness: Openness = Openness.ANONYMOUS
    name: str = ""
    reach: str = ""


@dataclass(frozen=True, slots=True)
class Submission:
    """Words on their way in. The door knows how they arrived and nothing else.

    Args:
        once_key: one random text per form or modal; the same key is the same send.
        topic: a theme key, or None for "not sure".
        asked_for_help: the person pressed "I feel unsafe" or said a child is at risk now.
        details: short answers beside the words (area, team, what was tried), label to text.
        wants: what they asked for beside being heard; never worked out from the words.
        sentences: who may see each sentence; `permission` is then the most open of them.
        card: the keyed hash of a paper card's code, which then opens it; empty without a card.
        writer: who may see it as theirs in Slack, as "team/user"; empty without a name.
        received_on: the day on which a survey was answered, and counts; today where None.
    """

    voice: Voice
    door: Door
    words: str
    once_key: str
    kind: Kind = Kind.VIEW
    topic: str | None = None
    face: Face | None = None
    age_band: AgeBand | None = None
    permission: Permission = Permission.COUNT_ONLY
    sentences: tuple[Permission, ...] = ()
    who: Who = Who()
    asked_for_help: bool = False
    details: tuple[tuple[str, str], ...] = ()
    wants: frozenset[Want] = frozenset()
    writer: str = ""
    card: bytes = b""
    received_on: date | None = None


@dataclass(frozen=True, slots=True)
class ThemeScore:
    """One theme that the machine suggests: 0 to 1, and the words that carried it."""

    key: str
    score: float
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonalDetail:
    """Half-open code-point span of a personal detail, and its type (PERSON, PHONE, ...)."""

    start: int
    end: int
    type: str


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Everything the machine suggests about one text. People decide.

    Args:
        themes: every theme, best first; `suggested` holds those it would pick.
        signal: the leading sign behind a worry (self_harm, missing, ...) or None.
        language: ISO 639-1 code, "und" where it cannot be told.
        method: name and version of the tagger that said so.
    """

    themes: tuple[ThemeScore, ...] = ()
    suggested: tuple[str, ...] = ()
    feeling: Feeling = Feeling.NEUTRAL
    worry: Worry = Worry.UNREAD
    signal: str | None = None
    personal: tuple[PersonalDetail, ...] = ()
    language: str = "und"
    method: str = "none"


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """What goes back through the door once the words are stored.

    Args:
        receipt: the word code; None when the same send comes again after its half hour.
        repeated: this very send was stored before; nothing was added.
        added: the same form came again with other words; they were stored as an addition.
        help_first: show where help is before anything else.
    """

    receipt: str | None
    look_back_on: date
    help_first: bool = False
    repeated: bool = False
    added: bool = False


@dataclass(frozen=True, slots=True)
class Officer:
    """A signed-in person with a job. `post` is printed in papers; `name` never is."""

    id: str
    name: str
    post: str
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to send outward. Never words, a name or a code: a level, a time and a link.

    Args:
        id: the outbox row.
        audience: who is told ("safeguarding", "participation").
        subject: one line.
        body: plain text.
        tries: how often it was tried before.
        about: the view whose writer it is for; its sender is told `to` whom just before it goes.
        to: the one person or address that it goes to; empty for all of its audience.
    """

    id: str
    audience: str
    subject: str
    body: str
    tries: int = 0
    about: str | None = None
    to: str = field(default="", repr=False)
    presses: tuple[Press, ...] = ()
