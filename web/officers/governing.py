"""The papers that a council must have: read on a page, or fetched as Word."""

from flask import Response, render_template

from core.duties import KEEPS_SETTINGS
from core.governing import PAPERS
from core.orders import Format
from services import governing
from web.door import house
from web.officers import unsent
from web.officers.files.orders import download
from web.officers.policy import POST, Access, Page
from web.officers.session import officer


def council_papers() -> str:
    """The list."""
    told = governing.told(house(), officer())
    return render_template("officers/governing/list.html", papers=told, what=PAPERS)


def council_paper(paper_key: str) -> str:
    """One paper."""
    document = governing.one(house(), officer(), paper_key)
    return render_template("officers/governing/paper.html", document=document, key=paper_key)


def council_paper_word(paper_key: str) -> Response:
    """The same as a Word file."""
    held = governing.as_word(house(), officer(), paper_key)
    return download(held, f"{paper_key}.docx", Format.WORD)


KEEP = Access(KEEPS_SETTINGS)
PAGES = (
    Page("/council-papers", council_papers, KEEP),
    Page("/council-papers/<paper_key>", council_paper, KEEP),
    Page("/council-papers/<paper_key>/word", council_paper_word, KEEP, POST),
)
unsent.keeps("desk.council_paper_word", {})
