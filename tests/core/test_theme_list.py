"""The list of themes: what is live, what a retired theme is now, and what the machine may say."""

from dataclasses import replace
from datetime import date

import pytest

from core.facts import Suggestions, ThemeScore
from core.themes import SHIPPED, Theme, ThemeList
from core.theming import CannotKeepTheme, ThemeWords, checked, fresh_key

GONE = date(2027, 1, 4)


def listed(*themes: Theme) -> ThemeList:
    return ThemeList(themes)


A, B, C = (Theme(key, key.title(), f"My {key}") for key in ("art", "bikes", "cats"))
MERGED = listed(
    replace(A, retired_on=GONE, into="bikes"), replace(B, retired_on=GONE, into="cats"), C
)


def test_the_shipped_list_is_offered_whole_and_young_people_are_asked_about_fewer():
    assert len(SHIPPED.themes) == 18
    assert len(SHIPPED.for_young_people) == 14


def test_a_theme_that_was_merged_twice_is_what_it_is_now_and_keeps_its_name():
    assert MERGED.current("art") == "cats"
    assert MERGED.moved_on(("art", "bikes", "cats")) == ("cats",)
    assert MERGED.name_of("art") == "Art"
    assert list(MERGED.by_key) == ["cats"]


def test_a_theme_that_was_retired_alone_is_nothing_now_and_a_ring_of_merges_ends():
    alone = listed(replace(A, retired_on=GONE), B)
    ring = listed(
        replace(A, retired_on=GONE, into="bikes"), replace(B, retired_on=GONE, into="art")
    )
    assert alone.current("art") is None
    assert ring.current("art") is None
    assert alone.current("nobody_knows") is None
    assert alone.name_of("nobody_knows") == "Nobody knows"


def test_what_the_machine_says_of_merged_themes_is_said_of_the_new_one_at_its_best_score():
    said = Suggestions(
        themes=(ThemeScore("art", 0.4, ("paint",)), ThemeScore("bikes", 0.9, ("wheel",))),
        suggested=("bikes", "art"),
    )
    read = MERGED.read(said)
    assert read.themes == (ThemeScore("cats", 0.9, ("wheel",)),)
    assert read.suggested == ("cats",)
    assert listed(A, B, C).read(said) is said
    assert listed(replace(A, retired_on=GONE), B).read(said).suggested == ("bikes",)


def test_a_name_is_needed_fits_slacks_list_and_is_taken_once():
    for words, field in (
        (ThemeWords("  "), "name"),
        (ThemeWords("x" * 76), "name"),
        (ThemeWords("Dogs", plain="y" * 76), "plain"),
        (ThemeWords("CATS"), "name"),
    ):
        with pytest.raises(CannotKeepTheme) as refused:
            checked(words, MERGED)
        assert refused.value.field == field
    assert checked(ThemeWords("Art"), MERGED).plain == "Art"  # only live names are taken
    assert checked(ThemeWords("Cats"), MERGED, own_key="cats").name == "Cats"


def test_a_key_is_never_used_twice_not_even_a_retired_ones():
    assert fresh_key("Art", MERGED) == "art_2"
    assert fresh_key("Café & home!", MERGED) == "cafe_home"
    assert fresh_key("日本", MERGED) == "theme"
    assert len(fresh_key("w" * 75, MERGED)) <= 40
