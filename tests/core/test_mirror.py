"""The language mirror: whole words alone, the longest first, initials as they are written."""

import pytest

from core.mirror import found, jargon
from core.wordings import WORDINGS, Wording

LIST = (
    Wording("placement", "home", "It is our home."),
    Wording("placement breakdown, disruption", "when you had to move"),
    Wording("LAC, CiC", "young people"),
    Wording("case", "you"),
)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Your Placement is safe.", ["Placement"]),
        ("After the placement   breakdown", ["placement   breakdown"]),
        ("two placements", ["placements"]),
        ("LAC children lack a lac of milk", ["LAC"]),
        ("just in case, showcase, Case", ["case", "Case"]),
        ("replacement", []),
        ("", []),
    ],
)
def test_each_word_is_found_where_it_stands_alone_and_once(text, seen):
    assert [text[hit.start : hit.end] for hit in found(text, LIST)] == seen
    assert jargon(text, LIST) == len(seen)


def test_the_list_that_heard_comes_with_finds_its_own_words():
    for one in WORDINGS:
        for said in one.adults_say.split(","):
            assert found(f"We spoke of {said.strip()}.", WORDINGS), said
