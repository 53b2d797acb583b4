"""Packs a page small for a bad line, where nothing that anybody typed stands on it.

Rationale: how small a page packs tells what repeats in it. Whoever could make us print a text of
theirs beside a token could try tokens until one packs smaller (BREACH). So pages are sent as they
are, and only those that a view names here are packed: they say what we say, and nothing else.
"""

import gzip

from flask import request
from werkzeug.wrappers import Response

LEVEL = 6


def packed(page: Response) -> Response:
    """The page as it goes over the line: packed for a browser that unpacks it."""
    page.vary.add("Accept-Encoding")
    if request.accept_encodings["gzip"] > 0:
        page.set_data(gzip.compress(page.get_data(), LEVEL, mtime=0))
        page.headers["Content-Encoding"] = "gzip"
    return page
