"""Understands the short answers of a survey: who speaks, how old, about what, who may read it.

What cannot be understood is never guessed: an unknown permission is "only count it".
"""

import re
from datetime import date, datetime

from core.facts import AgeBand, Permission, Voice
from core.themes import SHIPPED, ThemeList
from intray.columns import squashed

YOUNG = {
    "young person", "young people", "yp", "child", "child or young person", "care leaver",
    "care experienced", "young adult", "youth",
}  # fmt: skip
WORKERS = {
    "practitioner", "professional", "worker", "staff", "social worker", "personal adviser",
    "teacher", "foster carer", "carer", "residential worker", "officer", "nurse",
}  # fmt: skip
FOR_ALL = {"everyone", "anyone", "public", "you can quote me", "anyone can read it"}
FOR_MEMBERS = {"councillors", "councillors only", "members", "committee", "the committee"}
PRIVATE = {
    "", "no", "count only", "count it only", "only count it", "only count me", "private", "nobody",
    "no one", "do not quote me",
}  # fmt: skip
UNSURE = {"", "not sure", "something else", "other", "i am not sure"}
BANDS = {AgeBand.CHILD: range(8, 12), AgeBand.TEEN: range(12, 18), AgeBand.ADULT: range(18, 26)}
DAY_FORMATS = ("%d/%m/%Y", "%d/%m/%y", "%d-%m-%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y")


class NotUnderstood(ValueError):
    """An answer that means nothing to us. The answer itself is never in the message."""


def voice_of(answer: str) -> Voice:
    """Who speaks."""
    said = squashed(answer)
    if said in YOUNG:
        return Voice.YOUNG_PERSON
    if said in WORKERS:
        return Voice.PRACTITIONER
    raise NotUnderstood("who is speaking is not understood")


def age_of(answer: str) -> AgeBand | None:
    """The band of an age or of a span of ages; None where nothing was said."""
    figures = [int(figure) for figure in re.findall(r"\d+", answer[:100])]
    if not figures:
        if squashed(answer) in ("", "prefer not to say", "rather not say"):
            return None
        raise NotUnderstood("the age is not understood")
    for band, ages in BANDS.items():
        if all(figure in ages for figure in figures):
            return band
    raise NotUnderstood("the age is not in one of our three groups")


def topic_of(answer: str, themes: ThemeList = SHIPPED) -> str | None:
    """The key of the theme that the person picked; None for "not sure".

    A survey may be older than our list: the name of a theme that was merged is its new theme's.
    """
    topics = {
        squashed(name): themes.current(theme.key)
        for theme in (*(t for t in themes.every if not t.live), *themes.themes)
        for name in (theme.key, theme.name, theme.plain)
    }
    for part in (answer, *re.split(r"[;|]", answer)):
        if (said := squashed(part)) in topics:
            return topics[said]
    if squashed(answer) in UNSURE:
        return None
    raise NotUnderstood("the topic is not one of ours")


def permission_of(answer: str) -> Permission:
    """Who may see the words quoted.

    Rationale: "yes" does not say to whom, so it opens nothing.
    """
    said = squashed(answer)
    if said in FOR_ALL:
        return Permission.EVERYONE
    if said in FOR_MEMBERS:
        return Permission.COUNCILLORS
    if said in PRIVATE:
        return Permission.COUNT_ONLY
    raise NotUnderstood("who may read it is not understood, so it is only counted")


def day_of(answer: str) -> date | None:
    """The day, from an ISO date and time or from a date as it is written in Britain."""
    said = answer.strip()
    if not said:
        return None
    try:
        return datetime.fromisoformat(said).date()
    except ValueError:
        pass
    first = re.split(r"[ T](?=\d{1,2}:)", said)[0].strip()
    for form in DAY_FORMATS:
        try:
            return datetime.strptime(first, form).date()  # noqa: DTZ007 - only the day is kept
        except ValueError:
            continue
    raise NotUnderstood("the date is not understood")
