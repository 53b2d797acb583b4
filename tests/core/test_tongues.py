"""A language is shown only once a native speaker checked it; a sample shows all, marked."""

from datetime import date

from core.errors import TakenBack, TooLong
from core.tongues import BY_CODE, ENGLISH, Checked, choose

POLISH = Checked("pl", "Interpreter, Language Service", date(2026, 12, 1))


def test_a_language_nobody_checked_is_off_and_english_is_shown():
    choice = choose("ar", [POLISH], is_sample=False)
    assert (choice.wanted, choice.shown) == (BY_CODE["ar"], ENGLISH)
    assert choice.off
    assert not choice.unchecked


def test_a_checked_language_is_shown_without_a_mark():
    choice = choose("pl", [POLISH], is_sample=False)
    assert choice.shown is BY_CODE["pl"]
    assert not choice.off
    assert not choice.unchecked


def test_a_sample_shows_a_language_nobody_checked_and_says_so():
    choice = choose("ti", [], is_sample=True)
    assert choice.shown is BY_CODE["ti"]
    assert choice.unchecked


def test_english_needs_no_check_and_what_we_do_not_know_is_english():
    for code in ("en", "", "xx", "../etc"):
        choice = choose(code, [], is_sample=False)
        assert choice.shown is ENGLISH
        assert not choice.off


def test_an_error_says_the_same_in_english_and_can_be_said_in_other_words():
    error = TooLong(20_000)
    assert "at most 20,000 letters" in str(error)
    assert error.sentence % error.parts == str(error)
    assert str(TakenBack(date(2027, 1, 12))) == "You took this back on Tuesday 12 January 2027."
