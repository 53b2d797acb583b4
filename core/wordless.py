"""What somebody says who chose a face or a topic and wrote nothing."""

from core.facts import Face

FEELS = {
    Face.GREAT: "I feel great.",
    Face.GOOD: "I feel good.",
    Face.OKAY: "I feel OK.",
    Face.BAD: "I feel bad.",
    Face.AWFUL: "I feel awful.",
}


def said_by_choice(face: Face | None, topic: str) -> str:
    """A sentence of what was pressed; empty where nothing was.

    Rationale: a child who cannot or will not write has still said something. They see this
    sentence before they send it, and it holds nothing that they did not choose.
    """
    about = f"It is about: {topic}." if topic else ""
    return " ".join(part for part in (FEELS[face] if face else "", about) if part)
