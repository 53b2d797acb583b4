"""The first page, and the short true pages about privacy and access."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from web import tongue

blueprint = Blueprint("start", __name__)


@blueprint.get("/")
def start() -> str:
    """What this is, who reads it, when somebody must be told, and which way to go."""
    return render_template("public/start.html")


@blueprint.post("/language")
def speak() -> Response:
    """The first page in the language that was pressed; so are the others from now on."""
    answer = redirect(url_for("start.start"), 303)
    tongue.remember(answer, request.form.get("language", ""))
    return answer


@blueprint.get("/privacy")
def privacy() -> str:
    """What we keep, that no time is set for it yet, who sees it, and whom to ask about it."""
    return render_template("public/privacy.html")


@blueprint.get("/accessibility")
def accessibility() -> str:
    """How these pages are made to work for everyone, and what falls short."""
    return render_template("public/accessibility.html")
