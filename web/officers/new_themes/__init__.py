"""The area of new themes: what people say that fits nowhere, and what an officer makes of it."""

from core.duties import KEEPS_THEMES
from web.officers import unsent
from web.officers.new_themes import deciding, listing
from web.officers.policy import POST, Access, Page

ONE = "/new-themes/<found_id>"
KEEP = Access(KEEPS_THEMES)

PAGES = (
    Page("/new-themes", listing.new_themes, KEEP),
    Page("/new-themes/look", listing.look_for_themes, KEEP, POST),
    Page(ONE, deciding.new_theme, KEEP),
    Page(f"{ONE}/adopt", deciding.adopt_theme, KEEP, POST),
    Page(f"{ONE}/merge", deciding.merge_new_theme, KEEP, POST),
    Page(f"{ONE}/dismiss", deciding.dismiss_theme, KEEP, POST),
)
unsent.keeps("desk.look_for_themes", {"start": "First day", "end": "Last day"})
unsent.keeps("desk.adopt_theme", {"name": "Name of the theme"})
unsent.keeps("desk.merge_new_theme", {}, ("into",))
unsent.keeps("desk.dismiss_theme", {})
