"""What is published about the machine is counted rightly."""

import json

import pytest

from tagging.evaluate import by_second
from tagging.texts import Labelled


def _text(words: str, theme: str) -> Labelled:
    return Labelled(words, "judge", themes=frozenset({theme}), worry="none", feeling="mixed")


def test_a_second_person_is_measured_against_the_first(tmp_path):
    texts = [_text("The bus is late.", "education"), _text("I like my room.", "home_carers")]
    same = {"themes": ["education"], "worry": "none", "feeling": "mixed"}
    other = {"themes": ["money"], "worry": "concern", "feeling": "mixed"}
    place = tmp_path / "second.jsonl"
    place.write_text(f"{json.dumps(same)}\n{json.dumps(other)}\n")
    themes, worry, feeling = by_second(texts, [place])
    assert themes.startswith("| a second person, blind | 0.500 ")
    assert worry.startswith("a second person, the same worry: 0.500 ")
    assert feeling.startswith("a second person, the same feeling: 1.000 ")
    with pytest.raises(ValueError, match="2 second labels for 1 texts"):
        list(by_second(texts[:1], [place]))
