"""Files brought in: looked at first, told row by row, and nothing twice or by halves."""

import io
from datetime import date

import pytest
from openpyxl import Workbook

from core.bringing import How, Stage, TooBig
from core.errors import CannotUseFile, NotFound, NotSaved
from core.facts import Role, Voice
from services import bringing, intake
from storage.vault import KeyGone
from tests.services.people import officer, participation_worker

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
WINDOWS = (
    "Recorded Date;Your words;Age\r\n"
    "03/11/2026;My café – it’s ace;12\r\n"
    '04/11/2026;"broken"x;13\r\n'
    "05/11/2026;The bus is late;forty\r\n"
    "06/11/2026;;14\r\n"
).encode("cp1252")


@pytest.fixture
def by(house):
    return participation_worker(house)


def test_a_windows_file_with_a_broken_row_is_told_row_by_row_and_counts_when_it_was_said(house, by):
    file_id = bringing.bring(house, by, "survey.csv", WINDOWS)
    look = bringing.look(house, by, file_id)
    assert (look.rows, look.known, look.dated, look.trouble) == (2, 0, 2, "")
    assert look.sample == ("My café – it’s ace", "The bus is late")
    assert [(one.row_number, one.taken) for one in look.problems] == [
        (3, False),
        (4, True),
        (5, False),
    ]
    with house.store.reading() as books:
        assert books.rollup.total() == {}
    bringing.start(house, by, file_id)
    report = bringing.carry_on(house, by, file_id)
    assert (report.added, report.repeated, len(report.problems)) == (2, 0, 3)
    done = bringing.one(house, by, file_id)
    assert (done.stage, done.done, done.of, done.report) == (Stage.DONE, 2, 2, report)
    with house.store.reading() as books:
        days = {view.received_on for view in books.views.between(date(2026, 1, 1), date.max)}
        assert days == {date(2026, 11, 3), date(2026, 11, 5)}
        assert books.rollup.total() == books.rollup.recount()
        with pytest.raises((KeyGone, TypeError)):
            books.arrivals.held(file_id)
    again = bringing.bring(house, by, "the same again.csv", WINDOWS)
    assert bringing.look(house, by, again).known == 2
    assert bringing.carry_on(house, by, again).added == 0


def test_what_stops_half_way_is_gone_through_again_and_nothing_comes_twice(house, by, monkeypatch):
    rows = "\n".join(f"Words number {n}" for n in range(30))
    file_id = bringing.bring(house, by, "many.csv", f"Words\n{rows}\n".encode())
    bringing.start(house, by, file_id)
    real, count = intake.receive, iter(range(99))

    def closes_at_ten(*args):
        if next(count) == 10:
            raise NotSaved
        return real(*args)

    monkeypatch.setattr(intake, "receive", closes_at_ten)
    assert bringing.carry_on(house, by, file_id).stopped
    monkeypatch.setattr(intake, "receive", real)
    house.now.pass_by(minutes=1)
    assert bringing.one(house, by, file_id).stands_still(house.now().replace(tzinfo=None))
    report = bringing.carry_on(house, by, file_id)
    assert (report.added, report.repeated) == (20, 10)


def test_columns_are_chosen_by_hand_where_their_names_say_nothing(house, by):
    book = Workbook()
    for row in (["Q1", "Q7", "When"], ["It is fine", "team", "2026-12-01"], ["Late", "x", ""]):
        book.active.append(row)
    held = io.BytesIO()
    book.save(held)
    file_id = bringing.bring(house, by, "odd.xlsx", held.getvalue())
    look = bringing.look(house, by, file_id)
    assert look.columns == ("Q1", "Q7", "When")
    assert "Q1" in look.trouble
    chosen = {"words": ("Q1", "Q7"), "received": ("When",), "age": ("",)}
    bringing.choose(house, by, file_id, chosen, How(voice=Voice.PRACTITIONER))
    look = bringing.look(house, by, file_id)
    assert (look.rows, look.dated, look.trouble) == (2, 1, "")
    assert look.sample[0] == "It is fine team"
    bringing.carry_on(house, by, file_id)
    with house.store.reading() as books:
        views = books.views.between(date(2026, 1, 1), date.max)
    assert {view.voice for view in views} == {Voice.PRACTITIONER}


def test_what_is_too_large_or_no_survey_is_refused_and_a_file_is_its_officers_alone(house, by):
    with pytest.raises(TooBig):
        bringing.bring(house, by, "big.xlsx", b"PK" + b"0" * 50_000_000)
    with pytest.raises(CannotUseFile):
        bringing.bring(house, by, "photo.csv", b"\x89PNG\r\n\x1a\n\0\0\0")
    file_id = bringing.bring(house, by, "a.csv", b"Words\nHello there\n")
    other, _ = officer(house, Role.PARTICIPATION, email="o@council.example")
    with pytest.raises(NotFound):
        bringing.look(house, other, file_id)
    house.now.pass_by(hours=3)
    bringing.bring(house, by, "b.csv", b"Words\nHello again\n")
    with pytest.raises(NotFound):
        bringing.look(house, by, file_id)
