import pytest

from core.facts import Feeling
from tagging import default_tagger

TAGGER = default_tagger()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Je voudrais voir ma famille plus souvent", "fr"),
        ("Chciałbym mieszkać bliżej mojego brata", "pl"),
        ("Dua të flas me punonjësen time sociale sot", "sq"),
        ("أريد أن أتكلم مع أمي", "ar"),
        ("من می خواهم با خانواده ام صحبت کنم", "fa"),
        ("Я хочу бачити свою сестру частіше", "uk"),
    ],
)
def test_another_language_is_named_and_gets_no_theme(text, code):
    said = TAGGER.suggest(text)
    assert (said.language, said.themes) == (code, ())


@pytest.mark.parametrize(
    "text",
    [
        "ye its mint tbh",
        "reyt good innit",
        "nowt to do round ere",
        "i hate it",
        "my sw is peng",
        "u get me bruv",
    ],
)
def test_short_slang_is_not_called_foreign(text):
    assert TAGGER.suggest(text).language == "en"


@pytest.mark.parametrize("text", ["", "😂", "123"])
def test_no_language_is_said_where_none_can_be_told(text):
    assert TAGGER.suggest(text).language in {"und"}


@pytest.mark.parametrize(
    ("text", "feeling"),
    [
        ("I love my foster carers", Feeling.POSITIVE),
        ("my social worker is sick, proper legend", Feeling.POSITIVE),
        ("not bad at all", Feeling.POSITIVE),
        ("I don't feel safe at home", Feeling.NEGATIVE),
        ("i dont feel safe at night", Feeling.NEGATIVE),
        ("I am not happy here", Feeling.NEGATIVE),
        ("they never listen", Feeling.NEGATIVE),
        ("School is great but my home is horrible", Feeling.MIXED),
        ("What time is the meeting", Feeling.NEUTRAL),
        ("", Feeling.NEUTRAL),
        ("😭", Feeling.NEGATIVE),
    ],
)
def test_feeling_follows_what_was_meant(text, feeling):
    assert TAGGER.suggest(text).feeling is feeling
