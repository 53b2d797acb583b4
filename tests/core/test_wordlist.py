"""The word list: what a child must be able to say, spell and not be hurt by."""

import re
from collections import defaultdict

import pytest

from core.wordlist import WORDS

UPSETTING_WORDS = """
abuse alone arrest ash baby beat bed belt blood bomb bone brother bully bury church cop court cry
cut dad dead die doctor drown drug drunk fat father fight fire gun hang harm hate hell hit home
hospital hotel hunger hungry hurt jail judge jump kick kill kiss knife law lie lonely lost mosque
mother mum murder naked needle nurse pain pill pistol police poor prison punch rape rent rope scar
scream secret sex shame sick sister slap smack smoke stab starve steal stupid suicide swear sword
tears temple thief touch ugly uncle violent war weapon weed whip wound
"""
UPSETTING = frozenset(UPSETTING_WORDS.split())

ALIKE_PAIRS = """
sea/see flower/flour pear/pair hare/hair bear/bare deer/dear plane/plain sail/sale tail/tale
male/mail rain/reign road/rode sun/son blue/blew red/read night/knight piece/peace week/weak
meet/meat beach/beech berry/bury cereal/serial medal/meddle metal/mettle pedal/peddle stair/stare
sweet/suite thyme/time wait/weight wood/would write/right bread/bred cell/sell bolder/boulder
greater/grater mantle/mantel tuba/tuber symbol/cymbal colonel/kernel throne/thrown current/currant
check/cheque jewel/joule lesser/lessor weather/whether wheel/weal prize/prise draft/draught
"""
SOUND_ALIKE = tuple(ALIKE_PAIRS.split())


def _one_letter_apart(words: tuple[str, ...]) -> set[tuple[str, str]]:
    known = set(words)
    shapes: dict[tuple[int, str, int], set[str]] = defaultdict(set)
    pairs: set[tuple[str, str]] = set()
    for word in words:
        for place in range(len(word)):
            shorter = word[:place] + word[place + 1 :]
            if shorter in known:
                pairs.add((shorter, word))
            shapes[place, shorter, len(word)].add(word)
    for alike in shapes.values():
        pairs |= {(a, b) for a in alike for b in alike if a < b}
    return pairs


def test_there_are_exactly_2048_distinct_words() -> None:
    assert len(WORDS) == 2048
    assert len(set(WORDS)) == 2048


def test_every_word_is_three_to_seven_small_plain_letters() -> None:
    assert [word for word in WORDS if not re.fullmatch("[a-z]{3,7}", word)] == []


def test_the_order_never_changes_by_accident() -> None:
    assert list(WORDS) == sorted(WORDS)


def test_no_word_becomes_another_by_one_wrong_missing_or_extra_letter() -> None:
    assert _one_letter_apart(WORDS) == set()


def test_no_word_is_the_plural_of_another() -> None:
    known = set(WORDS)
    assert [w for w in WORDS if {w + "s", w + "es", w[:-1] + "ies"} & known] == []


@pytest.mark.parametrize("pair", SOUND_ALIKE)
def test_no_two_words_sound_the_same(pair: str) -> None:
    assert not set(pair.split("/")) <= set(WORDS)


def test_nothing_upsetting_is_in_the_list() -> None:
    assert UPSETTING & set(WORDS) == set()


def test_most_words_are_known_by_their_first_four_letters() -> None:
    starts: dict[str, int] = defaultdict(int)
    for word in WORDS:
        starts[word[:4]] += 1
    assert sum(1 for word in WORDS if starts[word[:4]] == 1) > 1_500
