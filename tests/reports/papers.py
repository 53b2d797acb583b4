"""A paper to write, with every kind of count in it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from core.facts import Statement, Voice
from core.papers import ScrutinyPaper
from core.summaries import Count, Period, Quote, Summary, ThemeLine
from core.themes import THEMES
from intray import minutes

SEEDS = Path(__file__).parent.parent / "seeds"
NONE, FEW, HIDDEN = Count(0), Count(None, under=5), Count(None)
COUNTS = {
    "home_carers": (Count(41), Count(12)),
    "family_time": (Count(17), Count(0)),
    "social_worker": (Count(23), Count(9)),
    "mental_health": (Count(19), FEW),
    "moving_placement": (HIDDEN, Count(8)),
    "workforce_caseloads": (NONE, Count(1016)),
}
QUOTES = {
    "home_carers": (
        Quote("I like it here. [name] makes tea when I get in.", Voice.YOUNG_PERSON, "a"),
        Quote("Can we have our own key?\n\nPlease.", Voice.YOUNG_PERSON, "b"),
        Quote("Carers tell us that short breaks keep them going.", Voice.PRACTITIONER, "c"),
    ),
    "mental_health": (
        Quote("I waited ages for CAMHS and NOBODY told me why.", Voice.YOUNG_PERSON, "d"),
    ),
}
PLACED = {
    "early_help_front_door": ("Early Help", "Front Door"),
    "workforce_caseloads": ("caseload",),
    "education": ("Personal Education Plan",),
    "mental_health": ("CAMHS", "Therapeutic"),
    "leaving_care": ("Pathway Planning", "leaving care"),
    "systems_process": ("audit",),
    "identity_culture": ("asylum",),
}


def statements() -> tuple[Statement, ...]:
    """Every statement of the two minutes, under the themes whose plain words it has."""
    found = []
    for place in sorted(SEEDS.glob("*.txt")):
        for said in minutes.read(place.read_text("utf-8")).statements:
            keys = tuple(k for k, words in PLACED.items() if any(w in said.words for w in words))
            found.append(replace(said, themes=keys))
    return tuple(found)


def summary(said: tuple[Statement, ...] = ()) -> Summary:
    """A period in which some themes are loud, some small and some quiet."""
    lines = tuple(
        ThemeLine(
            theme.key,
            theme.name,
            *COUNTS.get(theme.key, (NONE, NONE)),
            quotes=QUOTES.get(theme.key, ()),
            statements=tuple(s for s in said if theme.key in s.themes),
            plain=theme.plain,
            csi=theme.csi,
        )
        for theme in THEMES
    )
    return Summary(
        period=Period(date(2026, 10, 1), date(2026, 12, 31)),
        themes=lines,
        young_people=Count(112),
        practitioners=Count(1040),
        reviewed_percent=87,
        only_count=Count(31),
    )


def paper(**changes: object) -> ScrutinyPaper:
    """A paper for the meeting of 12 January 2027."""
    usual = ScrutinyPaper(
        council="Barnsley Metropolitan Borough Council",
        committee="Overview and Scrutiny Committee",
        item_number="4a",
        report_of="Executive Director Children's Services",
        title="What young people and practitioners told us: 1 October 2026 to 31 December 2026",
        meeting_on=date(2027, 1, 12),
        summary=summary(statements()),
        headings={},
        young_council="Care4Us Council",
        questions_asked=("What is it about?", "What do you want to tell us?"),
        contact_post="Participation Manager",
        contact_email="participation@council.example",
    )
    return replace(usual, **changes)  # type: ignore[arg-type] # a paper's own fields
