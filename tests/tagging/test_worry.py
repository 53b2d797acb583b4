import pytest

from core.facts import Worry
from tagging import default_tagger

TAGGER = default_tagger()


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("I want to kill myself", "suicidal"),
        ("i cut myself and the blood wont stop", "self_harm"),
        ("he raped me", "abuse"),
        ("mum won't wake up", "neglect"),
        ("they are making me sell and wont let me go home", "exploitation"),
        ("im going to meet him, he is 30 and I know him from the game", "grooming_online"),
        ("she has not been seen since friday", "missing"),
        ("he's got a knife outside my door", "violence"),
        ("there is a man in my room", "unsafe_home"),
        ("a staff member has been in my bedroom drunk, carer hit me", "staff_conduct"),
    ],
)
def test_serious_harm_is_urgent_and_says_of_what_kind(text, signal):
    said = TAGGER.suggest(text)
    assert (said.worry, said.signal) == (Worry.URGENT, signal)


def test_a_concern_that_is_happening_now_is_urgent():
    assert TAGGER.suggest("He hit me").worry is Worry.CONCERN
    assert TAGGER.suggest("He hit me last night").worry is Worry.URGENT


@pytest.mark.parametrize(
    "text",
    [
        "I don't feel safe here",
        "I don’t feel safe here",
        "i dont feel safe here",
        "DON`T FEEL SAFE",
    ],
)
def test_an_apostrophe_hides_nothing(text):
    assert TAGGER.suggest(text).worry is Worry.CONCERN


def test_invisible_marks_inside_a_word_hide_nothing():
    assert TAGGER.suggest("i am su\u200bici\u00addal").worry is Worry.URGENT


@pytest.mark.parametrize(
    "text",
    [
        "Je voudrais rester dans ma famille parce que je suis triste",
        "أريد أن أبقى مع أخي",
        "",
        "x",
        "🔪",
        "him",
    ],
)
def test_what_cannot_be_judged_is_a_concern(text):
    assert TAGGER.suggest(text).worry is Worry.CONCERN


@pytest.mark.parametrize(
    "text",
    [
        "hello",
        "I love my school and my teacher helps me",
        "honestly the maths test murdered me",
        "The recording system is slow",
        "Knife crime assembly was good",
    ],
)
def test_ordinary_feedback_is_left_alone(text):
    assert TAGGER.suggest(text).worry is Worry.NONE
