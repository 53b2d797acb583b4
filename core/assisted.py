"""A young person's view that an adult wrote down with them: their words apart from what was seen.

The words of such a view are the young person's alone. What the adult saw stands beside them under
its own label, and is never quoted as theirs.
"""

WHAT_I_SAW = "What the adult saw"
WRITTEN_DOWN = "Written down by an adult"
KNOWS, NOT_YET = "The young person knows", "The young person does not know yet"
# Rationale: staff could write as young people. This does not prove that they did: a young person
# may have used a screen that somebody left open. So it is told, and nothing is refused.
FROM_THE_DESK = (
    "Sent from a browser that was signed in at the desk",
    "Please ask yourself who wrote",
)
HELPERS = {
    "carer": "a foster carer or someone they live with",
    "worker": "a social worker or personal adviser",
    "family": "family",
    "school": "someone at school or college",
    "interpreter": "an interpreter",
    "advocate": "an advocate",
}


def details_of(saw: str, *, knows: bool, helper: str = "") -> tuple[tuple[str, str], ...]:
    """What is kept beside the words: that an adult wrote, and what they saw, if anything.

    Rationale: who helped (a key of HELPERS) is part of the label, which the machine does not read:
    "social worker" among the words would make it think that the view is about one.
    """
    who = f"{WRITTEN_DOWN}: {HELPERS[helper]}" if helper in HELPERS else WRITTEN_DOWN
    told = (who, KNOWS if knows else NOT_YET)
    return (told, (WHAT_I_SAW, saw)) if saw.strip() else (told,)
