"""The words that raise a worry: look, change the draft, try it on past views, put it live."""

from dataclasses import replace

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from core.errors import HeardError, NotFound
from core.watchwords import SIGNS, Strength, Watchwords, checked_bound, checked_word
from services import watchwords as words
from web.door import house
from web.officers.session import officer
from web.officers.unsent import LOST

NOT_HERE = "There is nothing to do that with. Look again."


def watchwords() -> str:
    """The words of one sign, the thresholds, the draft."""
    return _page()


def try_words() -> str | tuple[str, int]:
    """What the draft would have caught and missed."""
    try:
        return _page(sheet=words.try_out(house(), officer()))
    except NotFound:
        return _page("The words cannot be tried: tagging did not load."), 422


def change_words() -> Answer | tuple[str, int]:
    """Change the draft, throw it away, or put it live."""
    try:
        said = _do(request.form.get("do", ""))
    except LOST:
        raise
    except NotFound:
        return _page(NOT_HERE), 422
    except HeardError as trouble:
        live = request.form.get("do") == "live"
        sheet = words.try_out(house(), officer()) if live else None
        return _page(str(trouble), sheet), trouble.status
    flash(said)
    return redirect(url_for("desk.watchwords", sign=_typed("sign") or None), 303)


def _typed(field: str) -> str:
    return request.form.get(field, "")


def _do(what: str) -> str:
    if what == "live":
        words.go_live(house(), officer(), _typed("why"), _typed("tried"))
        return "Live. Every door has it within a second; what is read from now on goes by it."
    if what == "forget":
        words.drop_draft(house(), officer())
        return "The draft is gone."
    words.change(house(), officer(), lambda now: _changed(now, what))
    return "In the draft. Try it, then put it live."


def _changed(now: Watchwords, what: str) -> Watchwords:
    if what == "bounds":
        raise_from, learned = checked_bound(_typed("raise_from")), checked_bound(_typed("learned"))
        return replace(now, raise_from=raise_from, learned_from=learned)
    if what not in ("add", "drop"):
        raise NotFound
    if what == "add":
        return now.add(checked_word(_typed("sign"), _typed("phrase"), _typed("strength")))
    at_desk = words.look(house(), officer())
    known = now.in_force(at_desk.shipped)
    told = (_typed("sign"), _typed("phrase"), _typed("strength"))
    for one in known:
        if (one.sign, one.phrase, one.strength.value) == told:
            return now.drop(one)
    raise NotFound


def _page(trouble: str = "", sheet: words.Sheet | None = None) -> str:
    found = words.look(house(), officer())
    sign = request.values.get("sign", "")
    sign = sign if sign in SIGNS else SIGNS[0]
    here = sorted(one for one in found.draft.in_force(found.shipped) if one.sign == sign)
    return render_template(
        "officers/safeguarding/watchwords.html",
        found=found,
        sign=sign,
        signs=SIGNS,
        strengths=STRENGTHS,
        lists={strength: [w for w in here if w.strength is strength] for strength in Strength},
        sheet=sheet,
        trouble=trouble,
        typed=request.form,
    )


STRENGTHS = {
    Strength.URGENT: "Urgent by itself",
    Strength.CONCERN: "A worry by itself",
    Strength.HINT: "Only beside another",
}
