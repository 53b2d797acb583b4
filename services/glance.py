"""One theme in one period, for an officer in Slack: the numbers that were published."""

from dataclasses import dataclass

from core.dates import written
from core.duties import SEES_SUMMARY, must_hold
from core.errors import HeardError
from core.facts import Voice
from core.periods import split_period
from core.releases import of_theme
from core.summaries import Count, Period
from core.themes import Theme, ThemeList
from core.working_days import london_day
from services import linking
from services.house import House


class NotAsked(HeardError):
    """The text names no theme, or no period."""

    status = 422

    def __init__(self, themes: ThemeList) -> None:
        names = "; ".join(theme.name for theme in themes.themes)
        super().__init__(
            "Type a theme and a period, such as: /heard summary money last quarter, or /heard "
            f"summary education January 2027. The themes are: {names}."
        )


class NotPublished(HeardError):
    """What is told in Slack stays there, so only frozen numbers go."""

    status = 409

    def __init__(self, last: Period | None) -> None:
        days = f"{written(last.start)} to {written(last.end)}" if last else ""
        told = f"The last that were: {days}. " if days else ""
        super().__init__(
            f"No numbers were published for those days. {told}Slack gets published numbers only. "
            "Sign in to Heard to see them as they stand today."
        )


@dataclass(frozen=True, slots=True)
class Glance:
    """What an officer is told."""

    theme: Theme
    period: Period
    young_people: Count
    practitioners: Count

    def __str__(self) -> str:
        """As it is shown."""
        days = f"{written(self.period.start)} to {written(self.period.end)}"
        return (
            f"{self.theme.name}, {days}\n"
            f"Young people: {_said(self.young_people)}\n"
            f"Practitioners: {_said(self.practitioners)}\n"
            "A view counts once a person agreed what it is about. Only you see this."
        )


def _said(count: Count) -> str:
    if count.number is not None:
        return f"{count.number} views"
    return f"fewer than {count.under}" if count.under else "hidden, to protect another number"


def glance(house: House, person: str, typed: str) -> Glance:
    """The numbers of one theme and period, as they were published.

    Raises:
        NotLinked, NotAllowed: whoever asks is no officer who may see it.
        NotAsked: the text names no theme or no period.
        NotPublished: nothing was published for just these days.
    """
    officer = linking.officer_of(house, person)
    must_hold(officer, SEES_SUMMARY)
    themes = house.themes()
    split = split_period(typed, london_day(house.now()))
    theme = None if split is None else _theme(themes, split[0])
    if split is None or theme is None:
        raise NotAsked(themes)
    with house.store.reading() as books:
        known = books.releases.all()
    counts = next((one.counts for one in known if one.period == split[1]), None)
    if counts is None:
        raise NotPublished(known[0].period if known else None)
    with house.store.transaction() as books:
        told = f"{theme.key} {split[1].start} {split[1].end}"
        books.audit.append(house.now().isoformat(), officer.id, "asked in slack", "", told)
    young, working = (
        counts.get(of_theme(voice, theme.key), Count(0))
        for voice in (Voice.YOUNG_PERSON, Voice.PRACTITIONER)
    )
    return Glance(theme, split[1], young, working)


def _theme(themes: ThemeList, typed: str) -> Theme | None:
    """The one theme whose key or name this is, or begins so."""
    told = typed.casefold().replace("_", " ")
    named = [(theme.name.casefold(), theme) for theme in themes.themes]
    named += [(theme.key.replace("_", " "), theme) for theme in themes.themes]
    exact = {theme.key: theme for name, theme in named if name == told}
    begun = {theme.key: theme for name, theme in named if told and name.startswith(told)}
    found = exact or begun
    return next(iter(found.values())) if len(found) == 1 else None
