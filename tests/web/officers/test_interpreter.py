"""Words in another language get no guess: the queue says which interpreter to ask."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.web.officers.conftest import Desk, Told, WatchfulTagger
from tests.web.officers.test_queue import order

Tell = Callable[..., Told]
SPOKEN = {"Chciałbym": "pl", "Dua": "sq", "zzz": "qq", "🙂": "und"}


class Linguist(WatchfulTagger):
    """Knows a few languages by a word, and guesses nothing about those."""

    def suggest(self, text: str):
        code = next((code for word, code in SPOKEN.items() if word in text), "en")
        seen = super().suggest(text)
        return seen if code == "en" else replace(seen, themes=(), suggested=(), language=code)


@pytest.fixture
def tagger() -> Linguist:
    return Linguist()


def test_the_queue_names_the_languages_that_need_an_interpreter(reviewer: Desk, tell: Tell) -> None:
    for words in ("Chciałbym wrócić.", "Chciałbym spać.", "Dua të flas.", "My school is far."):
        tell(words)
    page = reviewer.get("/desk/")
    assert "Needs an interpreter: Albanian (1), Polish (2)." in page.said()
    assert page.said("ol").count("Needs an interpreter: Polish") == 2
    assert page.said("ol").count("Needs an interpreter") == 3


def test_the_queue_can_show_only_these_or_one_language(reviewer: Desk, tell: Tell) -> None:
    polish, albanian = tell("Chciałbym wrócić."), tell("Dua të flas.")
    english, smile = tell("My school is far."), tell("🙂")
    found = order(reviewer.get("/desk/", language="interpreter"))
    assert set(found) == {polish.path, albanian.path}
    assert order(reviewer.get("/desk/", language="pl")) == [polish.path]
    assert order(reviewer.get("/desk/", language="und")) == [smile.path]
    everything = reviewer.get("/desk/", language="<b>")
    assert set(order(everything)) == {polish.path, albanian.path, english.path, smile.path}


def test_a_filter_that_is_set_stays_set_though_nobody_waits_in_it(
    reviewer: Desk, tell: Tell
) -> None:
    tell("My school is far.")
    page = reviewer.get("/desk/", language="pl")
    assert "No view fits" in page.said()
    chosen = [it.get("value") for it in page.all("option") if "selected" in it.attrib]
    assert chosen == ["pl"]


def test_an_opened_view_says_which_language_was_recognised(reviewer: Desk, tell: Tell) -> None:
    page = reviewer.get(tell("Chciałbym wrócić.").path)
    assert "Needs an interpreter. The machine recognised this language: Polish." in page.said()
    assert page.all("div[@class='desk-words']")[0].get("lang") == "pl"
    assert page.ticked() == []


def test_a_language_that_cannot_be_told_is_left_to_the_officer(reviewer: Desk, tell: Tell) -> None:
    assert "could not tell the language" in reviewer.get(tell("🙂").path).said()


def test_english_words_say_nothing_of_language(reviewer: Desk, tell: Tell) -> None:
    said = reviewer.get(tell("My school is far.").path).said()
    assert "interpreter" not in said
    assert "language" not in said


def test_a_language_with_no_name_still_opens(reviewer: Desk, tell: Tell) -> None:
    view = tell("zzz")
    assert "Needs an interpreter: Another language (qq)" in reviewer.get("/desk/").said("ol")
    assert "Another language (qq)" in reviewer.get(view.path).said()
