"""What the paper says was asked is what the pages and the Slack form ask, word for word."""

import html
import io
import re

import pytest
from docx import Document

from core import questions
from services import papers
from tests.bot.test_pages import steps
from tests.services.people import participation_worker
from tests.services.test_papers import ORDER
from web.app import create_app

FOR_MACHINES = "Leave this empty"  # nobody sees it
LABEL = re.compile(r"<(legend|label)\b([^>]*)>(.*?)</\1>", re.DOTALL)


@pytest.fixture
def engine_name():
    """One engine is enough: nothing here hangs on the store."""
    return "sqlite"


def page_of(house, path: str) -> str:
    return create_app(house, cookie_key=b"k" * 32).test_client().get(path).text


def asked_on(house, path: str) -> list[str]:
    """Every question of a page: a legend, or the label of a field that is typed in."""
    page = page_of(house, path)
    form = page[page.index("<form") : page.index("</form>")]
    found = [
        html.unescape(re.sub(r"<[^>]+>", "", text)).strip()
        for kind, rest, text in LABEL.findall(form)
        if kind == "legend" or not re.search(r"radios|checkboxes|for=\"(about|face|age)\d", rest)
    ]
    asked = [re.sub(r" \(optional.*\)$", "", one) for one in found]
    return [one for one in asked if one != FOR_MACHINES]


def test_the_young_peoples_page_asks_the_questions_that_the_paper_prints_and_no_other(house):
    assert sorted(asked_on(house, "/write")) == sorted(questions.YOUNG_PEOPLE.values())


def test_the_practitioners_page_asks_the_same_as_the_paper_prints_and_no_other(house):
    asked = [*asked_on(house, "/work/tell"), questions.PRACTITIONERS["risk"]]
    known = {**questions.PRACTITIONERS, **questions.ON_THE_WEB}
    assert sorted(asked) == sorted(known.values())
    assert questions.PRACTITIONERS["risk"] in page_of(house, "/work")


def test_the_slack_form_asks_the_questions_that_the_paper_prints_and_no_other(council):
    blocks = [block for view in steps(council)[:3] for block in view["blocks"]]
    asked = {b["block_id"]: b["label"]["text"] for b in blocks if b["type"] == "input"}
    assert asked == dict(questions.PRACTITIONERS)


def test_the_paper_prints_every_question_that_is_asked(house):
    document = papers.issue(house, participation_worker(house), ORDER)
    printed = [p.text for p in Document(io.BytesIO(document)).paragraphs]
    asked = [*questions.YOUNG_PEOPLE.values(), *questions.ON_THE_WEB.values()]
    for question in [*asked, *questions.PRACTITIONERS.values()]:
        assert any(line.startswith(f"{question} (") for line in printed), question
