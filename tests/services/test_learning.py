"""Officers' corrections teach; what makes the machine worse is refused; a version can be undone."""

from pathlib import Path

import pytest

from core.errors import NotAllowed, NotFound
from core.schooling import SHIPPED, Lesson
from services import learning
from tagging.school import School
from tagging.texts import TUNING, read_folder
from tests.services.people import grouped, participation_worker

pytestmark = pytest.mark.slow
TEXTS = [one for one in read_folder(TUNING) if one.themes]
AT = "2027-01-12T10:00:00+00:00"


def lessons(right: bool) -> list[Lesson]:
    wrong = ("money",)
    return [
        Lesson(f"m{n}", one.text, tuple(one.themes or ()) if right else wrong)
        for n, one in enumerate(TEXTS)
    ]


def test_wrong_corrections_are_refused_and_nothing_of_them_is_kept(tmp_path: Path):
    school = School(tmp_path / "models")
    made = school.teach(lessons(right=False), asked_by="a test", at=AT)
    assert made.refused
    assert made.after["themes: micro-F1"] < made.before["themes: micro-F1"]
    assert school.live() == SHIPPED
    assert school.versions() == ()


def test_right_ones_go_live_go_back_and_leave_when_their_words_are_gone(tmp_path: Path):
    school = School(tmp_path / "models")
    made = school.teach(lessons(right=True), asked_by="a test", at=AT)
    assert not made.refused
    assert school.live() == made.name
    assert school.live_model().version.endswith(made.name[-8:])
    kept = (tmp_path / "models" / made.name / "card.json").read_text()
    assert not any(one.text in kept for one in TEXTS)
    assert school.go_back(SHIPPED)
    assert school.live() == SHIPPED
    assert school.go_back(made.name)
    assert not school.go_back("../elsewhere")
    school._forget({"m0"})
    assert school.live() == SHIPPED
    assert school.versions() == ()


def test_with_nothing_agreed_there_is_nothing_to_learn(house, tmp_path: Path):
    with pytest.raises(learning.NothingAgreed):
        learning.retrain(house, School(tmp_path / "models"))
    assert not (tmp_path / "models").exists()


def test_only_an_administrator_may_teach_or_go_back(house, tmp_path: Path):
    by, school = participation_worker(house), School(tmp_path / "models")
    with pytest.raises(NotAllowed):
        learning.retrain(house, school, by)
    with pytest.raises(NotAllowed):
        learning.roll_back(house, school, SHIPPED, by)


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_what_was_agreed_is_what_is_taught_and_the_audit_says_so(house, tmp_path: Path):
    view_id, _ = grouped(house, participation_worker(house), ("money",))
    school = School(tmp_path / "models")
    with house.store.reading() as books:
        key = books.views.find(view_id).key_id
        (one,) = learning._lessons(books)
    assert (one.mark, one.themes) == (key, ("money",))
    with pytest.raises(NotFound):
        learning.roll_back(house, school, "nothing-here")
    learning.roll_back(house, school, SHIPPED)
    with house.store.reading() as books:
        assert [a.verb for a in books.audit.lines(SHIPPED)] == ["machine put back"]
    house.store.vault.destroy([key])
    with house.store.reading() as books:
        assert learning._lessons(books) == []
