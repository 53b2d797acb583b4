"""For whoever runs Heard: is the process up, and can it keep its promises just now?"""

from flask import Blueprint, jsonify, make_response
from werkzeug.wrappers import Response

from services import health
from web.door import house

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def up() -> Response:
    """The process answers."""
    return jsonify(up=True)


@blueprint.get("/readyz")
def ready() -> Response:
    """200 where everything works; 503 where the database is down or the clock stands still.

    No counts: somebody who watched them could tell that the last view raised an alert.
    """
    now = health.look(house())
    told = {"database": now.database, "clock_alive": now.clock_alive, "ready": now.ready}
    told["cues_alone"] = now.cues_alone
    return make_response(jsonify(told), 200 if now.ready else 503)
