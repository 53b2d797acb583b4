"""The papers that a council must have, and what they are filled in with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from core.council import Council, Rules
from core.dates import span_written, written
from core.retention import Retention

PAPERS: Mapping[str, str] = {
    "impact-assessment": "For the data protection officer",
    "privacy-notice-9": "For 8 to 11, in words that a nine-year-old reads",
    "privacy-notice-13": "For 12 and over",
    "machine-record": "What the machine does, and how well",
    "accessibility": "For the public pages and the desk",
    "retention-schedule": "What is kept, and how long",
}
FIGURES = {
    "taught by": "Texts that taught it",
    "texts": "Texts that it was measured on",
    "themes: micro-F1": "Themes, F1 over all",
    "themes: macro-F1": "Themes, F1 as the mean of themes",
    "themes: recall at 3": "True themes among its first three",
    "themes: precision": "Themes it suggests that are right",
    "themes: recall": "True themes that it suggests",
    "worry: urgent raised": "Urgent texts that it raised",
    "worry: concern raised": "Concerns that it raised",
    "worry: none raised": "Ordinary texts that it raised by mistake",
}
CUTS = ("theme", "raised", "urgent")
WHOLE = ("taught by", "texts")
SLACK_RISK = "- Slack is run by a company outside the UK: a transfer check is needed."
DOORS = "a web form, paper cards and surveys"


@dataclass(frozen=True, slots=True)
class MachineCard:
    """What the machine's own card says: its version, what it was measured at, where it cuts."""

    version: str
    figures: Mapping[str, float] = field(default_factory=dict)
    cuts: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Told:
    """All that the papers are filled in with.

    Args:
        themes: the names of the live themes.
        slack: whether practitioners can use Slack.
        officers: how many can sign in, by the name of their role.
    """

    council: Council
    rules: Rules
    retention: Retention
    card: MachineCard
    themes: tuple[str, ...]
    on: date
    slack: bool = False
    officers: Mapping[str, int] = field(default_factory=dict)


def filled_in(told: Told) -> dict[str, str]:
    """The name of each gap in a paper to what stands there. A value may be several lines."""
    council = told.council
    return (
        _spans(told.retention)
        | _cuts(told.card)
        | {
            "council": council.name,
            "committee": council.committee,
            "readers": council.readers,
            "post": council.contact_post,
            "email": council.contact_email,
            "opens": f"{council.opens:%H:%M}",
            "closes": f"{council.closes:%H:%M}",
            "on": written(told.on),
            "threshold": str(told.rules.threshold),
            "answer_within": str(told.rules.answer_within),
            "themes": "; ".join(told.themes),
            "theme_count": str(len(told.themes)),
            "doors": DOORS + (", and Slack for practitioners" * told.slack),
            "slack_risk": SLACK_RISK * told.slack,
            "officers": _officers(told),
            "languages": _languages(told),
            "version": told.card.version,
            "figures": _figures(told.card),
        }
    )


def _spans(keep: Retention) -> dict[str, str]:
    days = [name for name in Retention.__dataclass_fields__ if name != "audit_years"]
    told = {f"keep_{name}": span_written(getattr(keep, name)) for name in days}
    return told | {"keep_audit_years": str(keep.audit_years)}


def _cuts(card: MachineCard) -> dict[str, str]:
    return {f"cut_{name}": f"{card.cuts.get(name, 0):.2f}" for name in CUTS}


def _officers(told: Told) -> str:
    lines = (f"- {name}: {many}" for name, many in told.officers.items())
    return "\n".join(lines) or "- Nobody can sign in yet."


def _languages(told: Told) -> str:
    many = len(told.council.languages)
    if not many:
        return "The pages are in English alone until a native speaker has checked a translation."
    return f"{many} other languages are shown; each was checked by a native speaker, not an expert."


def _figures(card: MachineCard) -> str:
    return "\n".join(
        f"| {name} | {_figure(key, card.figures[key])} |"
        for key, name in FIGURES.items()
        if key in card.figures
    )


def _figure(key: str, value: float) -> str:
    return f"{value:,.0f}" if key in WHOLE else f"{100 * value:.0f} %"
