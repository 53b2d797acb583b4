"""The part of the web door that is open to everyone, without an account."""

from flask import Flask

from web.public import (
    at_risk,
    board,
    health,
    leave,
    look_back,
    practitioner,
    sent,
    start,
    take_back,
    together,
    young_person,
)

PAGES = (
    *(start, board, young_person, together, practitioner, at_risk),
    *(sent, look_back, take_back, leave, health),
)


def fit(app: Flask) -> None:
    """Open the public pages."""
    for page in PAGES:
        app.register_blueprint(page.blueprint)
