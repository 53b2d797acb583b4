"""The desk's theme set: the list, one theme, and what may be done to it."""

from core.duties import KEEPS_THEMES
from web.officers import unsent
from web.officers.catalogue import listing, moving, sorting, wording
from web.officers.policy import POST, Access, Page

ONE = "/themes/<theme_key>"
KEEP, BOTH = Access(KEEPS_THEMES), ("GET", "POST")

PAGES = (
    Page("/themes", listing.theme_list, KEEP),
    Page("/themes/add", wording.theme_add, KEEP, BOTH),
    Page(ONE, wording.theme_page, KEEP, BOTH),
    Page(f"{ONE}/merge", moving.theme_merge, KEEP, BOTH),
    Page(f"{ONE}/split", moving.theme_split, KEEP, BOTH),
    Page(f"{ONE}/retire", moving.theme_retire, KEEP, POST),
    Page(f"{ONE}/back", moving.theme_back, KEEP, POST),
    Page(f"{ONE}/sort", sorting.theme_sort, KEEP),
    Page(f"{ONE}/sort/<view_id>", sorting.theme_sorted, KEEP, POST),
)
TYPED = {"name": "Name", "plain": "Name for young people", "stance": "What people say about it"}
UNTYPED = ("pledge", "ambition", "csi", "for_young")
for endpoint in ("desk.theme_add", "desk.theme_page"):
    unsent.keeps(endpoint, TYPED, UNTYPED)
unsent.keeps("desk.theme_merge", {}, ("into",))
unsent.keeps("desk.theme_split", {"parts": "The parts"})
unsent.keeps("desk.theme_sorted", {}, ("version", "themes"))
unsent.keeps("desk.theme_retire", {})
unsent.keeps("desk.theme_back", {})
