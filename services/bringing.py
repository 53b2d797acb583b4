"""Brings a file in at the desk: looked at first, then taken in row by row, and never twice.

A row is known by its survey and its number, so that whoever goes on after a fault, or brings the
same file again, adds only what is not here yet.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from core.bringing import KEPT_FOR, MOST_BYTES, Brought, FileKind, How, Look, Stage, TooBig
from core.duties import IMPORTS, must_hold
from core.errors import CannotUseFile, HeardError, NotFound
from core.facts import Officer
from core.imports import ImportReport, Minutes, Survey, SurveyRow
from core.said import tidied
from core.working_days import london_day
from intray import encodings
from intray import minutes as minutes_files
from intray import survey as survey_files
from services import imports
from services.house import House, naive_utc
from storage.store import Books

SHOWN, LONGEST = 5, 200
AT_ONCE = 20
AS_MINUTES = (".txt", ".text", ".md")


def bring(house: House, officer: Officer, name: str, held: bytes) -> str:
    """Keep a file, sealed, for two hours, to be looked at; its id. Nothing of it is taken in.

    Raises:
        TooBig, CannotUseFile: it cannot be read at all, and the message says why.
    """
    must_hold(officer, IMPORTS)
    if len(held) > MOST_BYTES:
        raise TooBig
    told = tidied(name.replace("\0", ""), 1000)[-200:] or "file"
    kind = FileKind.MINUTES if told.casefold().endswith(AS_MINUTES) else FileKind.SURVEY
    if kind is FileKind.SURVEY:
        survey_files.columns_in(told, held)
    now = house.now()
    brought = Brought("", officer.id, told, kind, How(), Stage.LOOKED_AT, 0, 0, naive_utc(now))
    key = house.store.fresh_key(london_day(now))
    with house.store.transaction() as books:
        gone = books.arrivals.forget(naive_utc(now))
        made = books.arrivals.bring(brought, held, key, naive_utc(now) + KEPT_FOR)
        books.audit.append(now.isoformat(), officer.id, "file brought in", made, kind)
    house.store.vault.destroyed(gone)
    return made


def listed(house: House, officer: Officer) -> tuple[Brought, ...]:
    """The officer's own files of the last hours."""
    must_hold(officer, IMPORTS)
    now = naive_utc(house.now())
    with house.store.reading() as books:
        return tuple(one for one in books.arrivals.of(officer.id) if one.beat > now - 12 * KEPT_FOR)


def one(house: House, officer: Officer, file_id: str) -> Brought:
    """One of the officer's own files, or NotFound."""
    must_hold(officer, IMPORTS)
    with house.store.reading() as books:
        return _find(books, officer, file_id)


def look(house: House, officer: Officer, file_id: str) -> Look:
    """What the file would bring, read as it was told to be. Nothing is stored."""
    must_hold(officer, IMPORTS)
    with house.store.reading() as books:
        brought = _find(books, officer, file_id)
        held = books.arrivals.held(file_id)
    if brought.kind is FileKind.MINUTES:
        return _look_at_minutes(held)
    columns = survey_files.columns_in(brought.name, held)
    try:
        survey = _survey(house, brought, held)
    except CannotUseFile as trouble:
        return Look(columns, trouble=str(trouble))
    return _look_at_survey(house, columns, survey)


def choose(
    house: House, officer: Officer, file_id: str, mapping: Mapping[str, tuple[str, ...]], how: How
) -> None:
    """Read the columns as chosen from now on."""
    must_hold(officer, IMPORTS)
    kept = {name: tuple(filter(None, columns)) for name, columns in mapping.items()}
    with house.store.transaction() as books:
        _find(books, officer, file_id)
        chosen = {name: columns for name, columns in kept.items() if columns}
        books.arrivals.choose(file_id, replace(how, mapping=chosen))


def start(house: House, officer: Officer, file_id: str) -> None:
    """Say that it is taken in from now on. `carry_on` does it."""
    must_hold(officer, IMPORTS)
    with house.store.transaction() as books:
        brought = _find(books, officer, file_id)
        if brought.stage is not Stage.DONE:
            books.arrivals.move(file_id, naive_utc(house.now()), state=Stage.RUNNING)


def carry_on(house: House, officer: Officer, file_id: str) -> ImportReport:
    """Take the file in, from the start; what is here already is not added again. Its report.

    Where the books close half way, the file stays: the next `carry_on` goes through all of it.
    """
    brought = one(house, officer, file_id)
    with house.store.reading() as books:
        held = books.arrivals.held(file_id)
    if brought.kind is FileKind.MINUTES:
        minutes = minutes_files.read(encodings.text_of(held))
        report = imports.take_minutes(house, officer, minutes)
    else:
        survey = _survey(house, brought, held)
        report = imports.take_survey(
            house, officer, survey, _told(house, file_id, len(survey.rows))
        )
    if not report.stopped:
        with house.store.transaction() as books:
            key_id = books.arrivals.finish(file_id, naive_utc(house.now()), report)
        house.store.vault.destroyed([key_id])
    return report


def drop(house: House, officer: Officer, file_id: str) -> None:
    """Let a file go; nothing of it is taken in any more, what came in stays."""
    must_hold(officer, IMPORTS)
    with house.store.transaction() as books:
        _find(books, officer, file_id)
        key_id = books.arrivals.drop(file_id)
    house.store.vault.destroyed([key_id])


def _told(house: House, file_id: str, many: int) -> Callable[[int], None]:
    def tell(done: int) -> None:
        if done % AT_ONCE == 0 or done == many:
            with house.store.transaction() as books:
                books.arrivals.move(file_id, naive_utc(house.now()), done=done, of=many)

    return tell


def _survey(house: House, brought: Brought, held: bytes) -> Survey:
    how = brought.how
    return survey_files.read_bytes(
        brought.name, held, how.mapping, voice=how.voice, themes=house.themes()
    )


def _look_at_survey(house: House, columns: tuple[str, ...], survey: Survey) -> Look:
    with house.store.reading() as books:
        known = sum(_is_here(house, books, row) for row in survey.rows)
    return Look(
        columns,
        rows=len(survey.rows),
        known=known,
        dated=sum(row.received_on is not None for row in survey.rows),
        problems=survey.problems,
        sample=tuple(_short(row.words) for row in survey.rows[:SHOWN]),
    )


def _is_here(house: House, books: Books, row: SurveyRow) -> bool:
    receipt = house.store.receipt_for(row.once_key)
    return books.views.find_by_receipt(receipt) is not None


def _look_at_minutes(held: bytes) -> Look:
    try:
        minutes: Minutes = minutes_files.read(encodings.text_of(held))
    except HeardError as trouble:
        return Look(trouble=str(trouble))
    sample = tuple(_short(said.words) for said in minutes.statements[:SHOWN])
    return Look(rows=len(minutes.statements), sample=sample)


def _short(words: str) -> str:
    told = " ".join(words.split())
    return told if len(told) <= LONGEST else f"{told[:LONGEST]} …"


def _find(books: Books, officer: Officer, file_id: str) -> Brought:
    brought = books.arrivals.find(file_id, officer.id)
    if brought is None:
        raise NotFound
    return brought
