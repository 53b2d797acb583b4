"""Paper cards at the desk: the sheet shows the codes once, and what was typed is not lost."""

import re

import pytest

from tests.web.officers.conftest import Desk

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


def test_a_sheet_is_printed_and_a_card_typed_in_and_looked_back_at(worker: Desk):
    worker.get("/desk/cards")
    sheet = worker.post("/desk/cards/print", count="3")
    assert sheet.headers["Cache-Control"] == "no-store"
    codes = re.findall(r'paper__code">([a-z-]+)<', sheet.text)
    numbers = re.findall(r'paper__number">([A-Z0-9-]+)<', sheet.text)
    assert len(codes) == len(numbers) == sheet.text.count('class="segno"') == 3
    page = worker.get("/desk/cards")
    assert "3 were printed and 0 typed in" in page.said()
    fields = {"key": page.value("key"), "number": numbers[0], "words": "I like my bus pass."}
    page = worker.follow(worker.post("/desk/cards/type", **fields, saw="Tired", helper="carer"))
    assert "Shred this half" in page.said()
    again = worker.post("/desk/cards/type", **fields)
    assert again.status == 422
    assert "typed in before" in again.said()
    assert "I like my bus pass." in again.said("textarea[@id='words']")
    view = worker.get("/desk/")
    opened = worker.get(re.findall(r"/desk/views/[\w-]+", view.text)[0])
    assert "Written down by an adult: a foster carer or someone they live with" in opened.text
    assert "What the adult saw" in opened.text
