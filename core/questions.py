"""The exact questions that people are asked, by the name of their field, in the order asked.

The forms show these and the paper prints them, so that councillors read what was really asked.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

YOUNG_PEOPLE: Mapping[str, str] = MappingProxyType(
    {
        "about": "What is it about?",
        "face": "How do you feel about it?",
        "words": "What do you want to say?",
        "unsafe": "Do you need someone?",
        "reach": "A safe way to reach you",
        "who": "Do you want us to know who you are?",
        "call": "What should we call you?",
        "age": "How old are you?",
        "quote": "Can we show people your words?",
    }
)
ON_THE_WEB: Mapping[str, str] = MappingProxyType(
    {
        "risk": "Is a child at risk of harm now?",
        "kind": "What is this?",
        "area": "Area of practice",
        "words": "What do you want to tell us?",
        "team": "Your team or service",
        "impact": "What it means for children",
        "tried": "What has been tried",
        "helps": "What would help",
        "who": "How open do you want to be?",
        "call": "Name to go by",
        "reach": "How to reach you",
        "quote": "May we quote your words?",
    }
)
IN_SLACK: Mapping[str, str] = MappingProxyType(
    {
        "at_risk": "First: is a child at risk of harm now?",
        "kind": "What is it?",
        "area": "What is it about?",
        "team": "Which team or service?",
        "words": "What happened?",
        "impact": "What does it mean for children?",
        "tried": "What has been tried already?",
        "would_help": "What would help?",
        "quote": "May we quote your words?",
        "who": "How do you want to send this?",
    }
)


def as_printed() -> Iterator[str]:
    """Every question, with whom it was put to."""
    for whom, asked in (
        ("young people", YOUNG_PEOPLE),
        ("practitioners, on the web", ON_THE_WEB),
        ("practitioners, in Slack", IN_SLACK),
    ):
        for question in asked.values():
            yield f"{question} ({whom})"
