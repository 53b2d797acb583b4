"""Says in plain words what happened to something that was sent."""

from collections.abc import Iterable

from core.dates import written
from core.stories import ANSWERED, ASKED, DECIDED, GROUPED, IN_PAPER, READ, Step

TOLD = {
    READ: "A person read it on {on}.",
    GROUPED: "It was put with what others say about the same thing.",
    IN_PAPER: "It is in the report for the councillors' meeting on {detail}.",
    ANSWERED: "We answered on {on}.",
    DECIDED: "Councillors talked about it. They decided: {detail}",
    ASKED: "Councillors asked something back on {on}.",
}


def happened(steps: Iterable[Step]) -> list[str]:
    """One line a step that happened, each once; what we do not know how to say is left out."""
    lines = (
        TOLD[step.what].format(on=written(step.on), detail=step.detail or written(step.on))
        for step in steps
        if step.what in TOLD
    )
    return list(dict.fromkeys(lines))
