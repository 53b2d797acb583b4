"""Who else has this view open: asked by the page's script now and then, and told in words."""

from flask import Response

from services import openings
from web.door import house
from web.officers.plain import at_it_words
from web.officers.session import officer


def here(view_id: str) -> Response:
    """The page's status line; empty where nobody else is at it."""
    others = openings.who_is_here(house(), officer(), view_id)
    return Response(at_it_words(others), mimetype="text/plain")
