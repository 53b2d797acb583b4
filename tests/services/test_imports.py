from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from core.errors import NotAllowed, NotSaved
from core.facts import Door, Officer, Role, Statement, Suggestions, ThemeScore, Voice, Worry
from services import imports, intake
from web import importing

SEEDS = Path(__file__).parent.parent / "seeds"
ROWS = "Words,Age,Voice\nI like it,13,young person\n,9,young person\nToo busy,,social worker\n"
WORKER = Officer("w", "Sam", "Participation Worker", frozenset({Role.PARTICIPATION}))
REVIEWER = Officer("r", "Alex", "Reviewing Officer", frozenset({Role.REVIEWER}))


@pytest.fixture
def survey(tmp_path):
    place = tmp_path / "survey.csv"
    place.write_text(ROWS)
    return place


@dataclass(frozen=True)
class LoudTagger:
    """Suggests the themes whose keys stand in the text, each as surely as it is told."""

    score: float = 0.8

    def suggest(self, text):
        keys = tuple(key for key in ("money", "education", "safety") if key in text)
        scores = tuple(ThemeScore(key, 0.9 if key == "money" else self.score) for key in keys)
        return Suggestions(themes=scores, suggested=keys, worry=Worry.NONE, method="loud")


def _views(house):
    with house.store.reading() as books:
        today = house.now().date()
        return books.views.between(today, today)


def test_good_rows_come_in_and_the_broken_one_is_named(house, survey):
    report = imports.take_survey(house, WORKER, imports.read_survey(survey))
    assert (report.added, report.repeated) == (2, 0)
    assert [problem.row_number for problem in report.problems] == [3]
    voices = {view.voice for view in _views(house)}
    assert voices == {Voice.YOUNG_PERSON, Voice.PRACTITIONER}
    assert {view.door for view in _views(house)} == {Door.SURVEY}


def test_the_same_file_twice_adds_nothing_and_says_so(house, survey):
    read = imports.read_survey(survey)
    imports.take_survey(house, None, read)
    again = imports.take_survey(house, None, imports.read_survey(survey))
    assert (again.added, again.repeated) == (0, 2)
    assert len(_views(house)) == 2


def test_the_same_file_a_day_later_adds_nothing_either(house, survey, now):
    imports.take_survey(house, None, imports.read_survey(survey))
    now.pass_by(days=1)
    assert imports.take_survey(house, None, imports.read_survey(survey)).added == 0


def test_a_row_that_intake_refuses_stands_alone(house, tmp_path):
    place = tmp_path / "long.csv"
    place.write_text(f"Words\nOne\n{'x' * 20_001}\nThree\n")
    report = imports.take_survey(house, None, imports.read_survey(place))
    assert report.added == 2
    assert [(p.row_number, p.reason) for p in report.problems] == [
        (3, "it is too long to keep in one go")
    ]


def test_an_import_cut_short_can_be_run_again_from_the_start(house, survey, monkeypatch):
    read = imports.read_survey(survey)
    receive, calls = intake.receive, []

    def closes_after_one(house, said):
        calls.append(said)
        if len(calls) > 1:
            raise NotSaved
        return receive(house, said)

    with monkeypatch.context() as closed:
        closed.setattr(intake, "receive", closes_after_one)
        cut = imports.take_survey(house, None, read)
    assert (cut.added, cut.stopped) == (1, True)
    again = imports.take_survey(house, None, read)
    assert (again.added, again.repeated, again.stopped) == (1, 1, False)


def test_only_a_participation_worker_may_import(house, survey):
    with pytest.raises(NotAllowed):
        imports.take_survey(house, REVIEWER, imports.read_survey(survey))
    with pytest.raises(NotAllowed):
        imports.take_minutes(house, REVIEWER, imports.read_minutes(next(SEEDS.glob("*.txt"))))
    assert _views(house) == ()


def test_minutes_become_statements_and_never_views(house):
    for seed, many in zip(sorted(SEEDS.glob("*.txt")), (5, 11), strict=True):
        report = imports.take_minutes(house, WORKER, imports.read_minutes(seed))
        assert (report.added, report.repeated) == (many, 0)
    with house.store.reading() as books:
        assert len(books.statements.all()) == 16
    assert _views(house) == ()


def test_the_same_minutes_twice_add_nothing_and_say_so(house):
    read = imports.read_minutes(sorted(SEEDS.glob("*.txt"))[0])
    imports.take_minutes(house, None, read)
    again = imports.take_minutes(house, None, read)
    assert (again.added, again.repeated, again.untagged) == (0, 5, 0)


def test_a_statement_carries_the_themes_of_all_its_sentences(house):
    loud = replace(house, tagger=LoudTagger())
    said = Statement("About safety. About money and education.", "Minutes", 1)
    assert imports.themes_of(loud, said) == ("money", "education", "safety")


def test_a_weak_suggestion_stands_only_where_there_is_no_surer_one(house):
    weak = replace(house, tagger=LoudTagger(score=0.45))
    both = Statement("About safety. About money.", "Minutes", 1)
    alone = Statement("About safety.", "Minutes", 2)
    assert imports.themes_of(weak, both) == ("money",)
    assert imports.themes_of(weak, alone) == ("safety",)


def test_the_command_prints_what_became_of_a_survey_and_never_its_words(house, survey, capsys):
    assert importing.run(house, [str(survey)]) == 1
    assert importing.run(house, [str(survey), "--words", "words"]) == 1
    out = capsys.readouterr().out
    assert "Added: 2" in out
    assert "Here already, not added again: 2" in out
    assert "Row 3: nothing is written in it" in out
    assert "I like it" not in out


def test_the_command_takes_minutes_by_their_ending(house, capsys):
    seed = sorted(SEEDS.glob("*.txt"))[1]
    assert importing.run(house, [str(seed), "--source", "Scrutiny, February 2017"]) == 0
    assert "Added: 11" in capsys.readouterr().out
    with house.store.reading() as books:
        assert {said.source for said in books.statements.all()} == {"Scrutiny, February 2017"}


def test_a_dry_run_keeps_nothing(house, survey, capsys):
    importing.run(house, [str(survey), "--dry-run"])
    assert "Would be added: 2" in capsys.readouterr().out
    assert _views(house) == ()


def test_the_command_says_in_plain_words_why_a_file_is_no_use(house, tmp_path, capsys):
    assert importing.run(house, [str(tmp_path / "nowhere.csv")]) == 1
    assert "nowhere.csv: This file is not there" in capsys.readouterr().err
