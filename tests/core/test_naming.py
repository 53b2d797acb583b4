"""Whom a text names, surely or perhaps, and whom it leaves alone."""

import pytest

from core import naming
from core.name_forms import shortened
from core.naming import Register
from core.subjects import How, Person

PEOPLE = (
    Person("sarah", "Sarah Jones", ("Saz",), "Team Manager", "Leaving Care Team"),
    Person("dave", "David Smith", (), "Social Worker", "Leaving Care Team", "sarah"),
    Person("will", "Will May", (), "Participation Worker"),
    Person("iro", "Muhammad Iqbal", (), "Independent Reviewing Officer"),
    Person("imran", "Dr Mohsin Imran Khan"),
    Person("marie", "Anne-Marie Holt-Reyes", ("Big G",)),
    Person("tracey", "Mrs Tracey O'Brien"),
    Person("hassan", "Omar al Hassan"),
    Person("gone", "Old Hand", (), here=False),
    *(Person(f"sw{n}", f"Zzyx{n} Qqov{n}", (), "Social Worker") for n in range(3)),
)
REGISTER = Register(PEOPLE)


def named(text):
    return {match.person_id: match.sure for match in REGISTER.named_in(text)}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Sarah Jones shouts", "sarah"),
        ("i hate sarah jones", "sarah"),
        ("MY SOCIAL WORKER DAVE SMITH", "dave"),
        ("my worker saz is mean", "sarah"),
        ("Ask Mr Smith", "dave"),
        ("D Smith lied", "dave"),
        ("email davidsmith@x", "dave"),
        ("my carer called Will", "will"),
        ("Will May is late", "will"),
        ("my iro never came", "iro"),
        ("my worker imran shouts", "imran"),
        ("mr imran", "imran"),
        ("Mrs Holt lied", "marie"),
        ("ask annemarieholt", "marie"),
        ("big g hit me", "marie"),
        ("tracey obrien", "tracey"),
        ("ms alhassan", "hassan"),
    ],
)
def test_a_full_name_a_title_or_a_worker_before_it_is_sure(text, who):
    assert named(text).get(who) is True


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Sarah shouts", "sarah"),
        ("sara was there", "sarah"),
        ("srah jones", "sarah"),
        ("davd smiht did it", "dave"),
        ("mohamed said no", "iro"),
        ("Will shouts at me", "will"),
        ("i hate will", "will"),
        ("will shouts at me", "will"),
        ("the manager of leaving care", "sarah"),
        ("my worker DS", "dave"),
        ("Imran hit me", "imran"),
        ("annemarie is mean", "marie"),
        ("traceeeey never rings", "tracey"),
    ],
)
def test_a_first_name_alone_or_a_slip_of_the_pen_is_held(text, who):
    assert named(text).get(who) is False


@pytest.mark.parametrize(
    "text",
    [
        "My social worker will come in may",
        "Will you ring me? I will. May I?",
        "she will never listen",
        "i made a mistake and my school is good",
        "Old Hand was nice",
        "",
        "🙂 123 ''",
    ],
)
def test_everyday_words_name_nobody(text):
    assert named(text) == {}


def test_the_manager_goes_with_the_worker_who_is_named():
    found = {match.person_id: match.how for match in REGISTER.named_in("Dave Smith's manager knew")}
    assert found == {"dave": How.NAMED, "sarah": How.MANAGER}


def test_no_word_however_long_is_taken_apart_for_hours(monkeypatch):
    tried = []

    def watched(word, most):
        tried.append(len(word))
        return shortened(word[:20], most)

    monkeypatch.setattr(naming, "shortened", watched)
    assert named("abcdefghij" * 2_000) == {}
    assert named("\n" * 20_000 + "my worker is Dvaid") == {"dave": False}
    assert max(tried) < 20
