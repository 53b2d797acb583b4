"""Every setting that the code reads stands in docs/running.md, and none that it does not."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NAME = re.compile(r"HEARD_[A-Z_]*[A-Z]")
FOR_TOOLS = {"HEARD_CHROMIUM", "HEARD_REQUIRE_BROWSER", "HEARD_DEBUG"}


def test_settings_and_their_page_name_the_same_variables():
    read = {
        name
        for room in ("settings", "storage")
        for file in (ROOT / room).rglob("*.py")
        for name in NAME.findall(file.read_text())
    }
    told = set(NAME.findall((ROOT / "docs/running.md").read_text()))
    assert told == read - FOR_TOOLS
