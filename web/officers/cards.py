"""Paper cards at the desk: print a sheet with fresh codes, type in what comes back."""

import segno
from flask import flash, redirect, render_template, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response as Answer

from core.assisted import HELPERS, details_of
from core.cards import MOST_AT_ONCE
from core.duties import PRINTS_CARDS
from core.errors import HeardError
from core.facts import AgeBand, Door, Face, Permission, Submission, Voice
from core.questions import YOUNG_PEOPLE
from services import cards as paper
from web import keeping
from web.door import house
from web.keeping import Typed, chosen
from web.officers.plain import in_words
from web.officers.policy import POST, Access, Page
from web.officers.session import officer
from web.public.asking import FACES

FIELDS = ("number", "area", "face", "words", "age", "quote", "saw", "helper", "unsafe", "key")
CHOICES = {
    "faces": tuple((str(one), in_words(one)) for one in Face),
    "ages": tuple((str(one), str(one).replace("-", " to ")) for one in AgeBand),
    "quotes": tuple((str(one), in_words(one)) for one in Permission),
    "helpers": tuple(HELPERS.items()),
}


def cards() -> str:
    """The two forms: print a sheet, or type a card in."""
    return _page({})


def print_cards() -> str:
    """The sheet to print, shown this once."""
    count = keeping.number(keeping.typed_in(("count",))["count"], 8)
    made = paper.print_cards(house(), officer(), count)
    home = house().desk_url.removesuffix("/desk")
    shown = {"home": home, "square": _square(home), "asked": YOUNG_PEOPLE, "faces": FACES}
    return render_template("officers/cards/sheet.html", cards=made, **shown)


def type_card() -> Answer | tuple[str, int]:
    """Take in what stands on a card."""
    typed = keeping.typed_in(FIELDS)
    try:
        taken = paper.type_in(house(), officer(), typed["number"], _submission(typed))
    except HeardError as trouble:
        return _page(typed, str(trouble)), max(trouble.status, 422)
    worry = " The machine sees a worry in it: open the queue now." if taken.help_first else ""
    flash(f"Kept. Their own half of the card opens it from now on. Shred this half.{worry}")
    return redirect(url_for("desk.cards"), 303)


def _submission(typed: Typed) -> Submission:
    helped = typed["helper"] or typed["saw"].strip()
    return Submission(
        voice=Voice.YOUNG_PERSON,
        door=Door.PAPER,
        words=typed["words"],
        once_key=keeping.once_key(typed),
        topic=house().themes().current(typed["area"]),
        face=chosen(Face, typed["face"]),
        age_band=chosen(AgeBand, typed["age"]),
        permission=chosen(Permission, typed["quote"]) or Permission.COUNT_ONLY,
        asked_for_help=typed["unsafe"] == "yes",
        details=details_of(typed["saw"], knows=True, helper=typed["helper"]) if helped else (),
    )


def _square(address: str) -> Markup:
    """The square that a phone reads: the first page's address, and never a code.

    Rationale: what a phone reads it keeps in its history.
    """
    return Markup(segno.make(address, micro=False).svg_inline(scale=3, border=2))  # noqa: S704 - ours


def _page(typed: Typed, trouble: str = "") -> str:
    printed, used = paper.how_many(house(), officer())
    return render_template(
        "officers/cards/cards.html",
        typed={field: typed.get(field, "") for field in FIELDS},
        key=keeping.once_key(typed) if typed else keeping.fresh_once_key(),
        trouble=trouble,
        printed=printed,
        used=used,
        most=MOST_AT_ONCE,
        areas=tuple((theme.key, theme.plain) for theme in house().themes().for_young_people),
        **CHOICES,
    )


PRINT = Access(PRINTS_CARDS)
PAGES = (
    Page("/cards", cards, PRINT),
    Page("/cards/print", print_cards, PRINT, POST),
    Page("/cards/type", type_card, PRINT, POST),
)
