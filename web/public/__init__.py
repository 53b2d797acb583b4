"""The part of the web door that is open to everyone, without an account."""

from flask import Flask

from web.public import health, leave, look_back, practitioner, sent, start, young_person

READ_BY_PEOPLE = (start, young_person, practitioner, sent, look_back, leave)
for page in READ_BY_PEOPLE:
    page.blueprint.before_request(leave.stay_away)


def fit(app: Flask) -> None:
    """Open the public pages, closed for ten minutes to a browser that just left."""
    for page in READ_BY_PEOPLE:
        app.register_blueprint(page.blueprint)
    app.register_blueprint(health.blueprint)
