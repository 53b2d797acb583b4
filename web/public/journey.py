"""What happened to a view, told step by step in plain words, with what is still to come."""

from dataclasses import dataclass

from flask_babel import gettext

from core.dates import written
from core.marking import N_
from core.stories import (
    ANSWERED,
    ASKED,
    DECIDED,
    GROUPED,
    IN_PAPER,
    READ,
    RECEIVED,
    STEPS,
    Step,
    Story,
)
from core.wants import PUSHED_BACK
from web.tongue import day, day_of, said

STILL_TO_COME = {
    RECEIVED: N_("We have what you told us."),
    READ: N_("A person will read it."),
    GROUPED: N_("We will put it with what others say about the same thing."),
    IN_PAPER: N_("Councillors may read about it in a report."),
    ANSWERED: N_("We will answer you here."),
}
HAPPENED = {
    RECEIVED: N_("We got what you told us on %(day)s."),
    READ: N_("A person read it on %(day)s."),
    GROUPED: N_("We put it with what others say about: %(themes)s."),
    IN_PAPER: N_("It is in the report for the councillors' meeting on %(meeting)s."),
    ANSWERED: N_("We answered you on %(day)s."),
    DECIDED: N_("Councillors talked about it. They decided on %(day)s:"),
    ASKED: N_("Councillors asked you something on %(day)s. It is below. You can answer, or not."),
    PUSHED_BACK: N_("You pushed back on %(day)s. We have to look at it again."),
}
SORTED = N_("We sorted it.")
ANYTHING_ELSE = N_("On %(day)s:")
# The first one's text is a day, which the sentence holds; the other's stands among the messages.
TOLD_ELSEWHERE = frozenset({IN_PAPER, ASKED})


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the way: what to say of it, in whose words, and whether it happened.

    Args:
        quoted: what was decided, asked or written, as it stands in the books.
        asks: it is a question to whoever reads this.
    """

    words: str
    done: bool
    quoted: str = ""
    asks: bool = False


def journey_of(story: Story) -> tuple[Stage, ...]:
    """Every step as it happened, with its day; then those that usually come and have not yet."""
    happened = {step.what for step in story.steps}
    last = max((STEPS.index(what) for what in happened if what in STEPS), default=-1)
    to_come = [what for what in STEPS[last + 1 :] if what not in happened]
    return (
        *(_told(step, story) for step in story.steps),
        *(Stage(said(STILL_TO_COME[what]), False) for what in to_come),
    )


def _told(step: Step, story: Story) -> Stage:
    sentence = HAPPENED.get(step.what, ANYTHING_ELSE)
    themes = ", ".join(said(name) for name in story.theme_names)
    if step.what == GROUPED and not themes:
        sentence = SORTED
    quoted = "" if step.what in TOLD_ELSEWHERE else step.detail
    return Stage(_filled(sentence, step, themes), True, quoted, asks=step.what == ASKED)


def _filled(sentence: str, step: Step, themes: str) -> str:
    meeting = day_of(step.detail or written(step.on))
    return str(gettext(sentence, day=day(step.on), themes=themes, meeting=meeting))
