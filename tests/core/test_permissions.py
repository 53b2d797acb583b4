"""Who may see which sentence, and exactly what they would read."""

import pytest

from core.facts import Permission
from core.permissions import (
    MOST_SENTENCES,
    as_shown,
    lets,
    most_open,
    places_of,
    sentences_of,
)

COUNT, PRIVATE, ALL = Permission.COUNT_ONLY, Permission.COUNCILLORS, Permission.EVERYONE
WORDS = "I like Kayleigh. My mum is ill! Can I see her?\nPlease"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (WORDS, ["I like Kayleigh.", "My mum is ill!", "Can I see her?", "Please"]),
        ("  one\n\n two  ", ["one", "two"]),
        ("no end", ["no end"]),
        ("3.5 metres is far.", ["3.5 metres is far."]),
        ("سؤال؟ نعم.", ["سؤال؟", "نعم."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_words_come_apart_where_people_end_a_sentence(words, found):
    assert [words[start:end] for start, end in places_of(words)] == found


def test_a_text_of_very_many_sentences_is_taken_as_a_whole():
    words = "A. " * (MOST_SENTENCES + 1)
    assert places_of(words) == ((0, len(words) - 1),)


@pytest.mark.parametrize(
    ("chosen", "audience", "shown"),
    [
        ((ALL, ALL, ALL, ALL), ALL, "I like [name]. My mum is ill! Can I see her?\nPlease"),
        ((ALL, COUNT, PRIVATE, ALL), ALL, "I like [name]. [...] Please"),
        ((ALL, COUNT, PRIVATE, ALL), PRIVATE, "I like [name]. [...] Can I see her?\nPlease"),
        ((COUNT, PRIVATE, COUNT, COUNT), ALL, ""),
        ((COUNT, PRIVATE, COUNT, COUNT), PRIVATE, "My mum is ill!"),
        ((ALL, ALL, ALL, ALL), COUNT, ""),
    ],
)
def test_only_what_was_permitted_is_shown_and_masked(chosen, audience, shown):
    sentences = sentences_of(WORDS, chosen, COUNT)
    assert as_shown(WORDS, sentences, [(7, 15, "PERSON")], audience) == shown


def test_a_mask_over_a_sentence_end_hides_its_part_of_each():
    sentences = sentences_of("I am Al. Bo is nice.", (ALL, COUNT), COUNT)
    assert as_shown("I am Al. Bo is nice.", sentences, [(5, 11, "PERSON")], ALL) == "I am [name]"


def test_answers_that_do_not_fit_the_sentences_count_for_nothing():
    assert {one.permission for one in sentences_of(WORDS, (ALL,), COUNT)} == {COUNT}


def test_the_most_open_stands_for_the_whole_and_lets_no_more_than_it_says():
    assert most_open([COUNT, PRIVATE]) is PRIVATE
    assert most_open([]) is COUNT
    assert [lets(one, PRIVATE) for one in (COUNT, PRIVATE, ALL)] == [False, True, True]
    assert not lets(COUNT, COUNT)
