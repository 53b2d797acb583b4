"""Hiding what would tell who spoke: one press for what the machine found, or by quoting words.

Then one press more: a person read them, and they may be quoted.
"""

from flask import flash, redirect, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response as Answer
from wtforms import IntegerField, StringField
from wtforms.validators import AnyOf, InputRequired, Length, Optional

from core.errors import HeardError, SomebodyElseChanged
from services import redaction, review
from web.door import house
from web.officers.marking import Span, places
from web.officers.queue import kept
from web.officers.session import officer
from web.officers.unsent import LOST
from web.officers.view import Typed, show

READ_AGAIN = "These words may be quoted. A second officer reads them first, in the quote bank."


class MaskForm(FlaskForm):
    """What to hide: a span that the machine found, or the very words, quoted."""

    start = IntegerField(validators=[Optional()])
    end = IntegerField(validators=[Optional()])
    quote = StringField(validators=[Length(max=2000)])
    type = StringField(validators=[InputRequired(), Length(max=40)])
    reason = StringField(validators=[Length(max=300)])
    part = StringField(validators=[Length(max=22)])


class UnmaskForm(FlaskForm):
    """Which mask to take away."""

    start = IntegerField(validators=[InputRequired()])
    end = IntegerField(validators=[InputRequired()])
    part = StringField(validators=[Length(max=22)])


class ClearForm(FlaskForm):
    """Whether the words may be quoted: yes, or not any more, of the view as it was read."""

    cleared = StringField(validators=[AnyOf(("yes", "no"))])
    version = IntegerField(validators=[InputRequired()])


class NothingLikeIt(HeardError):
    """The quoted words do not stand in the view."""

    status = 422

    def __init__(self) -> None:
        super().__init__(
            "Those words are not in this view. Copy them just as they stand, then press Mask again."
        )


class NoReason(HeardError):
    """A mask without a reason."""

    status = 422

    def __init__(self) -> None:
        super().__init__("Say what you are masking and why, so that others can follow you.")


def mask(view_id: str) -> Answer | tuple[str, int]:
    """Hide a span from everyone outside the desk, with the reason kept."""
    form = MaskForm()
    try:
        done = _mask(view_id, form)
    except LOST:
        raise
    except HeardError as trouble:
        return show(view_id, _typed(str(trouble))), trouble.status
    flash("Masked." if done == 1 else f"Masked in {done} places.")
    return redirect(url_for("desk.view", view_id=view_id, _anchor="words", **kept()), 303)


def _mask(view_id: str, form: MaskForm) -> int:
    if not form.validate() or not (form.reason.data or "").strip():
        raise NoReason
    spans = _spans(view_id, form)
    for part, span in spans:
        kind, reason = form.type.data or "", (form.reason.data or "").strip()
        redaction.mask(house(), officer(), view_id, span.start, span.end, kind, reason, part)
    return len(spans)


def _spans(view_id: str, form: MaskForm) -> tuple[tuple[str, Span], ...]:
    """Which part (the words where it is empty) and where in it."""
    if form.start.data is not None and form.end.data is not None:
        return ((form.part.data or "", Span(form.start.data, form.end.data)),)
    opened = review.open_view(house(), officer(), view_id, at_work=True)
    texts = [("", opened.words, opened.masks), *((p.id, p.words, p.masks) for p in opened.parts)]
    quote = form.quote.data or ""
    found = [(part, span, masks) for part, text, masks in texts for span in places(text, quote)]
    if not found:
        raise NothingLikeIt
    return tuple(
        (part, span)
        for part, span, masks in found
        if (span.start, span.end) not in {(mask.start, mask.end) for mask in masks}
    )


def _typed(trouble: str) -> Typed:
    typed = {name: request.form.get(name, "") for name in ("quote", "type", "reason")}
    return Typed(place="mask", trouble=trouble, mask=typed)


def unmask(view_id: str) -> Answer | tuple[str, int]:
    """Show a masked span again."""
    form = UnmaskForm()
    if not form.validate():
        return show(view_id, _typed("Choose a mask to take away.")), 422
    start, end, part = form.start.data or 0, form.end.data or 0, form.part.data or ""
    redaction.unmask(house(), officer(), view_id, start, end, part)
    flash("The mask is gone.")
    return redirect(url_for("desk.view", view_id=view_id, _anchor="words", **kept()), 303)


def clear(view_id: str) -> Answer | tuple[str, int]:
    """Keep that a person read the words and found no names left, or that this no longer holds."""
    form = ClearForm()
    if not form.validate():
        wrong = "Say whether these words may be quoted."
        return show(view_id, Typed(place="clear", trouble=wrong)), 422
    cleared = form.cleared.data == "yes"
    try:
        redaction.clear(house(), officer(), view_id, cleared, form.version.data or 0)
    except SomebodyElseChanged as trouble:
        return show(view_id, Typed(place="clear", trouble=str(trouble))), trouble.status
    flash(READ_AGAIN if cleared else "These words are not quoted.")
    return redirect(url_for("desk.view", view_id=view_id, _anchor="clear", **kept()), 303)
