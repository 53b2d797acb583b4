"""One view, opened: the words with what the machine saw, and everything a person may do with it."""

from dataclasses import dataclass, field

from flask import render_template, request

from core.facts import ThemeScore, Voice
from core.judgement import Fallback, Judgement, Stance
from core.mirror import Hit, parts
from core.stories import OpenedView, Part
from services import desk, ownership, review
from web.door import house
from web.officers.clock import today
from web.officers.marking import pieces, unmasked
from web.officers.plain import LIKELY, MASK_TYPES
from web.officers.policy import lets
from web.officers.queue import kept, sieve
from web.officers.session import officer


@dataclass(frozen=True, slots=True)
class Typed:
    """What the officer had typed when something went wrong: shown again, never lost.

    Args:
        place: the part of the page that the trouble belongs to (an id on it).
        chosen: the themes they had ticked, or None where they had not.
    """

    place: str = ""
    trouble: str = ""
    chosen: tuple[str, ...] | None = None
    reply: str = ""
    note: str = ""
    judged: Judgement | None = None
    mirror: tuple[Hit, ...] = ()
    mask: dict[str, str] = field(default_factory=dict)
    conflict: bool = False


def view(view_id: str) -> str:
    """The view's page."""
    return show(view_id, Typed())


def show(view_id: str, typed: Typed) -> str:
    """The page of this view, with what was typed before."""
    opened = review.open_view(
        house(),
        officer(),
        view_id,
        at_work=request.method == "POST",
    )
    why = [w for score in opened.suggested if score.key in opened.picked for w in score.why]
    shown: dict[str, object] = {
        "view": opened,
        "typed": typed,
        "ticked": _ticked(opened, typed),
        "offered": _offered(opened),
        "pieces": pieces(opened.words, opened.found, opened.masks, why),
        "unmasked": unmasked(opened.found, opened.masks),
        "beside": desk.neighbours(house(), officer(), sieve(), view_id),
        "colleagues": ownership.colleagues(house(), officer()),
        "here": kept(),
        "parts": {part.id: _part(part) for part in opened.parts},
        "judged": _judged(opened, typed),
        "wordings": _wordings(opened),
        "others": [f"{one.name} ({one.post})" for one in opened.attention.here],
    }
    return render_template("officers/view.html", **shown, **_known(opened))


def _part(part: Part) -> dict[str, object]:
    return {
        "it": part,
        "pieces": pieces(part.words, part.found, part.masks),
        "unmasked": unmasked(part.found, part.masks),
    }


def _judged(opened: OpenedView, typed: Typed) -> Judgement:
    """What they chose if they chose; else what was said before; the machine says nothing here."""
    return typed.judged or opened.judgement or Judgement()


def _wordings(opened: OpenedView) -> list[list[str]]:
    """The list that the page's script holds a reply against, for young people alone."""
    if opened.voice is not Voice.YOUNG_PERSON:
        return []
    listed = house().council.wordings
    return [[part, one.say_instead, one.why] for one in listed for part in parts(one)]


def _known(opened: OpenedView) -> dict[str, object]:
    """What the page offers; a retired theme only where the view has it."""
    may_tag, listed = lets("desk.agree", officer()), house().themes()
    themes = [theme for theme in listed.every if theme.live or theme.key in (opened.agreed or ())]
    return {
        "themes": themes,
        "mask_types": MASK_TYPES,
        "today": today(),
        "may_tag": may_tag,
        "stances": tuple(Stance),
        "fallback_choices": tuple(Fallback),
    }


def _offered(opened: OpenedView) -> tuple[ThemeScore, ...]:
    """What the machine would pick, and what is likely; the merely possible is further down."""
    return tuple(
        score for score in opened.suggested if score.key in opened.picked or score.score >= LIKELY
    )


def _ticked(opened: OpenedView, typed: Typed) -> tuple[str, ...]:
    """What they chose if they chose; else what people agreed; else what the machine would pick."""
    if typed.chosen is not None:
        return typed.chosen
    return opened.picked if opened.agreed is None else opened.agreed
