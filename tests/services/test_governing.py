"""The papers that a council must have: whole, from the settings, on a page and as Word."""

import io

import pytest
from docx import Document as Word

from core.documents import Grid, Points, Text
from core.errors import NotAllowed, NotFound
from core.facts import Officer, Role
from core.governing import PAPERS
from core.settings_list import HOURS, RETENTION
from services import governing, settling

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
ADMIN = Officer("o1", "Ada", "Administrator", frozenset({Role.ADMINISTRATOR}))
READER = Officer("o2", "Rita", "Reviewer", frozenset({Role.REVIEWER}))


def words(document):
    found = [document.title, *document.lines]
    for section in document.sections:
        found.append(section.heading)
        for item in section.items:
            match item:
                case Text(text):
                    found.append(text)
                case Points(lines):
                    found += lines
                case Grid(caption, head, rows):
                    assert all(len(row) == len(head) for row in rows), caption
                    found += [caption, *head, *(cell for row in rows for cell in row)]
    return found


def change(house, group, **values):
    held, version = settling.shown(house, ADMIN, group)
    settling.change(house, ADMIN, group, {**held, **values}, version)


def test_every_paper_says_what_the_settings_say_and_has_no_gap(house):
    settling.seed(house)
    change(house, HOURS, readers="two people called the voice team")
    change(house, RETENTION, **{"retention.words": "400", "retention.talk": "90"})
    papers = governing.told(house, ADMIN)
    assert list(papers) == list(PAPERS)
    for paper in papers.values():
        told = words(paper)
        assert len(paper.sections) >= 4
        assert all(text.strip() for text in told)
        assert not any("{" in text or "}" in text for text in told)
        if paper.title != "Algorithmic transparency record":
            assert any("400 days" in t or "voice team" in t or "10 working" in t for t in told)
    assert "90 days" in " ".join(words(papers["retention-schedule"]))
    for notice in ("privacy-notice-9", "privacy-notice-13"):
        assert "not your words, name or code" in " ".join(words(papers[notice]))
    record = " ".join(words(papers["machine-record"]))
    assert "which of 18 themes" in record
    assert "Urgent texts that it raised" in record


def test_a_paper_is_a_word_file_and_only_those_who_set_things_read_it(house):
    held = governing.as_word(house, ADMIN, "impact-assessment")
    told = Word(io.BytesIO(held))
    assert told.core_properties.author == ""
    assert len(told.tables) == 3
    with pytest.raises(NotFound):
        governing.one(house, ADMIN, "../../etc/passwd")
    with pytest.raises(NotAllowed):
        governing.told(house, READER)
