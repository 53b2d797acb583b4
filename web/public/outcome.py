"""What came of it, for whoever holds the code: do they feel it, and do they want to push back?"""

from flask import request
from werkzeug.wrappers import Response

from core.wants import Want
from services import felt, pushing_back
from web import keeping
from web.door import house
from web.public import here
from web.public.look_back import code_held


@here.deed("feel_it")
def feel_it() -> Response:
    """Yes or not yet."""
    yes = request.form.get("yes") == "yes"
    felt.say(house(), code_held(), request.form.get("on", "")[:40], yes=yes)
    return here.go("story", thanks="felt")


@here.deed("push_back")
def push_back() -> Response:
    """An advocate, or a complaint."""
    want = keeping.chosen(Want, request.form.get("want", ""))
    if want is not None:
        pushing_back.push_back(house(), code_held(), want)
    return here.go("story", thanks="pushed")
