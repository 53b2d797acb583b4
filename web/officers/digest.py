"""The digest's page: any days and any slice, live, for those who may read the words."""

from functools import partial

from flask import flash, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from markupsafe import Markup
from werkzeug.wrappers import Response as Answer
from wtforms import IntegerField, SelectField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, Length, NumberRange

from core.counting import Slice
from core.digests import Digest
from core.duties import KEEPS_TOTALS, SEES_SUMMARY
from core.facts import AgeBand, Door, Voice
from core.frameworks import AMBITIONS, ELEMENTS, PROMISES
from core.releases import KnownTotal
from core.summaries import Period
from core.telling import SIDES
from services import charts, digest
from web import keeping
from web.door import house
from web.officers.clock import today
from web.officers.periods import PeriodForm, quarter_of, quarters
from web.officers.plain import in_words
from web.officers.policy import POST, Access, Page
from web.officers.session import officer

ANY = SelectChoice("", "All")
BANDS = {str(band): f"{band} years" for band in AgeBand}
VOICES = [SelectChoice(str(voice), in_words(voice)) for voice in Voice]
DOORS = [SelectChoice(str(door), in_words(door)) for door in Door]
OTHER = SelectChoice("other", "Another group, named below")
AGES = [SelectChoice(band, name) for band, name in BANDS.items()]


Choice = partial(SelectField, validate_choice=False)  # what is not on the list means all


class DigestForm(PeriodForm):
    """The days, and whose views about what."""

    voice = Choice("Who", choices=[ANY, *VOICES])
    door = Choice("How they came", choices=[ANY, *DOORS])
    band = Choice("Age", choices=[ANY, *AGES])
    about = Choice("About", choices=[ANY])

    def slice(self) -> Slice:
        """The slice that was asked for."""
        return Slice(
            keeping.chosen(Voice, self.voice.data or ""),
            keeping.chosen(Door, self.door.data or ""),
            keeping.chosen(AgeBand, self.band.data or ""),
            themes_of(self.about.data or ""),
        )


class TotalForm(FlaskForm):
    """How many young people there are in a group."""

    group = SelectField("Group", choices=[*AGES, OTHER])
    name = StringField("Name of the other group", [Length(max=120)])
    number = IntegerField("How many there are", [InputRequired("Give the number."), NumberRange(1)])
    source = StringField(
        "Where the number comes from", [InputRequired("Say where it comes from."), Length(max=300)]
    )


def themes_of(about: str) -> tuple[str, ...]:
    """The themes that a choice stands for: one, or all of a promise, an ambition or an element."""
    kind, _, value = about.partition(":")
    live = house().themes().themes
    match kind:
        case "theme":
            return tuple(t.key for t in live if t.key == value)
        case "pledge" | "ambition":
            return tuple(t.key for t in live if getattr(t, kind) == value)
        case "csi":
            return tuple(t.key for t in live if value in t.csi)
        case _:
            return ()


def _about() -> list[tuple[str, list[tuple[str, str]]]]:
    """What can be chosen under "About", in groups."""
    live = house().themes().themes
    return [
        ("A theme", [(f"theme:{t.key}", t.name) for t in live]),
        ("A promise of the pledge", [(f"pledge:{key}", name) for key, name in PROMISES]),
        ("An ambition of the Plan", [(f"ambition:{key}", name) for key, name in AMBITIONS]),
        ("The improvement framework", [(f"csi:{name}", name) for name in ELEMENTS]),
    ]


def summary() -> str | tuple[str, int]:
    """The page: this quarter and everybody, unless something else is asked for."""
    form = DigestForm(request.args or None, meta={"csrf": False})
    asked = "start" in request.args or "end" in request.args
    usable = form.validate() if asked else True
    period = (form.period() if asked else quarter_of(today()).period) if usable else None
    return _page(form, period), 200 if usable else 422


def _page(form: DigestForm, period: Period | None, totals: TotalForm | None = None) -> str:
    found = digest.look(house(), officer(), period, form.slice()) if period else None
    return render_template(
        "officers/summary.html",
        form=form,
        totals=totals or TotalForm(),
        period=period,
        quarters=quarters(today()),
        abouts=_about(),
        digest=found,
        summary=found.summary if found else None,
        sides=SIDES,
        **(_drawn(found) if found else {}),
    )


def _drawn(found: Digest) -> dict[str, object]:
    """Charts are ours, and every text in them was escaped where it was drawn."""
    pictures = charts.faces(found, house().themes())
    return {
        "chart": Markup(charts.themes(found.summary)),  # noqa: S704 - drawn and escaped by us
        "faces": [(name, Markup(drawn)) for name, drawn in pictures],  # noqa: S704 - the same
    }


def keep_total() -> Answer | tuple[str, int]:
    """Keep or forget how many there are in a group."""
    form = TotalForm()
    if gone := request.form.get("forget"):
        digest.forget_total(house(), officer(), gone)
    elif not form.validate() or not _name(form):
        return _page(DigestForm(meta={"csrf": False}), quarter_of(today()).period, form), 422
    else:
        digest.keep_total(house(), officer(), _total(form))
    flash("Kept.")
    return redirect(url_for("desk.summary", _anchor="silence"), 303)


def _name(form: TotalForm) -> str:
    named = BANDS.get(form.group.data or "")
    if not named and not (form.name.data or "").strip():
        form.name.errors = ["Name the group."]
    return named or (form.name.data or "").strip()


def _total(form: TotalForm) -> KnownTotal:
    name = _name(form)
    key = form.group.data if form.group.data != "other" else f"other {name}".casefold()[:40]
    return KnownTotal(key or "", name, form.number.data or 0, form.source.data or "", today())


PAGES = (
    Page("/summary", summary, Access(SEES_SUMMARY)),
    Page("/summary/totals", keep_total, Access(KEEPS_TOTALS), POST),
)
