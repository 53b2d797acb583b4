"""On a page in Arabic nothing but names stays English: so a sentence nobody marked is found."""

import re

import html5lib
import pytest

from services import answers, desk, review
from services.house import House
from tests.services.people import participation_worker
from tests.web.public.conftest import Visitor

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
# Names, and what a council of the tests words for itself.
NAMES = re.compile(
    "Heard|Notes|JavaScript|Shift|Childline|Always|Coram|Voice|Shout|Papyrus|Samaritans|NSPCC|WCAG|"
    "Equality|Advisory|Support|Service|equalityadvisoryservice|advocate|Language|Council|Children|"
    "Care|Sample|Participation|Manager|participation|council|example|people|team"
)


def english(page: str) -> list[str]:
    """English words in the page's main part, outside what is marked as English or as typed."""
    root = html5lib.parse(page, namespaceHTMLElements=False)
    main = root.find(".//main")
    told = "".join(_text(main))
    return [word for word in re.findall(r"[A-Za-z]{4,}", told) if not NAMES.fullmatch(word)]


def _text(element):
    marked = element.get("lang", "").startswith("en") or element.get("dir") == "auto"
    if marked or element.get("class") in {"code", "tongues", "typed"} or element.tag == "script":
        return
    yield element.text or ""
    for child in element:
        yield from _text(child)
        yield child.tail or ""


def test_no_sentence_of_the_whole_way_stays_english(visitor: Visitor, house: House) -> None:
    assert len(english(visitor.get("/").text)) > 20, "this would find nothing"
    visitor.send("/", "/language", language="ar")
    pages = {"start": visitor.get("/").text}
    ways = ("hello", "whole", "code", "unsafe", "tracks", "privacy", "accessibility", "easy")
    for to in ways:
        pages[to] = visitor.go(to).text
    pages["board"] = visitor.get("/board").text
    pages |= walk(visitor)
    code = visitor.code()
    worker = participation_worker(house)
    (line,) = desk.waiting(house, worker)
    view = review.open_view(house, worker, line.view_id)
    review.agree_themes(house, worker, view.view_id, ("family_time",), view.version)
    answers.reply(house, worker, view.view_id, "نعم")
    visitor.press("saved")
    visitor.go("code")
    pages["story"] = visitor.press("look", code=code).text
    pages["ask back"] = visitor.press("show_words").text
    pages["lost"] = visitor.get("/nowhere").text
    left = {name: found for name, page in pages.items() if (found := english(page))}
    assert left == {}


def walk(visitor: Visitor) -> dict[str, str]:
    """Every question, the check and the page with the code."""
    visitor.go("hello")
    page = visitor.press("begin").text
    pages: dict[str, str] = {}
    while 'value="send"' not in page:
        pages[f"question {len(pages) + 1}"] = page
        fields = {"age": "12-17", "words": "أحب مدرستي", "about": "family_time", "face": "good"}
        page = visitor.press("answer", move="next", **fields).text
    return pages | {"check": page, "sent": visitor.press("send").text}
