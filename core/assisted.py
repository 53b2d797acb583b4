"""A young person's view that an adult wrote down with them: their words apart from what was seen.

The words of such a view are the young person's alone. What the adult saw stands beside them under
its own label, and is never quoted as theirs.
"""

WHAT_I_SAW = "What the adult saw"
WRITTEN_DOWN = "Written down by an adult"
KNOWS, NOT_YET = "The young person knows", "The young person does not know yet"


def details_of(saw: str, *, knows: bool) -> tuple[tuple[str, str], ...]:
    """What is kept beside the words: that an adult wrote, and what they saw, if anything."""
    told = (WRITTEN_DOWN, KNOWS if knows else NOT_YET)
    return (told, (WHAT_I_SAW, saw)) if saw.strip() else (told,)
