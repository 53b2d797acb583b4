"""What happened to a view, told step by step in plain words, with what is still to come."""

from dataclasses import dataclass

from core.dates import with_weekday, written
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

BETWEEN = (DECIDED, ASKED)
STILL_TO_COME = {
    RECEIVED: "We have what you told us.",
    READ: "A person will read it.",
    GROUPED: "We will put it with what others say about the same thing.",
    IN_PAPER: "Councillors may read about it in a report.",
    ANSWERED: "We will answer you here.",
}


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the way: what to say of it, and whether it happened."""

    words: str
    done: bool


def journey_of(story: Story) -> tuple[Stage, ...]:
    """Every step in its order: those that happened, with their days, and those to come."""
    happened = {step.what: step for step in story.steps}
    stages = [
        Stage(_told(happened[what], story), True)
        if what in happened
        else Stage(STILL_TO_COME[what], False)
        for what in STEPS
    ]
    also = [Stage(_told(step, story), True) for step in story.steps if step.what in BETWEEN]
    return (*stages[:-1], *also, stages[-1])


def _told(step: Step, story: Story) -> str:
    day = with_weekday(step.on)
    meeting = step.detail or written(step.on)
    names = ", ".join(story.theme_names)
    with_others = f"We put it with what others say about: {names}." if names else "We sorted it."
    return {
        RECEIVED: f"We got what you told us on {day}.",
        READ: f"A person read it on {day}.",
        GROUPED: with_others,
        IN_PAPER: f"It is in the report for the councillors' meeting on {meeting}.",
        ANSWERED: f"We answered you on {day}.",
        DECIDED: f"Councillors talked about it. They decided: {step.detail}",
        ASKED: f"Councillors asked you something on {day}. It is below. You can answer, or not.",
    }[step.what]
