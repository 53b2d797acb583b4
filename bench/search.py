"""E7: search in encrypted words, beside a plain scan of words that lie in the clear."""

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median

from bench.figures import Speed
from bench.servers import environment, postgres_for
from core.facts import (
    Door,
    HalfDay,
    Officer,
    Role,
    Submission,
    Suggestions,
    Voice,
    Worry,
)
from core.inbox import Sieve
from core.search import stem
from services import accounts, desk, searching, sight
from services.house import House
from settings.council_file import read_council
from storage import migrations
from storage.secrets import make_secrets
from storage.store import open_store
from storage.views import Arrival

ROUNDS = 5
RARE, COMMON = "trampoline", "school"
PLAIN = Suggestions(worry=Worry.NONE, language="en", method="bench")
TEXTS = Path(__file__).parent.parent / "tagging/data/ordinary.txt"


class Blind:
    """A tagger that sees nothing: what is measured is the search."""

    def suggest(self, text: str) -> Suggestions:
        """Nothing."""
        return PLAIN


@contextmanager
def full_house(many: int, engine: str) -> Iterator[tuple[House, Officer, list[str]]]:
    """A house with so many views of some forty words each, an officer, and the words themselves."""
    with postgres_for(engine) as postgres, tempfile.TemporaryDirectory() as folder:
        env = environment(Path(folder), engine, postgres)
        urls = env["HEARD_DATABASE_URL"], env["HEARD_KEYS_URL"]
        migrations.upgrade(*urls)
        store = open_store(*urls, make_secrets())
        held = read_council(Path("bench/council.toml"), [])
        assert held is not None
        house = House(store=store, tagger=Blind(), council=held[0])
        words, by = _words(many), _hired(house)
        _pour(house, words)
        yield house, by, words
        store.close()


def _hired(house: House) -> Officer:
    accounts.add_officer(
        house,
        email="bench@x.example",
        name="Ottoline Quirke",
        post="Quirke Officer",
        password="a long enough password",
        roles={Role.PARTICIPATION},
    )
    with house.store.reading() as books:
        return next(officer for officer, _, _ in books.officers.all())


def _words(many: int) -> list[str]:
    order = random.Random(7)
    known = [line.strip() for line in TEXTS.read_text("utf-8").splitlines() if line[:1].isalpha()]
    sought = {stem(RARE), stem(COMMON)}
    known = [word for word in known if stem(word) not in sought]
    texts = []
    for number in range(many):
        said = order.choices(known, k=order.randint(20, 60))
        said += [COMMON] if number % 5 == 0 else []
        said += [RARE] if number % (many // 20) == 0 else []
        texts.append(" ".join(said))
    return texts


def _pour(house: House, words: list[str]) -> None:
    """Straight into the books: what is measured is reading, not writing."""
    today, matched = date(2027, 1, 12), sight.whom(house, ()).version
    for first in range(0, len(words), 5_000):
        with house.store.transaction() as books:
            for at, text in enumerate(words[first : first + 5_000], first):
                key_id, key = house.store.vault.take(today)
                said = Submission(Voice.YOUNG_PERSON, Door.WEB, text, f"bench {at}")
                arrival = Arrival(today, HalfDay.MORNING, today, key_id, key, matched)
                books.views.add(said, PLAIN, arrival, f"code {at}")
    while searching.draw_sketches(house, 5_000):
        pass


def _timed(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


def e7(engine: str, many: int) -> list[Speed]:
    """The median of some searches for a rare and for a common word, over so many views."""
    figures = []
    with full_house(many, engine) as (house, by, words):
        for name, word in (("rare", RARE), ("common", COMMON)):
            hits = sum(word in text.split() for text in words)
            total = searching.turn_to(house, by, word, 1).total
            assert total == hits, (total, hits)
            floors = [_timed(partial(_scan, words, word)) for _ in range(ROUNDS)]
            look = partial(searching.turn_to, house, by, word, 1)
            times = [_timed(look) for _ in range(ROUNDS)]
            figures.append(
                _figure(f"search for a {name} word, {total:,} hits, {engine}", many, times, floors)
            )
        figures += _inbox(house, by, many, engine)
    return figures


def _scan(words: list[str], word: str) -> int:
    """The floor: words in the clear, in memory."""
    return sum(word in text for text in words)


def _inbox(house: House, by: Officer, many: int, engine: str) -> list[Speed]:
    """The inbox's first page over the same views, unsieved and by a filter."""
    found = []
    for name, sieve in (("all", Sieve()), ("by a filter", Sieve(voice="practitioner"))):
        times = [_timed(partial(desk.look, house, by, sieve)) for _ in range(ROUNDS)]
        found.append(_figure(f"a page of the inbox, {name}, {engine}", many, times, None))
    return found


def _figure(name: str, many: int, times: list[float], floors: list[float] | None) -> Speed:
    took = median(times)
    goal = "at most 1 s at 100k"
    floor = None if floors is None else median(floors)
    return Speed("E7", f"{name}, over {many:,}", took, "s", floor, goal, took <= 1.0, len(times))
