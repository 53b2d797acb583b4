"""One question at a time: skip any, go back, check before sending; half-finished and come back to.

Words that were typed are shown again only to whoever has not been away from the page since. Someone
else may have come to it: so after a reload, a Back or a new tab they are kept, and can be sent,
written anew or thrown away, and not be read.
"""

from flask import request
from werkzeug.wrappers import Response

from core.errors import HeardError
from core.facts import Voice
from core.said import tidied
from services import intake, resending
from web import keeping, pocket
from web.door import house
from web.keeping import Typed
from web.packing import packed
from web.public import draft, here, questions, sent, sentences
from web.public.answers import submission_of
from web.public.asking import CHECK, FIELDS, STEPS, WRITTEN
from web.public.questions import AT, CHECKING, HIDDEN
from web.public.sentences import SENTENCES
from web.tongue import told

FRESH = {"fresh": "yes"}


@here.place("hello")
def hello() -> Response:
    """Before the first question: who reads it, when somebody must be told, and how to leave."""
    return packed(here.page("hello", about=pocket.look(pocket.HERE).get("about", "")))


@here.deed("begin")
def begin() -> Response:
    """The first question, in a new form; a link or a printed square may have said the topic."""
    about = request.form.get("about", "")
    held = {"key": keeping.fresh_once_key(), AT: STEPS[0], "about": about}
    return draft.keep(here.go("ask", **FRESH), held)


@here.place("ask")
def ask() -> Response:
    """The question where they are; to somebody who was away, whether to carry on."""
    held = draft.held()
    if not held:
        return here.page("too_late")
    if "fresh" not in pocket.look(pocket.HERE):
        return here.page("carry_on")
    answer = questions.show(held, "", keeping.FORGOTTEN_BY_BACK)
    pocket.put(answer, pocket.HERE, {AT: "ask"}, session=True)
    return answer


def _again(typed: Typed, mistake: str, status: int) -> Response | None:
    """The question as it was answered, with what went wrong."""
    step = typed.get("step", "")
    if step not in FIELDS:
        return None
    return questions.show({**typed, AT: step}, mistake, status)


@here.deed("answer", _again)
def answer() -> Response:
    """Keep the answer, and go on, or back; to the check where they came from there."""
    typed = request.form.to_dict()
    step, move = typed.get("step", ""), typed.get("move", "next")
    if step not in FIELDS:
        return here.go("ask")
    try:
        held = _answered(draft.held() or _fresh(), typed, step, move)
        return draft.keep(here.go("ask", **FRESH), held)
    except HeardError as error:
        return questions.show({**typed, AT: step}, told(error), error.status)


def _fresh() -> Typed:
    return {"key": keeping.fresh_once_key()}


def _answered(held: Typed, typed: Typed, step: str, move: str) -> Typed:
    """The draft with this answer in it, at the question that comes next."""
    hidden = set(held.get(HIDDEN, "").split())
    for field in FIELDS[step]:
        said = "" if move == "skip" else tidied(typed.get(field, ""), house().rules.most_letters)
        if said or field not in hidden:
            held = {**held, field: said}
            hidden.discard(field)
    if step in ("words", "like", "quote"):
        held = {**held, SENTENCES: ""}  # the answers by the sentence belonged to what was before
    return {**held, AT: _after(step, move, held), HIDDEN: " ".join(sorted(hidden))}


def _after(step: str, move: str, held: Typed) -> str:
    if held.get(CHECKING):
        return CHECK
    place = STEPS.index(step) + (-1 if move == "back" else 1)
    return (*STEPS, CHECK)[max(place, 0)]


@here.deed("change")
def change() -> Response:
    """From the check to one question, and then back to the check."""
    held, to = draft.held(), request.form.get("to", "")
    if not held or to not in (*FIELDS, SENTENCES):
        return here.go("ask")
    return draft.keep(here.go("ask", **FRESH), {**held, AT: to, CHECKING: "yes"})


@here.deed("choose_sentences")
def choose_sentences() -> Response:
    """Keep who may see which sentence, and back to the check."""
    held = draft.held()
    if not held:
        return here.go("ask")
    told = " ".join(sentences.chosen_in(request.form))
    return draft.keep(here.go("ask", **FRESH), {**held, SENTENCES: told, AT: CHECK})


@here.deed("carry_on")
def carry_on() -> Response:
    """Go on where they stopped; what was written before stays and is not shown."""
    held = draft.held()
    if not held:
        return here.go("ask")
    written = " ".join(field for field in WRITTEN if held.get(field))
    return draft.keep(here.go("ask", **FRESH), {**held, HIDDEN: written})


@here.deed("stop")
def stop() -> Response:
    """Throw away what was begun."""
    return draft.drop(here.go(here.START))


def _refused(typed: Typed, mistake: str, status: int) -> Response:
    """The check again; where even the draft cannot be read, a page that says so."""
    try:
        held = draft.held()
    except HeardError:
        held = {}
    return questions.show({**held, AT: CHECK}, mistake, status)


@here.deed("send", _refused)
def send() -> Response:
    """Hand it to intake, once; whoever presses again because the line broke gets the same code."""
    held = draft.held()
    try:
        thanks = resending.given_before(house(), keeping.once_key(request.form))
        if thanks is None and not held:
            return here.go("ask")
        said = submission_of(held, house().themes(), by_choice=True)
        thanks = thanks or intake.receive(house(), said)
    except HeardError as error:
        return _refused({}, told(error), error.status)
    return draft.drop(sent.carry(thanks, Voice.YOUNG_PERSON, here.go("sent")))
