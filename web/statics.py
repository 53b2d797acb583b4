"""Style sheets, script and icon, from memory: fingerprinted, packed when built, kept for ever."""

import json
from dataclasses import dataclass
from pathlib import Path

from flask import Flask, Response, abort, request, url_for

from web.door import Hanging

BUILT = Path(__file__).parent / "static" / "built"
FOREVER = "public, max-age=31536000, immutable"
KINDS = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}


@dataclass(frozen=True, slots=True)
class Built:
    """One built file in its three forms; the first that the browser takes is sent."""

    kind: str
    forms: tuple[tuple[str, bytes], ...]


def fit(app: Flask, _: Hanging) -> None:
    """Serve what `tools/build_assets.py` built, and let templates ask for it by its plain name."""
    names = _names()
    files = {printed: _read(printed) for printed in names.values()}

    def static_file(name: str) -> Response:
        if name not in files:
            abort(404)
        return _answer(files[name])

    app.add_url_rule("/static/<name>", "static_file", static_file)
    app.jinja_env.globals["asset"] = lambda plain: url_for("static_file", name=names[plain])


def _names() -> dict[str, str]:
    if not (BUILT / "names.json").exists():
        raise RuntimeError("The pages have no style yet. Run: python tools/build_assets.py")
    names: dict[str, str] = json.loads((BUILT / "names.json").read_text(encoding="utf-8"))
    return names


def _read(printed: str) -> Built:
    plain = BUILT / printed
    forms = (
        ("br", Path(f"{plain}.br").read_bytes()),
        ("gzip", Path(f"{plain}.gz").read_bytes()),
        ("", plain.read_bytes()),
    )
    return Built(KINDS[printed.rpartition(".")[2]], forms)


def _answer(built: Built) -> Response:
    taken = request.accept_encodings
    coding, body = next((c, b) for c, b in built.forms if not c or taken[c] > 0)
    response = Response(body, content_type=built.kind)
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = FOREVER
    if coding:
        response.headers["Content-Encoding"] = coding
    return response
