"""Every sentence of a young person's way is there in every language, with the same parts in it."""

import re
import unicodedata
from collections import Counter

import pytest

from core.tongues import TONGUES
from tools import translations

PART = re.compile(r"%\(\w+\)s|</?\w+>|&\w+;|%%")
WHOLE = translations.template()
RUN = "run: .venv/bin/python -m tools.translations, then translate what it names"
SCRIPTS = {"ar": "ARABIC", "ckb": "ARABIC", "ps": "ARABIC", "fa_AF": "ARABIC"}
SCRIPTS |= {"ti": "ETHIOPIC", "uk": "CYRILLIC"}


@pytest.mark.parametrize("code", [tongue.code for tongue in TONGUES])
def test_nothing_that_a_young_person_reads_lacks_a_translation(code: str) -> None:
    held = translations.catalogue(code)
    missing = [said.id for said in WHOLE if said.id and not _there(held, said.id)]
    assert missing == [], RUN


def _there(held, said) -> bool:
    found = held.get(said)
    return found is not None and bool(found.string) and not found.fuzzy


@pytest.mark.parametrize("code", [tongue.code for tongue in TONGUES])
def test_names_and_marks_stand_in_a_translation_as_they_do_in_english(code: str) -> None:
    for said in translations.catalogue(code):
        if said.id and said.string:
            english, other = (Counter(PART.findall(str(t))) for t in (said.id, said.string))
            assert english == other, said.id
            assert str(said.string).count("<") == str(said.id).count("<"), said.id


@pytest.mark.parametrize("code", SCRIPTS)
def test_a_catalogue_is_in_its_own_script(code: str) -> None:
    told = (str(said.string) for said in translations.catalogue(code) if said.id and said.string)
    letters = [unicodedata.name(c, "") for one in told for c in PART.sub("", one) if c.isalpha()]
    assert sum(name.startswith(SCRIPTS[code]) for name in letters) > len(letters) * 0.9


def test_what_no_page_says_any_more_is_kept_by_no_catalogue() -> None:
    known = {said.id for said in WHOLE}
    for tongue in TONGUES:
        assert {said.id for said in translations.catalogue(tongue.code)} <= known | {""}, RUN
