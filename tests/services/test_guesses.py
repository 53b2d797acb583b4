"""Guessing at codes is slowed for everybody together, and the person who holds one gets in."""

import pytest

from core import brakes
from core.brakes import Brake, TooFast
from core.errors import TakenBack, WrongCode
from core.receipts import from_bytes
from services import guesses, intake, withdrawing
from tests.services.people import said

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
NUMBERS = iter(range(10_000_000, 20_000_000))


def wrong() -> str:
    return from_bytes(next(NUMBERS).to_bytes(8, "little") * 2)


@pytest.fixture
def code(house):
    return intake.receive(house, said()).receipt


@pytest.fixture
def few(monkeypatch):
    """The same brakes with small figures, so that a test need not try hundreds of times."""
    monkeypatch.setattr(brakes, "WRONG_HERE", Brake("wrong/", 4))
    monkeypatch.setattr(brakes, "WRONG_IN_ALL", Brake("wrong", 10))
    monkeypatch.setattr(guesses, "WRONG_HERE", brakes.WRONG_HERE)
    monkeypatch.setattr(guesses, "WRONG_IN_ALL", brakes.WRONG_IN_ALL)


def guess(house, visitor, times):
    told = []
    for _ in range(times):
        with pytest.raises((WrongCode, TooFast)) as caught:
            guesses.try_code(house, wrong(), visitor)
        told.append(type(caught.value))
    return told


def test_the_right_code_opens_and_a_wrong_one_says_so(house, code):
    guesses.try_code(house, code.upper().replace("-", " "), "here")
    with pytest.raises(WrongCode):
        guesses.try_code(house, wrong(), "here")
    withdrawing.withdraw(house, code)
    with pytest.raises(TakenBack):
        guesses.try_code(house, code, "here")


def test_a_place_that_guesses_is_slowed_and_let_in_when_the_ten_minutes_are_over(
    house, code, now, few
):
    assert guess(house, "school", 6) == [WrongCode] * 4 + [TooFast] * 2
    with pytest.raises(TooFast):
        guesses.try_code(house, code, "school")
    guesses.try_code(house, code, "home")
    now.pass_by(minutes=10)
    guesses.try_code(house, code, "school")


def test_while_a_thousand_places_guess_somebody_who_never_guessed_gets_in(house, code, few):
    for place in range(5):
        guess(house, f"place {place}", 2)
    assert guess(house, "place 0", 1) == [TooFast]
    guesses.try_code(house, code, "a place where nobody guessed")
    assert guess(house, "another place", 2) == [WrongCode, TooFast]


def test_what_cannot_be_a_code_is_not_counted(house, few):
    for _ in range(20):
        with pytest.raises(WrongCode):
            guesses.try_code(house, "rainbow otter hello", "school")


def test_no_trace_of_a_place_is_kept_past_the_hour(house, now, few):
    guess(house, "school", 1)
    now.pass_by(minutes=80)
    guess(house, "home", 1)
    with house.store.engine.connect() as connection:
        names = connection.exec_driver_sql("SELECT name FROM brake").scalars().all()
    assert sorted(names) == ["wrong", "wrong/home"]
