"""Keeps the catalogues in step with the public pages: `python -m tools.translations`.

Rationale: a sentence that a page says and no catalogue holds is shown in English to somebody who
may not read it. So this finds every sentence of the young person's way, adds what is new to each
catalogue of `web/translations`, and drops what no page says any more.
"""

import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from core import themes
from core.tongues import TONGUES

ROOT = Path(__file__).resolve().parent.parent
WORDS = ROOT / "web" / "translations"
PYTHON = ("core/**.py", "web/*.py", "web/public/**.py")
PAGES = ("web/templates/*.html", "web/templates/public/**.html")
METHODS = [(pattern, "python") for pattern in PYTHON] + [(pattern, "jinja2") for pattern in PAGES]
JINJA = {"trimmed": "true", "silent": "false", "newstyle_gettext": "true"}
KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2)}
# What councils word for themselves; a council's own wording that differs stays English.
COUNCILS = ("council.toml", "sample/council.toml")
Sentence = str | tuple[str, ...]


def sentences() -> Iterator[Sentence]:
    """Every sentence that a young person may be shown, in English; a pair where it counts."""
    found = extract_from_dir(
        ROOT,
        method_map=METHODS,
        options_map=dict.fromkeys(PAGES, JINJA),
        keywords=KEYWORDS,
    )
    for _file, _line, said, _comments, _context in found:
        yield said
    yield from (theme.plain for theme in themes.SHIPPED.for_young_people)
    for name in COUNCILS:
        yield from _of_council(tomllib.loads((ROOT / name).read_text("utf-8")))


def _of_council(held: dict[str, object]) -> Iterator[str]:
    yield str(held["readers"])
    yield str(held["plain_name"])
    lines = held["help_lines"]
    for line in lines if isinstance(lines, list) else ():
        for part in ("name", "when", "note"):
            yield line.get(part, "")
        if any(c.isalpha() for c in line["number"]):
            yield line["number"]


def template() -> Catalog:
    """An empty catalogue with every sentence."""
    whole = Catalog(project="Heard", charset="utf-8", header_comment="# Heard, PROJECT.")
    for said in sentences():
        if said and said != ("", ""):
            whole.add(said)
    return whole


def catalogue(code: str) -> Catalog:
    """What is translated to one language; empty where there is no file yet."""
    place = _place(code)
    if not place.exists():
        return Catalog(locale=code, project="Heard", charset="utf-8")
    with place.open("rb") as file:
        return read_po(file, locale=code)


def _place(code: str) -> Path:
    return WORDS / code / "LC_MESSAGES" / "messages.po"


def update(code: str, whole: Catalog) -> int:
    """Bring one catalogue in step; how many sentences have no translation yet."""
    held = catalogue(code)
    held.update(whole, no_fuzzy_matching=True, update_header_comment=False)
    held.obsolete.clear()
    held.header_comment = f"# Heard in {held.locale and held.locale.english_name}."
    held.creation_date = held.revision_date = datetime(2026, 11, 24, tzinfo=UTC)
    place = _place(code)
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("wb") as file:
        write_po(file, held, width=0, no_location=True, sort_output=True, omit_header=False)
    return sum(1 for said in held if said.id and not said.string)


def main() -> int:
    """Bring every catalogue in step, and say what waits for a translator."""
    whole = template()
    for tongue in TONGUES:
        print(f"{tongue.name:16} {update(tongue.code, whole):4} of {len(whole)} not translated")
    return 0


if __name__ == "__main__":
    sys.exit(main())
