"""A child of nine can read the form: long words and long sentences are counted on every page."""

import pytest

from core.facts import AgeBand
from tests.web.public.conftest import Visitor
from tools.reading_age import age_of, read, sentences_of, syllables

ON_ONE = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
FORM, ANY_PAGE = 9.0, 10.0


def walk(visitor: Visitor, age: str) -> dict[str, str]:
    """Every page from the first one to the code, by its first words."""
    pages = {"start": visitor.get("/").text, "hello": visitor.go("hello").text}
    page = visitor.press("begin").text
    while 'value="send"' not in page:
        pages[f"question {len(pages) - 1}"] = page
        page = visitor.press("answer", move="next", age=age, words="I like my school.").text
    pages["check"] = page
    pages["sent"] = visitor.press("send").text
    return pages


@ON_ONE
@pytest.mark.parametrize("age", [*AgeBand, "unsaid"])
def test_the_form_is_for_a_reader_of_nine(visitor: Visitor, age: str) -> None:
    pages = walk(visitor, age)
    assert len(pages) > 10
    ages = {name: round(age_of(page), 1) for name, page in pages.items() if sentences_of(page)}
    whole = read([said for page in pages.values() for said in sentences_of(page)]).age
    assert whole <= FORM
    assert max(ages.values()) <= ANY_PAGE, ages


@ON_ONE
def test_the_other_pages_are_for_a_reader_of_ten(visitor: Visitor) -> None:
    visitor.get("/")
    pages = {to: visitor.go(to).text for to in ("easy", "code", "unsafe", "tracks", "whole")}
    pages |= {path: visitor.get(f"/{path}").text for path in ("board", "privacy", "accessibility")}
    ages = {name: round(age_of(page), 1) for name, page in pages.items()}
    assert max(ages.values()) <= ANY_PAGE, ages


@pytest.mark.parametrize(
    ("word", "count"),
    [("cat", 1), ("school", 1), ("page", 1), ("social", 2), ("family", 3), ("councillors", 3)],
)
def test_syllables_are_counted(word: str, count: int) -> None:
    assert syllables(word) == count


def test_hard_words_and_long_sentences_raise_the_age() -> None:
    easy = read(["We read what you say.", "Then we tell you what we did."]).age
    hard = read(["Notwithstanding organisational considerations we endeavour to respond."]).age
    assert easy < 8 < 18 < hard
