"""The exact questions that people are asked, by the name of their field, in the order asked.

The forms show these and the paper prints them, so that councillors read what was really asked.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from core.facts import AgeBand
from core.marking import N_

YOUNG_PEOPLE: Mapping[str, str] = MappingProxyType(
    {
        "age": N_("How old are you?"),
        "news": N_("What would you like to tell us?"),
        "about": N_("What is it about?"),
        "face": N_("How do you feel about it?"),
        "words": N_("What do you want to say?"),
        "like": N_("What would you like to happen?"),
        "wants": N_("Do you want one of these too?"),
        "who": N_("Do you want us to know who you are?"),
        "call": N_("What should we call you?"),
        "reach": N_("A safe way to reach you"),
        "quote": N_("Can we show people your words?"),
        "unsafe": N_("Do you feel unsafe?"),
    }
)
# The same questions in the words of the youngest and of the oldest, where those above do not fit.
FOR_8_TO_11: Mapping[str, str] = MappingProxyType(
    {
        "news": N_("What do you want to tell us about?"),
        "face": N_("How does it make you feel?"),
        "words": N_("Tell us about it"),
        "like": N_("What do you wish would happen?"),
        "wants": N_("Do you want someone to help you with it?"),
        "who": N_("Do you want to tell us who you are?"),
        "call": N_("What name can we call you?"),
        "quote": N_("Can other people read your words?"),
    }
)
FOR_18_TO_25: Mapping[str, str] = MappingProxyType(
    {
        "like": N_("What would make a difference?"),
        "wants": N_("Do you want to take it further?"),
        "who": N_("Do you want to say who you are?"),
        "quote": N_("Can we quote you?"),
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


def asked_of(band: AgeBand | None) -> Mapping[str, str]:
    """The young people's questions as somebody of this age is asked them."""
    own = {AgeBand.CHILD: FOR_8_TO_11, AgeBand.ADULT: FOR_18_TO_25}
    return {**YOUNG_PEOPLE, **(own.get(band, {}) if band else {})}


def as_printed() -> Iterator[str]:
    """Every question, with whom it was put to."""
    for whom, asked in (
        ("young people", YOUNG_PEOPLE),
        ("young people of 8 to 11, instead", FOR_8_TO_11),
        ("young people of 18 to 25, instead", FOR_18_TO_25),
        ("practitioners", PRACTITIONERS),
        ("practitioners, on the web", ON_THE_WEB),
        ("adults who write down what a young person says", WITH_AN_ADULT),
    ):
        for question in asked.values():
            yield f"{question} ({whom})"
