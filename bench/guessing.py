"""B8: nobody guesses a code. Its bits, a million guesses, and caps that four workers share."""

import re
import secrets
import signal
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from math import log2
from pathlib import Path

import sqlalchemy as sa

import settings
import wiring
from bench.figures import Proof
from bench.servers import Server, environment, gunicorn, postgres_for, running
from bench.visitor import FIELD, Visitor
from core.brakes import WRONG_HERE, WRONG_IN_ALL
from core.facts import Door, Submission, Voice
from core.receipts import BITS_A_WORD, WORDS_A_CODE, from_bytes
from core.wordlist import WORDS
from services import intake
from storage import tables
from storage.secrets import mac

LIVE, GUESSES = 5_000, 1_000_000
TRIES, AGAIN, HANDS, WORKERS, THREADS = 160, 32, 16, 4, 4
SPANS_A_YEAR = 365 * 24 * 60 // WRONG_IN_ALL.minutes
NEIGHBOURHOODS = 2**24
MOST_LIKELY = 1e-4


def fresh_code() -> str:
    """A code like any other, which opens nothing."""
    return from_bytes(secrets.token_bytes(16))


def b8_bits() -> Proof:
    """A million guesses at five thousand codes, and how likely a hit is in a year at the caps."""
    bits = WORDS_A_CODE * log2(len(WORDS))
    live = {fresh_code() for _ in range(LIVE)}
    hits = sum(fresh_code() in live for _ in range(GUESSES))
    a_year = SPANS_A_YEAR * (WRONG_IN_ALL.most + NEIGHBOURHOODS)
    chance = a_year * LIVE / 2 ** (BITS_A_WORD * WORDS_A_CODE)
    return Proof(
        "B8",
        f"{GUESSES:,} guesses at {LIVE:,} codes",
        f"{bits:.0f} bits, {hits} hits; chance of one hit in a year with every one of "
        f"{NEIGHBOURHOODS:,} neighbourhoods guessing at its cap: {chance:.1e}",
        f"64 bits or more, 0 hits, under {MOST_LIKELY:.0e}",
        bits >= 64 and not hits and len(WORDS) == 2**BITS_A_WORD and chance < MOST_LIKELY,
    )


@dataclass(slots=True)
class Guesser:
    """Somebody who types codes, from an address that our proxy tells."""

    port: int
    address: str
    visitor: Visitor = field(init=False)

    def __post_init__(self) -> None:
        self.visitor = Visitor(self.port, headers={"X-Forwarded-For": self.address})

    def guess(self, code: str) -> tuple[int, str]:
        """Status of one try, and the page without what is another one each time."""
        status, page = self.visitor.ask("GET", "/look-back")
        if status == 303:
            status, page = self.visitor.ask("GET", "/")
        token = dict(FIELD.findall(page)).get("csrf_token", "")
        status, page = self.visitor.ask("POST", "/look-back", {"csrf_token": token, "code": code})
        return status, re.sub(r'value="[^"]*"', "", page)


def b8_caps(engine: str) -> Proof:
    """Four workers, sixteen hands and a kill -9: no more wrong answers than the cap, in all."""
    with postgres_for(engine) as postgres, tempfile.TemporaryDirectory() as name:
        env = environment(Path(name), engine, postgres) | {"HEARD_PROXIES": "1"}
        server = gunicorn("wsgi:app", env, workers=WORKERS, threads=THREADS, ready_at="/healthz")
        with running(server):
            live, erased = _codes(env)
            began = WRONG_HERE.span(datetime.now(UTC))
            told = _many(server, TRIES)
            server.kill(signal.SIGKILL)
            server.start()
            told += _many(server, AGAIN)
            spans = WRONG_HERE.span(datetime.now(UTC)) - began + 1
            holder, _ = Guesser(server.port, "192.0.2.7").guess(live)
            pages = {Guesser(server.port, "192.0.2.8").guess(c) for c in (erased, fresh_code())}
    fine = 0 < told[404] <= WRONG_HERE.most * spans and set(told) == {404, 429}
    return Proof(
        "B8",
        f"{TRIES + AGAIN} wrong codes from one place, {WORKERS} workers, kill -9, {engine}",
        f"{told[404]} answered in {spans} span(s) of {WRONG_HERE.minutes} minutes, {told[429]} "
        f"refused with 429; the holder elsewhere was answered {holder}; wrong and erased gave "
        f"{len(pages)} kind of page",
        f"at most {WRONG_HERE.most} a span; holder let in (303); 1 kind; beside the guesser, "
        f"{WRONG_HERE.minutes} of at most 15 minutes",
        fine and holder == 303 and len(pages) == 1 and WRONG_HERE.minutes <= 15,
    )


def _many(server: Server, times: int) -> Counter[int]:
    """So many wrong codes from one place, sixteen at a time; how often which status came."""
    guessers = [Guesser(server.port, "192.0.2.1") for _ in range(HANDS)]
    with ThreadPoolExecutor(HANDS) as pool:
        going = [pool.submit(one.guess, fresh_code()) for one in guessers]
        told = Counter(one.result()[0] for one in going)
        for _ in range(times // HANDS - 1):
            going = [pool.submit(one.guess, fresh_code()) for one in guessers]
            told += Counter(one.result()[0] for one in going)
    return told


def _codes(env: dict[str, str]) -> tuple[str, str]:
    """A code that opens a view, and one whose view was erased."""
    house = wiring.build_house(settings.load(env), wake=lambda: None, tagger=wiring.NoTagger())
    codes = []
    for number in range(2):
        said = Submission(Voice.YOUNG_PERSON, Door.WEB, "Hello.", f"once {number} of this proof")
        codes.append(intake.receive(house, said).receipt or "")
    with house.store.engine.begin() as connection:
        gone = house.store.secrets.receipts
        erased = mac(gone, "stored", codes[1])
        connection.execute(sa.delete(tables.view).where(tables.view.c.receipt_mac == erased))
    house.store.close()
    return codes[0], codes[1]
