"""The young person's questions one by one: what each takes, and what one may press."""

from collections.abc import Mapping
from types import MappingProxyType

from core.facts import AgeBand, Face
from core.marking import N_
from core.questions import asked_of
from core.themes import ThemeList
from web.keeping import Typed, chosen

CHECK = "check"
FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "age": ("age",),
        "news": ("news",),
        "about": ("about",),
        "face": ("face",),
        "words": ("words",),
        "like": ("like",),
        "wants": ("complaint", "advocate"),
        "who": ("who", "call", "reach"),
        "quote": ("quote",),
    }
)
STEPS = tuple(FIELDS)
EVERY_FIELD = tuple(field for fields in FIELDS.values() for field in fields)
WRITTEN = ("words", "like", "call", "reach")
GOOD_NEWS = "good_news"
UNSURE = ("unsure", N_("I'm not sure"))
NEWS = (
    (GOOD_NEWS, N_("Something good")),
    ("change", N_("Something that should change")),
    ("both", N_("A bit of both")),
    UNSURE,
)
# Each face with its word and the line of its mouth.
FACES = (
    (Face.GREAT, N_("Great"), "M10 22q10 14 20 0z"),
    (Face.GOOD, N_("Good"), "M11 24q9 8 18 0"),
    (Face.OKAY, N_("OK"), "M12 27h16"),
    (Face.BAD, N_("Bad"), "M12 29q8-6 16 0"),
    (Face.AWFUL, N_("Awful"), "M11 31q9-11 18 0"),
)
AGES = (
    (AgeBand.CHILD, N_("8 to 11")),
    (AgeBand.TEEN, N_("12 to 17")),
    (AgeBand.ADULT, N_("18 to 25")),
    ("unsaid", N_("I'd rather not say")),
)
QUOTES = (
    ("everyone", N_("Yes. Councillors and everyone can see them")),
    ("councillors", N_("Only councillors, in private")),
    ("count_only", N_("No. Only count it")),
)
WHO = (
    ("anonymous", N_("No. Do not tell anyone who I am")),
    ("nickname", N_("Call me by a name I make up")),
    ("contact", N_("Yes. You can contact me")),
)
WANTS = (
    ("advocate", N_("I want someone to stand up for me")),
    ("complaint", N_("I want to make a complaint")),
)
CHOICES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "age": dict(AGES),
        "news": dict(NEWS),
        "face": {face: word for face, word, _ in FACES},
        "who": dict(WHO),
        "quote": dict(QUOTES),
    }
)


def age_of(answers: Typed) -> AgeBand | None:
    """The age that they told, or None."""
    return chosen(AgeBand, answers.get("age", ""))


def topics_of(themes: ThemeList) -> tuple[tuple[str, str], ...]:
    """What it may be about, in plain words."""
    return (*((theme.key, theme.plain) for theme in themes.for_young_people), UNSURE)


def shown_with(answers: Typed, themes: ThemeList) -> dict[str, object]:
    """What the templates of the questions need: the words for this age, and what can be pressed."""
    age = age_of(answers)
    return {
        "asked": asked_of(age),
        "young": age is AgeBand.CHILD,
        "typed": {field: answers.get(field, "") for field in EVERY_FIELD},
        "ages": AGES,
        "news": NEWS,
        "topics": topics_of(themes),
        "faces": FACES,
        "quotes": QUOTES,
        "whos": WHO,
        "wants": WANTS,
    }
