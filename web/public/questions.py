"""Shows the question where somebody is, or the check of all that they told, before it is sent."""

from werkzeug.wrappers import Response

from web.door import house
from web.keeping import Typed
from web.public import here, sentences
from web.public.answers import pressed_of, written_of
from web.public.asking import CHECK, CHOICES, STEPS, shown_with, topics_of
from web.public.sentences import SENTENCES

AT, CHECKING, HIDDEN = "at", "checking", "hidden"


def show(held: Typed, mistake: str, status: int) -> Response:
    """The page of one question, or the check; what is hidden is blank in it."""
    hidden = held.get(HIDDEN, "").split()
    common = {
        "mistake": mistake,
        "not_saved": status >= 429,
        "hidden": hidden,
        **shown_with({**held, **dict.fromkeys(hidden, "")}, house().themes()),
    }
    step = held.get(AT, STEPS[0])
    if step == SENTENCES:
        return sentences.page(held, status)
    if step == CHECK:
        return _check(held, status, common)
    place = {"step": step, "number": STEPS.index(step) + 1, "steps": len(STEPS)}
    return here.page("ask", status, big=True, checking=held.get(CHECKING), **place, **common)


def _check(held: Typed, status: int, common: dict[str, object]) -> Response:
    themes = house().themes()
    pressed = "" if written_of(held) else pressed_of(held, themes)
    choices = {**CHOICES, "about": dict(topics_of(themes))}
    common |= {"key": held.get("key", ""), "pressed": pressed, "choices": choices}
    if not common["hidden"] and written_of(held):
        common |= sentences.shown_with(sentences.preview_of(held))
    return here.page("check", status, **common)
