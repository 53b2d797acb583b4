import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.facts import Suggestions, Worry
from core.themes import BY_KEY
from tagging import default_tagger
from tagging.worry import worry_cues

TAGGER = default_tagger()
SIGNALS = {cue.key for cue in worry_cues()} - {"now", "settled"}
PIECES = st.sampled_from(
    [
        "don't",
        "’",
        "\x00",
        "👩‍👧",
        "hit me",
        "Sheffield",
        "@",
        "07",
        "ﬁ",
        "İ",
        "\u200b",
        "\ud800",
        " ",
    ]
)


def is_sound(said: Suggestions, text: str) -> None:
    assert set(said.suggested) <= {theme.key for theme in said.themes} <= set(BY_KEY)
    scores = [theme.score for theme in said.themes]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert all(word and word in text for theme in said.themes for word in theme.why)
    assert said.worry is not Worry.UNREAD
    assert said.signal is None or (said.signal in SIGNALS and said.worry is not Worry.NONE)
    end = 0
    for detail in said.personal:
        assert end <= detail.start < detail.end <= len(text)
        end = detail.end


@given(st.text(alphabet=st.characters(), max_size=300) | st.lists(PIECES).map("".join))
@settings(max_examples=300, deadline=None)
def test_any_text_gets_a_sound_answer(text):
    is_sound(TAGGER.suggest(text), text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\x00",
        "\x00\x01\x02\ud800",
        "😭",
        "🏳️‍🌈",
        "?",
        "Ж",
        "مرحبا hello 你好",
        "a" * 500,
        "&" * 99,
    ],
)
def test_odd_texts_get_a_sound_answer(text):
    is_sound(TAGGER.suggest(text), text)


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "A",
        "word ",
        "0",
        "07 ",
        "a.",
        "a@",
        "'",
        "É",
        "你",
        "My Mr Dan ",
        "1 A ",
        "😭",
        "\x00",
        "not ",
        "-",
    ],
)
def test_a_hundred_thousand_characters_are_answered_in_bounded_time(piece):
    text = (piece * 100_000)[:100_000]
    began = time.process_time()
    is_sound(TAGGER.suggest(text), text)
    assert time.process_time() - began < 20  # far from any good time: only a runaway takes so long


def test_a_text_longer_than_is_read_is_never_without_worry():
    assert TAGGER.suggest("I like my school. " * 20_000).worry is Worry.CONCERN


def test_a_worry_at_the_end_of_a_long_text_is_found():
    said = TAGGER.suggest("I like my school. " * 5_000 + "I want to kill myself tonight")
    assert (said.worry, said.signal) == (Worry.URGENT, "suicidal")


def test_length_alone_adds_up_to_no_theme():
    said = TAGGER.suggest("It was Tuesday and then it was Wednesday and then Thursday came. " * 400)
    assert said.suggested == ()
