"""Paper cards: fresh codes that nobody keeps, typed in once, opened by the half that was kept."""

import re

import pytest
import sqlalchemy as sa

from core.cards import CardUsed, NoSuchCard, number_from, tidy_number
from core.errors import NotAllowed, NothingSaid, WrongCode
from core.facts import Door, Role
from core.receipts import tidy
from services import cards, lookback
from storage import tables
from tests.services.people import officer, participation_worker, said


@pytest.fixture
def worker(house):
    return participation_worker(house)


def test_a_card_opens_with_its_own_code_once_it_was_typed_in(house, worker):
    card, other = cards.print_cards(house, worker, 2)
    with pytest.raises(WrongCode):
        lookback.open_story(house, card.code)
    taken = cards.type_in(house, worker, card.number.lower().replace("-", " "), said())
    assert taken.receipt is None
    assert lookback.open_story(house, card.code).look_back_on == taken.look_back_on
    with pytest.raises(WrongCode):
        lookback.open_story(house, other.code)
    with house.store.engine.connect() as connection:
        assert connection.execute(sa.select(tables.view.c.door)).scalars().all() == [Door.PAPER]
    assert cards.how_many(house, worker) == (2, 1)


def test_a_card_is_typed_in_once_and_the_same_send_twice_is_kept_once(house, worker):
    (card,) = cards.print_cards(house, worker, 1)
    form = said()
    cards.type_in(house, worker, card.number, form)
    for again in (form, said("Something else.")):
        with pytest.raises(CardUsed):
            cards.type_in(house, worker, card.number, again)
    with house.store.engine.connect() as connection:
        assert len(connection.execute(sa.select(tables.view.c.id)).all()) == 1


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_an_empty_card_is_not_used_up_and_an_unknown_one_is_explained(house, worker):
    (card,) = cards.print_cards(house, worker, 1)
    with pytest.raises(NothingSaid):
        cards.type_in(house, worker, card.number, said(" "))
    for typed in ("", "AAAAA-AAAAA", "not a number", card.code):
        with pytest.raises(NoSuchCard):
            cards.type_in(house, worker, typed, said())
    assert cards.how_many(house, worker) == (1, 0)


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_neither_code_nor_number_is_kept_and_only_those_who_group_print(house, worker, tmp_path):
    made = cards.print_cards(house, worker, 3)
    assert all(tidy(card.code) == card.code for card in made)
    kept = b"".join(place.read_bytes() for place in tmp_path.iterdir() if place.is_file())
    for card in made:
        assert card.code.encode() not in kept
        assert card.number.encode() not in kept
    assert len(cards.print_cards(house, worker, 9_999)) <= 40
    with pytest.raises(NotAllowed):
        cards.print_cards(house, officer(house, Role.ADMINISTRATOR, email="a@b.example")[0], 1)


def test_a_number_has_no_letter_that_looks_like_another():
    for seed in range(200):
        number = number_from(seed.to_bytes(2, "big") * 8)
        assert re.fullmatch(r"[ACDEFHJKMNPRTWXY347]{5}-[ACDEFHJKMNPRTWXY347]{5}", number)
        assert tidy_number(number.replace("-", "").lower()) == number
