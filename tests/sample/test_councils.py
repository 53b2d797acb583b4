"""The two council files: whole, alike in shape, and one of them a sample."""

from pathlib import Path

import pytest

from settings.council_file import read_council

HOUSE = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("place", "is_sample"), [("council.toml", False), ("sample/council.toml", True)]
)
def test_a_council_file_holds_everything_and_says_whether_it_is_a_sample(place, is_sample):
    problems: list[str] = []
    found = read_council(HOUSE / place, problems)
    assert problems == []
    assert found is not None
    council, rules = found
    assert council.is_sample is is_sample
    assert rules.threshold >= 5


@pytest.mark.parametrize("place", ["council.toml", "sample/council.toml"])
def test_there_is_help_for_everyone_for_the_young_for_adults_and_for_practitioners(place):
    found = read_council(HOUSE / place, [])
    assert found is not None
    lines = found[0].help_lines
    assert {line.for_whom for line in lines} == {
        *("everyone", "young_people", "adults", "practitioners")
    }
    numbers = {line.number for line in lines}
    assert numbers >= {"999", "0800 1111", "01226 772423", "01226 787789", "116 123"}
