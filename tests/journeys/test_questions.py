"""What the paper says was asked is what the pages and the Slack form ask, word for word."""

import html
import io
import re

import pytest
from docx import Document

from bot.modal import concern_modal
from bot.workspace import SlackSettings
from core import questions
from services import papers
from tests.services.people import participation_worker
from tests.services.test_papers import ORDER
from web.app import create_app

LABEL = re.compile(r"<(legend|label)\b([^>]*)>(.*?)</\1>", re.DOTALL)


@pytest.fixture
def engine_name():
    """One engine is enough: nothing here hangs on the store."""
    return "sqlite"


def asked_on(house, path: str) -> list[str]:
    """Every question of a page: a legend, or the label of a field that is typed in."""
    page = create_app(house, cookie_key=b"k" * 32).test_client().get(path).text
    form = page[page.index("<form") : page.index("</form>")]
    found = [
        html.unescape(re.sub(r"<[^>]+>", "", text)).strip()
        for kind, rest, text in LABEL.findall(form)
        if kind == "legend" or not re.search(r"radios|checkboxes|for=\"(about|face|age)\d", rest)
    ]
    return [re.sub(r" \(optional.*\)$", "", one) for one in found]


@pytest.mark.parametrize(
    ("path", "known"), [("/write", questions.YOUNG_PEOPLE), ("/work", questions.ON_THE_WEB)]
)
def test_a_page_asks_the_questions_that_the_paper_prints_and_no_other(house, path, known):
    assert sorted(asked_on(house, path)) == sorted(known.values())


def test_the_slack_form_asks_the_questions_that_the_paper_prints_and_no_other(council):
    blocks = concern_modal(council, SlackSettings(team_id="T0HEARD", bot_token="x"))["blocks"]
    asked = {b["block_id"]: b["label"]["text"] for b in blocks if b["type"] == "input"}
    assert asked == dict(questions.IN_SLACK)


def test_the_paper_prints_every_question_that_is_asked(house):
    document = papers.issue(house, participation_worker(house), ORDER)
    printed = [p.text for p in Document(io.BytesIO(document)).paragraphs]
    asked = [*questions.YOUNG_PEOPLE.values(), *questions.ON_THE_WEB.values()]
    for question in [*asked, *questions.IN_SLACK.values()]:
        assert any(line.startswith(f"{question} (") for line in printed), question
