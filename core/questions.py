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
# The same in Slack and on the web.
PRACTITIONERS: Mapping[str, str] = MappingProxyType(
    {
        "risk": "Is a child at risk of harm now?",
        "kind": "What is it?",
        "area": "What is it about?",
        "team": "Which team or service?",
        "words": "What do you want to tell us?",
        "impact": "What does it mean for children?",
        "tried": "What has been tried already?",
        "helps": "What would help?",
        "who": "How do you want to send this?",
        "quote": "May we quote your words?",
    }
)
# Slack knows these of itself, where somebody gives their name.
ON_THE_WEB: Mapping[str, str] = MappingProxyType(
    {"call": "Name to go by", "reach": "How to reach you"}
)
# An adult writes down what a young person says; their words stand apart from what the adult saw.
WITH_AN_ADULT: Mapping[str, str] = MappingProxyType(
    {
        "risk": "Is a child at risk of harm now?",
        "words": "Their words, as they said them",
        "saw": "What I saw",
        "area": "What is it about?",
        "age": "How old are they?",
        "face": "Which face did they pick?",
        "quote": "Did they say that their words may be shown?",
        "knows": "Do they know that you are sending this?",
    }
)


def as_printed() -> Iterator[str]:
    """Every question, with whom it was put to."""
    for whom, asked in (
        ("young people", YOUNG_PEOPLE),
        ("practitioners", PRACTITIONERS),
        ("practitioners, on the web", ON_THE_WEB),
        ("adults who write down what a young person says", WITH_AN_ADULT),
    ):
        for question in asked.values():
            yield f"{question} ({whom})"
