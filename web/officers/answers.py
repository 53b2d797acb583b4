"""The answer that goes back to whoever holds the code."""

from flask import flash, redirect, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response as Answer
from wtforms import TextAreaField
from wtforms.validators import InputRequired

from core.errors import HeardError, NotFound
from core.mirror import Hit, found
from services import answers
from web.door import house
from web.officers.queue import kept
from web.officers.session import officer
from web.officers.unsent import LOST
from web.officers.view import Typed, show


class ReplyForm(FlaskForm):
    """The officer's reply."""

    words = TextAreaField("Your reply", [InputRequired()])


def reply(view_id: str) -> Answer | tuple[str, int]:
    """File the reply under the view's code."""
    form = ReplyForm()
    if not form.validate():
        return _again(view_id, "Write your reply, then press Send.", 422)
    if _wants_a_look(form.words.data or ""):
        return _mirrored(view_id)
    try:
        answers.reply(house(), officer(), view_id, form.words.data or "")
    except (NotFound, *LOST):
        raise
    except HeardError as trouble:
        return _again(view_id, str(trouble), trouble.status)
    flash("Reply sent. They will see it when they open their code.")
    return redirect(url_for("desk.view", view_id=view_id, _anchor="talk", **kept()), 303)


def _wants_a_look(words: str) -> bool:
    """They asked for a look, or words of the list are in it that they have not been shown yet."""
    if request.form.get("then") == "check":
        return True
    return request.form.get("as_it_is") != "yes" and bool(_hits(words))


def _hits(words: str) -> tuple[Hit, ...]:
    return found(words, house().council.wordings)


def _mirrored(view_id: str) -> tuple[str, int]:
    """The page again, with the words that young people asked us not to use. Nothing is sent."""
    typed = request.form.get("words", "")
    return show(view_id, Typed(place="mirror", reply=typed, mirror=_hits(typed))), 200


def _again(view_id: str, trouble: str, status: int) -> tuple[str, int]:
    typed = request.form.get("words", "")
    return show(view_id, Typed(place="reply", trouble=trouble, reply=typed)), status
