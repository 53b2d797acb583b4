"""The part of the web door that is open to everyone, without an account."""

from flask import Flask

from web.public import start


def fit(app: Flask) -> None:
    """Open the public pages."""
    for page in (start,):
        app.register_blueprint(page.blueprint)
