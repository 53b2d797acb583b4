"""Texts that say something alike are gathered and named with a stance, and names name nobody."""

from datetime import date

import pytest

from core.new_themes import Stray
from tagging.encoder import Encoder
from tagging.gathering import Gatherer

pytestmark = pytest.mark.slow
PASS = (
    "my bus pass still hasnt come and ive waited 6 weeks",
    "how long do i have to wait for a bus pass",
    "waiting on my bus pass since september, i walk everywhere",
    "Been waiting for the bus pass again, its taking ages",
)
GROUP = (
    "love the allotment with Kayleigh, we grew beans",
    "please dont stop the allotment, Kayleigh runs it and its the best",
    "Allotment group is mint, Kayleigh gave me carrots to take home",
)
OTHERS = (
    "My social worker rings me back.",
    "i got into trouble for having my phone in maths",
    "We had chips.",
    "the contact centre smells of bleach",
)


@pytest.fixture(scope="module")
def gatherer():
    return Gatherer(Encoder())


def strays(texts):
    return [Stray(f"v{n}", text, date(2026, 9, 1)) for n, text in enumerate(texts)]


def test_groups_are_found_and_their_names_take_a_stance(gatherer):
    first, second = gatherer.find(strays([*PASS, *GROUP, *OTHERS]))
    assert first.name == "Waits for bus pass are too long"
    assert {m.view_id for m in first.members} == {f"v{n}" for n in range(4)}
    assert second.name == "We want to keep allotment"
    middle = first.members[0]
    text = PASS[int(middle.view_id[1:])]
    assert "bus pass" in text[middle.start : middle.end]


def test_too_few_texts_or_nothing_in_common_gives_nothing(gatherer):
    assert gatherer.find([]) == []
    assert gatherer.find(strays(PASS[:2])) == []
    assert gatherer.find(strays(OTHERS)) == []


@pytest.mark.parametrize("odd", ["", "🙂", "\0" * 50, "\u0627" * 3_000, "word " * 4_000])
def test_any_text_is_gathered_without_complaint(gatherer, odd):
    gatherer.find(strays([odd, odd, odd, *PASS]))
