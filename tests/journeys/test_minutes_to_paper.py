"""Public minutes go in as text files, and every area they name comes out in the Word file."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import tagging
from core.facts import Role
from core.headings import APPENDICES, IN_PUBLIC
from core.summaries import PaperOrder, Period
from core.themes import BY_KEY
from services import accounts, imports, papers
from tests.reports.reading import Read

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
NAMED = {
    "Early Help": "early_help_front_door",
    "Front Door Assessment": "early_help_front_door",
    "Pathway Planning": "leaving_care",
    "Domestic Abuse": "domestic_abuse",
    "Substance Misuse": "substance_misuse",
    "Substance Misuse and Mental Health": "mental_health",
    "Neglect and Child Abuse": "safety",
    "Access to Therapeutic Support": "mental_health",
    "caseloads are monitored": "workforce_caseloads",
    "children on their caseload": "workforce_caseloads",
    "Personal Education Plan (PEP)": "education",
    "(CAMHS), with a two week wait": "mental_health",
    "The case file audit process": "systems_process",
    "unaccompanied asylum seekers": "identity_culture",
}
ORDER = PaperOrder(Period(date(2026, 10, 1), date(2027, 1, 12)), date(2027, 2, 2), "4a")


@pytest.fixture(scope="session")
def real_tagger():
    return tagging.default_tagger()


@pytest.fixture
def filled(house, real_tagger):
    """A house with the real tagger, into which both minutes were imported."""
    house = replace(house, tagger=real_tagger)
    for seed in SEEDS:
        imports.take_minutes(house, None, imports.read_minutes(seed))
    return house


@pytest.fixture
def officer(filled):
    """Someone who may issue papers."""
    roles = frozenset({Role.PARTICIPATION})
    accounts.add_officer(
        filled,
        email="sam@council.example",
        name="Sam",
        post="Participation Worker",
        password="seven horses under a bridge",
        roles=roles,
    )
    with filled.store.reading() as books:
        ((sam, _, _),) = books.officers.all()
    return sam


def _public(read: Read) -> dict[str, list[str]]:
    """The appendix of public statements: theme heading to what stands under it."""
    found: dict[str, list[str]] = {}
    heading = ""
    for style, text in read.under(APPENDICES[IN_PUBLIC]):
        if style == "Heading 2":
            heading = text
        found.setdefault(heading, []).append(text)
    return found


@pytest.mark.parametrize(("words", "key"), NAMED.items())
def test_every_area_that_the_minutes_name_comes_out_under_its_theme(filled, words, key):
    with filled.store.reading() as books:
        said = [one for one in books.statements.all() if words in one.words]
    assert said, words
    assert all(key in one.themes for one in said), words


def test_the_statement_that_lists_the_framework_carries_every_area_at_once(filled):
    with filled.store.reading() as books:
        (listing,) = [s for s in books.statements.all() if "Front Door Assessment," in s.words]
    assert set(listing.themes) >= {
        "early_help_front_door",
        "leaving_care",
        "domestic_abuse",
        "substance_misuse",
        "mental_health",
        "safety",
    }


def test_the_word_file_shows_every_area_under_its_theme_and_counts_none(filled, officer):
    read = Read(papers.issue(filled, officer, ORDER))
    public = _public(read)
    for words, key in NAMED.items():
        under = next(text for head, text in public.items() if head.startswith(BY_KEY[key].name))
        for number in _quoted_at(public, words):
            named = [text for text in under if text.startswith(f"{number}\t")]
            again = [
                text
                for text in under
                if "\tSee " in text and f"{number} " in re.sub(r"[,.]( |$)", " ", text)
            ]
            assert named or again, (words, key)
    assert "No views from young people were received" in read.text
    assert "No views from practitioners were received" in read.text


def test_no_witness_is_named_in_the_word_file(filled, officer):
    text = Read(papers.issue(filled, officer, ORDER)).text
    for name in ("Dickinson", "John-Ross", "Govan", "Galvin", "Gibson", "Sleight", "Bruff"):
        assert name not in text


def _quoted_at(public: dict[str, list[str]], words: str) -> list[str]:
    """The numbers of the paragraphs that quote a statement with these words."""
    told = [text for texts in public.values() for text in texts]
    found = [
        told[at - 1].partition("\t")[0]
        for at, text in enumerate(told)
        if words in text and text[0] == "“"
    ]
    assert found, words
    return found
