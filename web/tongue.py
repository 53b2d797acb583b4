"""Which language a public page is in: the one that was pressed, or the one the browser asks for.

The choice is a small cookie that holds a language and nothing else, and it goes on leaving. Pages
for adults (the desk, those who work with young people, those who help one to write) are English.
"""

from collections.abc import Mapping
from datetime import date, time, timedelta

from flask import Flask, g, request
from flask_babel import (
    Babel,
    force_locale,
    format_date,
    format_time,
    format_timedelta,
    get_locale,
    gettext,
)
from markupsafe import Markup
from werkzeug.wrappers import Response

from core import dates, tongues
from core.errors import HeardError
from core.tongues import BY_CODE, ENGLISH, TONGUES, Choice
from web import signed_in
from web.door import Hanging, hanging, house

COOKIE = "language"
FOR_ADULTS = frozenset({"desk", "practitioner", "at_risk", "together"})


def fit(app: Flask, _: Hanging) -> None:
    """Let every template translate, and know the language that it is in."""
    app.config["BABEL_DEFAULT_LOCALE"] = "en"
    app.config["BABEL_DEFAULT_TIMEZONE"] = "Europe/London"
    Babel(app, locale_selector=lambda: choice().shown.code)
    app.jinja_env.policies["ext.i18n.trimmed"] = True
    app.jinja_env.filters.update(
        day=day, month=month, clock=clock, said=said, spoken=spoken, lasting=lasting
    )
    app.context_processor(
        lambda: {"language": choice(), "tongues": (ENGLISH, *TONGUES), "in_tongue": in_tongue}
    )


def choice() -> Choice:
    """The language of this request."""
    if "tongue" not in g:
        g.tongue = _chosen()
    held: Choice = g.tongue
    return held


def _chosen() -> Choice:
    if (request.endpoint or "").partition(".")[0] in FOR_ADULTS:
        return Choice(ENGLISH, ENGLISH)
    return chosen_here()


def chosen_here() -> Choice:
    """The language that this browser's owner chose or asks for, whatever page this is."""
    code = request.cookies.get(hanging().cookie_name(COOKIE), "") or _asked_for()
    if code == ENGLISH.code:
        return Choice(ENGLISH, ENGLISH)
    council = house().council
    shows_all = council.is_sample or signed_in.here()  # officers look with whoever checks it
    return tongues.choose(code, council.languages, is_sample=shows_all)


def _asked_for() -> str:
    """The first of ours among the languages that the browser says its owner reads."""
    ours = {tongue.tag.casefold(): tongue.code for tongue in (ENGLISH, *TONGUES)}
    ours |= {"en": "en", "fa": "fa_AF", "prs": "fa_AF"}
    for asked in request.accept_languages.values():
        tag = asked.casefold()
        found = ours.get(tag) or ours.get(tag.partition("-")[0])
        if found:
            return found
    return ENGLISH.code


def remember(answer: Response, code: str) -> None:
    """Keep the choice in the browser until it is closed, where it is one of our languages."""
    if code in BY_CODE:
        answer.set_cookie(
            hanging().cookie_name(COOKIE),
            code,
            secure=hanging().https,
            httponly=True,
            samesite="Lax",
            path="/",
        )


def said(sentence: str) -> str:
    """A sentence that was written elsewhere (a question, a help line) in the language of the page.

    What no catalogue knows, such as a council's own wording, stays as it is.
    """
    return str(gettext(sentence)) if sentence else ""


def spoken(sentence: str) -> str:
    """The same for a page: what no catalogue knows is marked as the English that it is."""
    shown = said(sentence)
    if _is_english() or shown != sentence or not sentence:
        return shown
    return Markup('<bdi lang="en">{}</bdi>').format(shown)


def stays_english(sentence: str) -> bool:
    """Whether no other language has words of its own for what a council wrote."""
    return bool(sentence) and all(in_tongue(one.code, sentence) == sentence for one in TONGUES)


def told(error: HeardError) -> str:
    """What an error says, in the language of the page."""
    return str(gettext(error.sentence, **_parts(error.parts)))


def _parts(parts: Mapping[str, object]) -> dict[str, str]:
    return {name: day(p) if isinstance(p, date) else str(p) for name, p in parts.items()}


def day(on: date) -> str:
    """Tuesday 12 January 2027, in the language of the page."""
    if _is_english():
        return dates.with_weekday(on)
    return str(format_date(on, "EEEE d MMMM y"))


def day_of(text: str) -> str:
    """A day that stands in the books in English (12 January 2027), in the language of the page."""
    on = None if _is_english() else dates.read(text)
    return text if on is None else str(format_date(on, "d MMMM y"))


def month(on: date) -> str:
    """November 2026, in the language of the page."""
    return dates.month_written(on) if _is_english() else str(format_date(on, "LLLL y"))


def lasting(days: int) -> str:
    """One year, six months, 30 days: in the language of the page."""
    if _is_english():
        return dates.span_written(days)
    return str(format_timedelta(timedelta(days=days), granularity="day"))


def clock(hour: time) -> str:
    """9am, 5.30pm; 09:00 where people write it so."""
    if not _is_english():
        return str(format_time(hour, "HH:mm", rebase=False))
    minutes = f".{hour.minute:02}" if hour.minute else ""
    return f"{hour.hour % 12 or 12}{minutes}{'am' if hour.hour < 12 else 'pm'}"


def _is_english() -> bool:
    locale = get_locale()
    return locale is None or locale.language == "en"


def in_tongue(code: str, sentence: str, **parts: str) -> str:
    """A sentence in another language than the page's, for a line to those who read that one."""
    with force_locale(code):
        return str(gettext(sentence, **parts))
