"""Follows each link in our documents to a file or a heading: `python -m tools.links`.

Links to the outside are not followed: a check that needs the internet is a check that lies.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)")
HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*$", re.MULTILINE)
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
OUTSIDE = ("http://", "https://", "mailto:", "tel:")


def anchors(text: str) -> set[str]:
    """The names under which a page's headings can be linked."""
    plain = (re.sub(r"[^\w\s-]", "", h.lower()) for h in HEADING.findall(FENCE.sub("", text)))
    return {each.strip().replace(" ", "-") for each in plain}


def broken(page: Path, text: str) -> Iterator[str]:
    """Each link of a page that leads nowhere, as `page: link`."""
    for link in LINK.findall(FENCE.sub("", text)):
        if link.startswith(OUTSIDE):
            continue
        name, _, anchor = unquote(link).partition("#")
        target = page.parent / name if name else page
        if not target.exists():
            yield f"{page}: {link}"
        elif anchor and anchor not in anchors(target.read_text(encoding="utf-8")):
            yield f"{page}: {link} (no such heading)"


def main() -> int:
    """Print each link that leads nowhere; end badly if there is one."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md"]
    listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    pages = [page for line in sorted(set(listed.splitlines())) if (page := Path(line)).exists()]
    found = [each for page in pages for each in broken(page, page.read_text(encoding="utf-8"))]
    print("\n".join(found) if found else f"Links: all lead somewhere ({len(pages)} pages).")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
