"""What the desk asks of the machine is done once, by the clock, and never touches a decision."""

from dataclasses import dataclass, field, replace

import pytest

from core.errors import NotAllowed, NotFound
from core.facts import Role
from core.schooling import SHIPPED, AskedAlready, Stage, Task, Version
from services import answers, machine_jobs, review, schooling
from services.machine_jobs import CUT_OFF, NO_SCHOOL, Hands
from tests.services.people import grouped, officer, participation_worker
from tests.services.readers import Full, Quick, tell, view_of


@dataclass
class Shelf:
    """A school that makes versions out of nothing, and refuses where it is told to."""

    refuses: bool = False
    kept: list[Version] = field(default_factory=list)
    live: str = SHIPPED

    def teach(self, lessons, *, asked_by, at):
        name = f"v{len(self.kept)}"
        made = Version(name, at, asked_by, 0, len(lessons), {}, {}, self.refuses)
        if not self.refuses:
            self.kept.append(made)
            self.live = name
        return replace(made, live=not self.refuses)

    def go_back(self, name):
        there = name in {SHIPPED, *(one.name for one in self.kept)}
        self.live = name if there else self.live
        return there

    def versions(self):
        return tuple(replace(one, live=one.name == self.live) for one in self.kept)


class Nobody:
    """Finds nothing."""

    def find(self, strays):
        return []


@pytest.fixture
def tagger():
    return Quick()


@pytest.fixture
def admin(house):
    return officer(house, Role.ADMINISTRATOR, email="admin@council.example")[0]


def hands(school=None, reader=None, ending=False):
    return Hands(school or Shelf(), reader or Full(), Nobody(), lambda: ending)


def last(house, admin):
    return schooling.learned(house, admin).jobs[0]


def test_teaching_is_asked_for_once_and_what_came_of_it_is_told(house, admin, now):
    grouped(house, participation_worker(house), ("money",))
    school = Shelf()
    schooling.ask_to_teach(house, admin)
    with pytest.raises(AskedAlready):
        schooling.ask_to_teach(house, admin)
    assert machine_jobs.do_next(house, hands(school))
    assert not machine_jobs.do_next(house, hands(school))
    told = schooling.learned(house, admin)
    assert [(one.name, one.live, one.asked_by) for one in told.versions] == [
        ("v0", True, admin.post)
    ]
    assert (told.jobs[0].stage, told.shipped_is_live) == (Stage.DONE, False)
    now.pass_by(minutes=1)
    schooling.ask_to_go_back(house, admin, SHIPPED)
    machine_jobs.do_next(house, hands(school))
    assert schooling.learned(house, admin).shipped_is_live
    now.pass_by(minutes=1)
    school.refuses = True
    schooling.ask_to_teach(house, admin)
    machine_jobs.do_next(house, hands(school))
    assert last(house, admin).stage is Stage.REFUSED
    assert [one.refused for one in schooling.learned(house, admin).versions].count(True) == 1


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_what_cannot_be_done_is_said(house, admin, now):
    with pytest.raises(NotFound):
        schooling.ask_to_go_back(house, admin, "no-such")
    with pytest.raises(NotAllowed):
        schooling.ask_to_teach(house, participation_worker(house))
    schooling.ask_to_teach(house, admin)
    machine_jobs.do_next(house, hands())
    assert "Nobody has agreed any themes yet" in last(house, admin).told
    now.pass_by(minutes=1)
    schooling.ask_to_teach(house, admin)
    machine_jobs.do_next(house, Hands(None, None, None, lambda: False))
    assert (last(house, admin).stage, last(house, admin).told) == (Stage.FAILED, NO_SCHOOL)


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_a_job_that_was_cut_off_is_not_tried_for_ever(house, admin, now):
    schooling.ask_to_teach(house, admin)
    with house.store.transaction() as books:
        books.schooling.claim(now().replace(tzinfo=None), now().replace(tzinfo=None))
    machine_jobs.do_next(house, hands())
    assert last(house, admin).told == CUT_OFF


def test_the_past_is_read_again_in_chunks_and_what_people_agreed_stays(house, admin, monkeypatch):
    monkeypatch.setattr(machine_jobs, "AT_ONCE", 2)
    by = participation_worker(house)
    decided, _ = grouped(house, by, ("safety",))
    codes = [tell(house, f"The bus was late, {n}.") for n in range(3)]
    for code in codes:
        answers.reply(house, by, view_of(house, code).id, "We asked.")
    schooling.ask_to_read_again(house, admin)
    assert machine_jobs.do_next(house, hands(ending=True))
    assert last(house, admin).stage is Stage.ASKED or last(house, admin).many == 0
    assert machine_jobs.do_next(house, hands())
    done = last(house, admin)
    assert (done.task, done.stage, done.many) == (Task.REREAD, Stage.DONE, 4)
    assert review.open_view(house, by, decided).agreed == ("safety",)
    assert review.open_view(house, by, decided).picked == ("money",)
    assert [review.open_view(house, by, view_of(house, code).id).picked for code in codes] == [
        ("education",)
    ] * 3
