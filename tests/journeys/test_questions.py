"""What the paper says was asked is what the pages and the Slack form ask, word for word."""

import html
import io
import re

import pytest
from docx import Document

from core import questions
from core.facts import AgeBand
from services import papers
from tests.bot.test_pages import steps
from tests.services.people import participation_worker
from tests.services.test_papers import ORDER
from tests.web.public.conftest import Visitor
from web.app import create_app

FOR_MACHINES = "Leave this empty"  # nobody sees it
CHOICE = re.compile(r"radios|checkboxes|for=\"(age|news|about|face)\d")
LABEL = re.compile(r"<(legend|label)\b([^>]*)>(.*?)</\1>", re.DOTALL)


@pytest.fixture
def engine_name():
    """One engine is enough: nothing here hangs on the store."""
    return "sqlite"


def asked_on(page: str) -> list[str]:
    """Every question of a page: a legend, or the label of a field that is typed in."""
    form = page[page.index("<form") : page.index("</form>")]
    found = [
        html.unescape(re.sub(r"<[^>]+>", "", text)).strip()
        for kind, rest, text in LABEL.findall(form)
        if kind == "legend" or not CHOICE.search(rest)
    ]
    asked = [re.sub(r" \(optional.*\)$", "", one) for one in found]
    return [one for one in asked if one != FOR_MACHINES]


def test_the_young_peoples_page_asks_the_questions_that_the_paper_prints_and_no_other(house):
    page = Visitor(create_app(house, cookie_key=b"k" * 32)).get("/write").text
    assert sorted(asked_on(page)) == sorted(questions.YOUNG_PEOPLE.values())


def test_the_practitioners_page_asks_the_same_as_the_paper_prints_and_no_other(house):
    visitor = Visitor(create_app(house, cookie_key=b"k" * 32))
    asked = [*asked_on(visitor.get("/work/tell").text), questions.PRACTITIONERS["risk"]]
    known = {**questions.PRACTITIONERS, **questions.ON_THE_WEB}
    assert sorted(asked) == sorted(known.values())
    assert questions.PRACTITIONERS["risk"] in visitor.get("/work").text


@pytest.mark.parametrize("band", list(AgeBand))
def test_one_question_at_a_time_asks_the_same_in_the_words_of_each_age(house, band):
    visitor = Visitor(create_app(house, cookie_key=b"k" * 32))
    visitor.go("hello")
    asked = asked_on(visitor.press("begin").text)
    page = visitor.press("answer", step="age", age=band).text
    while "Is this right?" not in page:
        asked += asked_on(page)
        step = re.search(r'name="step" value="(\w+)"', page)
        page = visitor.press("answer", step=step[1] if step else "", move="skip").text
    assert sorted([*asked, questions.YOUNG_PEOPLE["unsafe"]]) == sorted(
        questions.asked_of(band).values()
    )


def test_the_slack_form_asks_the_questions_that_the_paper_prints_and_no_other(council):
    blocks = [block for view in steps(council)[:3] for block in view["blocks"]]
    asked = {b["block_id"]: b["label"]["text"] for b in blocks if b["type"] == "input"}
    assert asked == dict(questions.PRACTITIONERS)


def test_the_paper_prints_every_question_that_is_asked(house):
    document = papers.issue(house, participation_worker(house), ORDER)
    printed = [p.text for p in Document(io.BytesIO(document)).paragraphs]
    asked = [*questions.YOUNG_PEOPLE.values(), *questions.ON_THE_WEB.values()]
    asked += [*questions.FOR_8_TO_11.values(), *questions.FOR_18_TO_25.values()]
    for question in [*asked, *questions.PRACTITIONERS.values()]:
        assert any(line.startswith(f"{question} (") for line in printed), question
