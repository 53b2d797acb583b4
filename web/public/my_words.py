"""A young person's own words, by their code: asked once more, shown once, printed, and who may see.

Rationale: an adult who has the code can make a child open it. So the page asks first, shows the
words only on the press itself, and after a reload or a Back it is the story again.
"""

from flask import request
from werkzeug.wrappers import Response

from core.facts import Permission
from services import own_words, permission
from web import keeping, pocket
from web.door import house
from web.public import here
from web.public.look_back import code_held, story
from web.public.sentences import chosen_in, shown_with

FRESH = "fresh"


@here.place("ask_words")
def ask() -> Response:
    """Is it safe to show them here and now?"""
    return here.page("ask_words") if code_held() else story()


@here.deed("show_words")
def show() -> Response:
    """Yes, show them."""
    return here.go("my_words", **{FRESH: "yes"})


@here.place("my_words")
def my_words() -> Response:
    """The words, with who may see which sentence and how each audience would read them."""
    code = code_held()
    if not code or FRESH not in pocket.look(pocket.HERE):
        return story()
    mine = own_words.read(house(), code)
    choices = permission.open_choices(house(), code)
    answer = here.page("my_words", keeping.FORGOTTEN_BY_BACK, mine=mine, **shown_with(choices))
    pocket.put(answer, pocket.HERE, {"at": "story"}, session=True)
    return answer


@here.deed("permit")
def permit() -> Response:
    """Keep who may see which sentence; all of it stays private where the answers do not fit."""
    chosen = chosen_in(request.form)
    if request.form.get("none"):
        chosen = tuple(Permission.COUNT_ONLY for _ in chosen)
    permission.choose(house(), code_held(), chosen)
    return here.go("my_words", **{FRESH: "yes"})
