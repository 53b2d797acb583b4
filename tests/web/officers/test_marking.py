"""The words are cut at every edge and never lose a letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.facts import PersonalDetail
from core.stories import Mask
from web.officers.marking import pieces, places, unmasked
from web.officers.plain import readable

WORDS = "Sarah said my worker\nnever comes. SARAH!"


def test_a_found_name_and_a_telling_word_are_pieces_of_their_own() -> None:
    cut = pieces(WORDS, [PersonalDetail(0, 5, "PERSON")], [], ["worker never"])
    assert [p.text for p in cut if p.found] == ["Sarah"]
    assert [p.text for p in cut if p.why] == ["worker\nnever"]


def test_a_mask_that_overlaps_a_found_detail_cuts_at_both_edges() -> None:
    cut = pieces(WORDS, [PersonalDetail(0, 10, "PERSON")], [Mask(0, 5, "PERSON", "why")])
    assert [(p.text, p.mask is not None, p.found is not None) for p in cut[:2]] == [
        ("Sarah", True, True),
        (" said", False, True),
    ]


@given(
    st.text(max_size=60),
    st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=6),
    st.lists(st.text(max_size=5), max_size=3),
)
def test_no_letter_is_lost_or_doubled(words, spans, why) -> None:
    details = [PersonalDetail(min(s), max(s), "PERSON") for s in spans]
    cut = pieces(words, details, [Mask(d.start, d.end, "x", "") for d in details[:2]], why)
    assert "".join(piece.text for piece in cut) == readable(words)


@pytest.mark.parametrize(
    ("wanted", "count"),
    [("sarah", 2), ("Sara", 0), ("worker   never", 1), ("  ", 0), ("comes.", 1), (".*", 0)],
)
def test_quoted_words_are_found_whole_whatever_their_capitals(wanted: str, count: int) -> None:
    assert len(places(WORDS, wanted)) == count


def test_a_detail_under_a_mask_needs_no_second_one() -> None:
    found = [PersonalDetail(0, 5, "PERSON"), PersonalDetail(34, 39, "PERSON")]
    assert unmasked(found, [Mask(0, 8, "PERSON", "")]) == (found[1],)
