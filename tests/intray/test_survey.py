import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from core.errors import CannotUseFile
from core.facts import AgeBand, Permission, Voice
from intray import survey

PLAIN = (
    "Words,Age,Topic,Permission,Voice,Received on\n"
    '"I like it, mostly",13,Family time,everyone,young person,02/10/2026\n'
    "Too many cases,,workforce_caseloads,councillors,Social worker,2026-10-03 09:30\n"
)


@pytest.fixture
def file(tmp_path):
    def write(text, name="survey.csv", encoding="utf-8"):
        place = tmp_path / name
        place.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return place

    return write


@pytest.fixture
def workbook(tmp_path):
    def write(*rows, before=()):
        book = Workbook()
        for row in (*before, *rows):
            book.active.append(list(row))
        place = tmp_path / "survey.xlsx"
        book.save(place)
        return place

    return write


def test_each_row_becomes_what_one_person_said(file):
    young, worker = survey.read(file(PLAIN)).rows
    assert (young.words, young.voice, young.age_band) == (
        "I like it, mostly",
        Voice.YOUNG_PERSON,
        AgeBand.TEEN,
    )
    assert (young.topic, young.permission) == ("family_time", Permission.EVERYONE)
    assert young.received_on == date(2026, 10, 2)
    assert (worker.voice, worker.permission) == (Voice.PRACTITIONER, Permission.COUNCILLORS)
    assert (worker.row_number, worker.received_on) == (3, date(2026, 10, 3))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_letters_come_through_whatever_program_saved_them(file, encoding):
    read = survey.read(file("Words\nMy café – it’s ace\n", encoding=encoding))
    assert [row.words for row in read.rows] == ["My café – it’s ace"]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_sign_between_cells_is_found(file, sign):
    read = survey.read(file(f"Age{sign}Words\n9{sign}I miss my dog\n"))
    assert [(row.words, row.age_band) for row in read.rows] == [("I miss my dog", AgeBand.CHILD)]


def test_one_column_with_commas_in_it_stays_whole(file):
    assert survey.read(file("Words\nHello, it is me, again\n")).rows[0].words == (
        "Hello, it is me, again"
    )


def test_a_workbook_reads_like_a_csv(workbook):
    place = workbook(
        ("words", "Age", "Date"),
        ("I like it", 13, datetime(2026, 10, 2, 9, 0)),  # noqa: DTZ001 - as Excel keeps it
        (None, None, None),
        ("So do I", 8.0, None),
    )
    first, second = survey.read(place).rows
    assert (first.words, first.age_band, first.received_on) == (
        "I like it",
        AgeBand.TEEN,
        date(2026, 10, 2),
    )
    assert (second.row_number, second.age_band) == (4, AgeBand.CHILD)


def test_headings_may_stand_below_a_title(workbook):
    place = workbook(("Words", "Age"), ("Hi", 9), before=(("Our survey 2026",), ()))
    assert [(row.row_number, row.words) for row in survey.read(place).rows] == [(4, "Hi")]


def test_columns_are_named_by_the_officer_whatever_their_capitals(file):
    text = "Q1 How is it?,Q2 And home?\nFine,Loud\n,Calm\n"
    read = survey.read(file(text), {"words": ["q1 how is it?", "Q2 and home"]})
    assert [row.words for row in read.rows] == ["Fine\n\nLoud", "Calm"]


def test_the_three_heading_rows_of_qualtrics_are_no_answers(file):
    text = (
        "StartDate,ResponseId,Q1,Q2\n"
        "Start Date,Response ID,What do you want to tell us?,How old are you?\n"
        '"{""ImportId"":""startDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}",'
        '"{""ImportId"":""QID2""}"\n'
        "2026-10-02 10:33:00,R_1,More sleepovers,12 to 17\n"
    )
    (row,) = survey.read(file(text)).rows
    assert (row.row_number, row.words, row.age_band) == (4, "More sleepovers", AgeBand.TEEN)
    assert row.received_on == date(2026, 10, 2)


