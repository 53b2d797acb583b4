"""Paper cards at the desk: printed with fresh codes, typed in when they come back."""

import secrets
from dataclasses import replace

from core import receipts
from core.cards import MOST_AT_ONCE, Card, NoSuchCard, number_from, tidy_number
from core.duties import PRINTS_CARDS, must_hold
from core.facts import Acknowledgement, Door, Officer, Submission
from core.working_days import london_day
from services import intake
from services.house import House

RANDOM_BYTES = 32


def print_cards(house: House, officer: Officer, count: int) -> tuple[Card, ...]:
    """New cards, to be printed now: nobody can see their codes a second time.

    Their codes are as strong as any (66 bits), and only keyed hashes are kept.
    """
    must_hold(officer, PRINTS_CARDS)
    made = tuple(_fresh() for _ in range(max(1, min(count, MOST_AT_ONCE))))
    with house.store.transaction() as books:
        for card in made:
            books.cards.add(card, london_day(house.now()))
        now = house.now().isoformat()
        books.audit.append(now, officer.id, "cards printed", "", str(len(made)))
    return made


def type_in(house: House, officer: Officer, number: str, said: Submission) -> Acknowledgement:
    """Take in what a young person wrote on a card; the code on their half opens it from now on.

    Raises:
        NoSuchCard, CardUsed: nothing was stored; and all that intake raises.
    """
    must_hold(officer, PRINTS_CARDS)
    tidied = tidy_number(number)
    with house.store.reading() as books:
        card = books.cards.find(tidied) if tidied else None
    if card is None:
        raise NoSuchCard
    taken = intake.receive(house, replace(said, door=Door.PAPER, card=card))
    with house.store.transaction() as books:
        books.audit.append(house.now().isoformat(), officer.id, "card typed in")
    return taken


def how_many(house: House, officer: Officer) -> tuple[int, int]:
    """How many cards were printed, and how many of those were typed in."""
    must_hold(officer, PRINTS_CARDS)
    with house.store.reading() as books:
        return books.cards.how_many()


def _fresh() -> Card:
    random = secrets.token_bytes(RANDOM_BYTES)
    return Card(number_from(random[16:]), receipts.from_bytes(random[:16]))
