"""The themes that a view can carry, and the frameworks each one maps to.

Officers edit them in a table (services/catalogue.py); `House.themes()` gives the list as it stands.
THEMES are those that Heard comes with, and the only ones that the shipped machine knows.

Source: the pledge's six promises and the Continuous Service Improvement framework's elements.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from core.facts import Suggestions, ThemeScore

MOST_STEPS = 50


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme: its key, its names, and its maps.

    Args:
        key: never changes, and is never given to another theme.
        name: as reports print it.
        plain: as young people's pages say it.
        pledge: the promise that it belongs to.
        csi: elements of the improvement framework.
        for_young: whether the young person's form offers it.
        stance: what is said about it, as a sentence ("Waits for therapy are too long").
        ambition: the ambition of the Children's Plan that it belongs to.
        retired_on: since when it is offered nowhere.
        into: the theme that it was merged into.
        part_of: the theme that it was split from.
    """

    key: str
    name: str
    plain: str
    pledge: str | None = None
    csi: tuple[str, ...] = ()
    for_young: bool = True
    stance: str = ""
    ambition: str | None = None
    retired_on: date | None = None
    into: str | None = None
    part_of: str | None = None

    @property
    def live(self) -> bool:
        """Whether it is offered and counted."""
        return self.retired_on is None


@dataclass(frozen=True)
class ThemeList:
    """Every theme that ever was, in the order in which they are shown."""

    every: tuple[Theme, ...]

    @cached_property
    def known(self) -> dict[str, Theme]:
        """Every theme by its key, the retired ones too."""
        return {theme.key: theme for theme in self.every}

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        """Those that are live."""
        return tuple(theme for theme in self.every if theme.live)

    @cached_property
    def by_key(self) -> dict[str, Theme]:
        """The live ones by their keys."""
        return {theme.key: theme for theme in self.themes}

    @cached_property
    def for_young_people(self) -> tuple[Theme, ...]:
        """The live ones that the young person's form offers."""
        return tuple(theme for theme in self.themes if theme.for_young)

    def name_of(self, key: str) -> str:
        """The name on reports; a retired theme keeps its own, and no key is left without one."""
        return self.known[key].name if key in self.known else _spelt(key)

    def plain_of(self, key: str) -> str:
        """The name on young people's pages."""
        return self.known[key].plain if key in self.known else _spelt(key)

    def current(self, key: str) -> str | None:
        """The live theme that this one is now: itself, or what it was merged into, or None."""
        for _ in range(MOST_STEPS):
            theme = self.known.get(key)
            if theme is None or theme.live:
                return key if theme else None
            if theme.into is None:
                return None
            key = theme.into
        return None

    def moved_on(self, keys: Iterable[str]) -> tuple[str, ...]:
        """The live themes that these are now, in their order, each once."""
        now = (self.current(key) for key in keys)
        return tuple(dict.fromkeys(key for key in now if key is not None))

    def read(self, said: Suggestions) -> Suggestions:
        """The machine's suggestions in today's themes: it may know only those it was taught.

        A key that is on no list at all stays, so that nothing is lost where a list is behind.
        """
        if all(one.key in self.by_key for one in said.themes):
            return said
        best: dict[str, ThemeScore] = {}
        for one in said.themes:
            key = self._now(one.key)
            if key is not None and (key not in best or best[key].score < one.score):
                best[key] = ThemeScore(key, one.score, one.why)
        ranked = tuple(sorted(best.values(), key=lambda one: -one.score))
        return replace(said, themes=ranked, suggested=self._all_now(said.suggested))

    def _now(self, key: str) -> str | None:
        return self.current(key) if key in self.known else key

    def _all_now(self, keys: Iterable[str]) -> tuple[str, ...]:
        now = (self._now(key) for key in keys)
        return tuple(dict.fromkeys(key for key in now if key is not None))


def _spelt(key: str) -> str:
    return key.replace("_", " ").capitalize()


THEMES: tuple[Theme, ...] = (
    Theme(
        "home_carers",
        "Home and the people who care for me",
        "Where I live and who looks after me",
        "home",
    ),
    Theme("family_time", "Family time", "Seeing my family", "identity"),
    Theme("social_worker", "My social worker", "My social worker", "involvement"),
    Theme("being_listened_to", "Being listened to", "Being listened to", "involvement"),
    Theme("education", "School, college and work", "School, college or work", "education"),
    Theme(
        "mental_health",
        "Feelings and mental health",
        "How I feel inside",
        "health",
        ("Substance Misuse and Mental Health", "Access to Therapeutic Support"),
    ),
    Theme("physical_health", "Physical health", "My body and health", "health"),
    Theme("friends_activities", "Friends and things to do", "Friends and things to do", "identity"),
    Theme("safety", "Feeling safe", "Feeling safe", "home", ("Neglect and Child Abuse",)),
    Theme(
        "domestic_abuse",
        "Domestic abuse",
        "Adults hurting each other at home",
        "home",
        ("Domestic Abuse",),
        for_young=False,
    ),
    Theme(
        "substance_misuse",
        "Drugs, alcohol and vapes",
        "Drugs, alcohol or vapes",
        "health",
        ("Substance Misuse and Mental Health",),
    ),
    Theme(
        "leaving_care",
        "Moving on",
        "Getting my own place and growing up",
        "future",
        ("Pathway Planning",),
    ),
    Theme("money", "Money", "Money", "future"),
    Theme("moving_placement", "Moving home", "Moving to a different home", "home"),
    Theme("identity_culture", "Who I am", "Who I am and what I believe", "identity"),
    Theme(
        "workforce_caseloads",
        "Workforce and caseloads",
        "Staff and how busy they are",
        for_young=False,
    ),
    Theme(
        "early_help_front_door",
        "Early help and the front door",
        "Getting help early",
        None,
        ("Early Help", "Front Door Assessment"),
        for_young=False,
    ),
    Theme("systems_process", "Systems and process", "Forms, rules and computers", for_young=False),
)
BY_KEY = {theme.key: theme for theme in THEMES}
SHIPPED = ThemeList(THEMES)