def test_a_row_without_words_is_named_by_its_number_and_the_rest_come_in(file):
    read = survey.read(file("Words,Age\nOne,9\n,12\nThree,15\n"))
    assert [row.words for row in read.rows] == ["One", "Three"]
    assert [(p.row_number, p.taken) for p in read.problems] == [(3, False)]


def test_no_reason_repeats_what_somebody_wrote(file):
    text = (
        "Words,Age,Topic,Permission,Voice\n"
        "secret-words,secret-99,secret-topic,secret-yes,young person\n"
        "secret-words,9,,,secret-voice\n"
        'secret"-words",9,,,young person,secret-more\n'
    )
    read = survey.read(file(text))
    assert {p.row_number for p in read.problems} == {2, 3, 4}
    assert not any("secret" in problem.reason for problem in read.problems)


def test_a_permission_that_is_not_understood_opens_nothing(file):
    read = survey.read(file("Words,Permission\nHello,yes\nHi,\n"))
    assert {row.permission for row in read.rows} == {Permission.COUNT_ONLY}
    assert [(p.row_number, p.taken) for p in read.problems] == [(2, True)]


def test_a_voice_that_is_not_understood_is_never_guessed(file):
    read = survey.read(file("Words,Voice\nHello,parent\nHi,young person\n"))
    assert [row.words for row in read.rows] == ["Hi"]


def test_broken_quotation_marks_cost_their_own_row_only(file):
    read = survey.read(file('Words,Age\n"One"x,9\nTwo,10\n'))
    assert [row.words for row in read.rows] == ["Two"]
    assert [p.row_number for p in read.problems] == [2]


def test_the_same_file_gives_the_same_keys_and_each_row_its_own(file):
    place = file("Words\nYes\nYes\n")
    first, second = survey.read(place).rows
    assert first.once_key != second.once_key
    assert [row.once_key for row in survey.read(place).rows] == [first.once_key, second.once_key]


def test_an_export_with_more_rows_knows_those_that_came_before(file):
    before = survey.read(file("Id,Words\n1,Yes\n", "a.csv")).rows
    after = survey.read(file("Id,Words\n2,No\n1,Yes\n", "b.csv")).rows
    assert after[1].once_key == before[0].once_key
    assert after[0].once_key != before[0].once_key


def test_control_characters_are_left_out_of_the_words(file):
    assert survey.read(file(b"Words\nHe\x00llo\x07\n")).rows[0].words == "Hello"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (b"", "empty"),
        (b"Words\n", "no rows"),
        (b"Colour,Shape\nred,round\n", "which column holds the words"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "not a text file"),
        (b"PK\x03\x04 and then nothing", "not an Excel workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 20, "not an Excel workbook"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(file, text, why):
    with pytest.raises(CannotUseFile, match=f"(?i){why}"):
        survey.read(file(text))


def test_a_column_that_is_not_there_is_named_with_those_that_are(file):
    with pytest.raises(CannotUseFile, match=r"no column called 'Opinion'.*Colour, Shape"):
        survey.read(file("Colour,Shape\nred,round\n"), {"words": ["Opinion"]})


def test_a_file_over_ten_megabytes_is_refused_unread(file):
    place = file("Words\n")
    with place.open("r+b") as held:
        held.truncate(10 * 1024 * 1024 + 1)
    with pytest.raises(CannotUseFile, match="10 MB"):
        survey.read(place)


def test_a_workbook_that_unpacks_to_far_more_is_never_unpacked(tmp_path):
    place = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/workbook.xml", b"0" * (101 * 1024 * 1024))
    with pytest.raises(CannotUseFile, match="unpacks to far more"):
        survey.read(place)


def test_a_damaged_workbook_is_refused_in_plain_words(tmp_path):
    place = tmp_path / "damaged.xlsx"
    with zipfile.ZipFile(place, "w") as packed:
        packed.writestr("[Content_Types].xml", "<Types")
    with pytest.raises(CannotUseFile, match="not an Excel workbook"):
        survey.read(place)


def test_a_file_that_is_not_there_is_refused_in_plain_words(tmp_path):
    with pytest.raises(CannotUseFile, match="not there"):
        survey.read(tmp_path / "nowhere.csv")
