"""The desk's settings: groups of fields, and entries such as help lines, with what was changed."""

from core.duties import KEEPS_SETTINGS
from web.officers import unsent
from web.officers.policy import POST, Access, Page
from web.officers.settled import entries, groups

KEEP, BOTH = Access(KEEPS_SETTINGS), ("GET", "POST")
LIST = "/settings/lists/<family_key>"
ONE = f"{LIST}/<entry_key>"

PAGES = (
    Page("/settings", groups.settings_list, KEEP),
    Page("/settings/<group_key>", groups.settings_group, KEEP, BOTH),
    Page(LIST, entries.settings_entries, KEEP),
    Page(f"{LIST}/add", entries.settings_add, KEEP, BOTH),
    Page(ONE, entries.settings_entry, KEEP, BOTH),
    Page(f"{ONE}/remove", entries.settings_remove, KEEP, POST),
    Page(f"{ONE}/up", entries.settings_up, KEEP, POST),
    Page(f"{ONE}/checked", entries.settings_checked, KEEP, POST),
)
unsent.keeps("desk.settings_group", groups.LABELS, ("version",))
for endpoint in ("desk.settings_add", "desk.settings_entry"):
    unsent.keeps(endpoint, entries.LABELS, ("version",))
for endpoint in ("desk.settings_remove", "desk.settings_up", "desk.settings_checked"):
    unsent.keeps(endpoint, {})
