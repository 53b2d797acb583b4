"""One file at a time: brought in, looked at, its columns chosen, taken in, and told row by row."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from core.bringing import WANTED, How, Stage
from core.errors import HeardError, NotFound
from core.facts import Officer, Voice
from services import bringing
from services.house import House, naive_utc
from web.door import house
from web.officers.plain import in_words
from web.officers.session import officer

# One file after the other, beside the pages: who brings one in may close the browser meanwhile.
TAKING = ThreadPoolExecutor(max_workers=1, thread_name_prefix="taking-in")
VOICES = [(voice.value, in_words(voice)) for voice in Voice]
log = logging.getLogger("heard.imports")


def imports() -> str:
    """Where a file is brought in, and those of the last hours."""
    return _list()


def import_bring() -> Answer | tuple[str, int]:
    """Keep the file that was sent, sealed, and go on to look at it."""
    sent = request.files.get("file")
    if sent is None or not sent.filename:
        return _list("Choose a file first."), 422
    try:
        made = bringing.bring(house(), officer(), sent.filename, sent.read())
    except HeardError as refused:
        return _list(str(refused)), 422
    return redirect(url_for("desk.import_file", file_id=made), 303)


def import_file(file_id: str) -> Answer | str:
    """What the file would bring, how far it is, or what became of it."""
    try:
        brought = bringing.one(house(), officer(), file_id)
        look = (
            bringing.look(house(), officer(), file_id) if brought.stage is Stage.LOOKED_AT else None
        )
    except NotFound:
        flash("That file is not here any more. Bring it in again.")
        return redirect(url_for("desk.imports"), 303)
    still = brought.stands_still(naive_utc(house().now()))
    shown = {"file": brought, "look": look, "still": still, "wanted": WANTED, "voices": VOICES}
    return render_template("officers/imports/file.html", **shown)


def import_columns(file_id: str) -> Answer:
    """Read the columns as chosen, and look again."""
    voice = request.form.get("speaker", "")
    how = How(voice=Voice(voice) if voice in set(Voice) else Voice.YOUNG_PERSON)
    mapping = {name: tuple(request.form.getlist(name)) for name in WANTED}
    return _done(file_id, lambda: bringing.choose(house(), officer(), file_id, mapping, how))


def import_start(file_id: str) -> Answer:
    """Take it in, beside the pages."""

    def begin() -> None:
        bringing.start(house(), officer(), file_id)
        TAKING.submit(_take, house(), officer(), file_id)

    return _done(file_id, begin)


def import_drop(file_id: str) -> Answer:
    """Let the file go."""
    return _done("", lambda: bringing.drop(house(), officer(), file_id))


def _take(open_house: House, by: Officer, file_id: str) -> None:
    """Take it in. What stops it is told on its page, which offers to go on."""
    try:
        bringing.carry_on(open_house, by, file_id)
    except HeardError as trouble:
        log.warning("import_stopped: %s", type(trouble).__name__)


def _done(file_id: str, do: Callable[[], None]) -> Answer:
    try:
        do()
    except NotFound:
        flash("That file is not here any more. Bring it in again.")
        file_id = ""
    where = url_for("desk.import_file", file_id=file_id) if file_id else url_for("desk.imports")
    return redirect(where, 303)


def _list(trouble: str = "") -> str:
    listed = bringing.listed(house(), officer())
    return render_template("officers/imports/list.html", listed=listed, trouble=trouble)
