"""Every language that the machine may recognise has a name in words."""

import pycld2
import pytest
from langcodes import standardize_tag

from core.languages import NAMES, language_name, needs_interpreter

TOLD = {standardize_tag(code.lower()).split("-")[0] for _, code in pycld2.LANGUAGES}


@pytest.mark.parametrize("code", sorted(code for code in TOLD if len(code) == 2 and code != "xx"))
def test_a_language_that_can_be_recognised_has_a_name(code: str) -> None:
    assert NAMES[code] == language_name(code)
    assert needs_interpreter(code) is (code != "en")


def test_no_name_stands_for_two_languages() -> None:
    assert len(set(NAMES.values())) == len(NAMES)


def test_what_cannot_be_told_asks_for_nobody() -> None:
    assert not needs_interpreter("und")
    assert language_name("und") == "Not recognised"
