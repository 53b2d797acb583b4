"""The first page: what this is, who reads it, when somebody must be told, and which way to go."""

from flask import Blueprint, render_template

blueprint = Blueprint("start", __name__)


@blueprint.get("/")
def start() -> str:
    """The first page."""
    return render_template("public/start.html")
