"""A scrutiny agenda item with all that stands in it, before it is laid out, and its documents."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.records import EMPTY, Record
from core.summaries import Summary


class Kind(StrEnum):
    """What it is for."""

    SCRUTINY = "scrutiny"
    EXEMPT = "exempt"
    PLAN = "plan"
    YOUNG = "young"
    ALOUD = "aloud"


class Form(StrEnum):
    """How it is written."""

    DOCX = "docx"
    HTML = "html"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class ScrutinyPaper:
    """A scrutiny agenda item, ready to be written out. Posts, never persons; no scores.

    Args:
        meeting_on: the day of the committee.
        headings: section key to heading text, from settings.
        questions_asked: the exact questions on the forms, as people saw them.
        glossary: acronym and its meaning, every one that is used.
        record: what officers wrote and what it rests on, actions, silence, who signed off.
    """

    council: str
    committee: str
    item_number: str
    report_of: str
    title: str
    meeting_on: date
    summary: Summary
    headings: dict[str, str]
    young_council: str
    questions_asked: tuple[str, ...]
    contact_post: str
    contact_email: str
    glossary: tuple[tuple[str, str], ...] = ()
    record: Record = EMPTY
