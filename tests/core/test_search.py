"""Words are found whatever their endings, and only where they stand."""

import pytest

from core.search import stem, stems, wanted


@pytest.mark.parametrize(
    "family",
    [
        ("move", "moved", "moving", "moves", "Moved"),
        ("run", "running"),
        ("family", "families", "Families'"),
        ("school", "schools", "school's"),
        ("stop", "stopped", "stopping"),
        ("worry", "worries", "worried"),
        ("café", "cafe", "cafés"),
        ("bus", "buses"),
        ("care", "cares", "cared", "caring"),
        ("change", "changed", "changing"),
        ("case", "cases"),
    ],
)
def test_one_word_with_many_endings_is_one_stem(family):
    assert len({stem(word) for word in family}) == 1, [stem(word) for word in family]


APART = [("bus", "bush"), ("care", "car"), ("home", "homework"), ("for", "forest"), ("hop", "hope")]


@pytest.mark.parametrize(("one", "other"), APART)
def test_other_words_stay_apart(one, other):
    assert stem(one) != stem(other)


def test_what_is_typed_is_looked_for_word_by_word_and_each_once():
    assert wanted("Buses, the bus & A bus!") == ("bus", "the")
    assert wanted("a . !") == ()
    assert stems("My nan’s bus") >= set(wanted("bus nan"))
