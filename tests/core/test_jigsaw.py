"""The guard reads a draft as somebody who wants to know which child it is."""

import pytest

from core.jigsaw import Text, findings
from core.summaries import Count

FIGURES = {"young_person/theme/money": Count(17), "young_person/theme/home": Count(None, 5)}


def found(words, **more):
    return [one.piece for one in findings([Text("here", words, **more)], FIGURES, 5)]


@pytest.mark.parametrize(
    ("words", "piece"),
    [
        ("A 14-year-old wants to move.", "14-year-old"),
        ("I am 9 and I miss my dog.", "I am 9"),
        ("im 16 in march", "im 16"),
        ("She goes to Holly Bank Primary School.", "Holly Bank Primary School"),
        ("I have two little brothers.", "two little brothers"),
        ("I came here as an unaccompanied young person.", "unaccompanied"),
        ("Three young people asked for this.", "Three young people"),
        ("16 young people asked for this.", "16 young people"),
    ],
)
def test_a_piece_that_points_at_somebody_is_found(words, piece):
    assert piece in found(words)


@pytest.mark.parametrize(
    "words",
    [
        "17 young people asked for this.",
        "Fewer than five children said so.",
        "Young people want to see their brothers and sisters more.",
        "The Service will answer by 12 January 2027.",
    ],
)
def test_what_points_at_nobody_is_let_by(words):
    assert found(words) == []


def test_a_day_is_a_piece_in_somebodys_own_words_only():
    assert found("My mum left on 3 March.", quoted=True) == ["3 March"]


def test_pieces_that_may_each_be_said_are_told_together():
    (*_, last) = findings([Text("here", "I am 12 and I have a twin sister.", quoted=True)], {}, 5)
    assert last.piece == "I am 12, twin sister, twin"
    assert "Together" in last.why


def test_a_detail_that_the_machine_saw_is_told_with_its_kind():
    (one,) = findings([Text("here", "Sarah helps.", personal=(("Sarah", "PERSON"),))], {}, 5)
    assert (one.piece, one.why) == ("Sarah", "This may be a name.")
