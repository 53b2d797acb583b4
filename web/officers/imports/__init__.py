"""Bringing in surveys and minutes: look at the file, choose its columns, take it in, read how."""

from core.bringing import WANTED
from core.duties import IMPORTS
from web.officers import unsent
from web.officers.imports import files
from web.officers.policy import POST, Access, Page

BRING, ONE = Access(IMPORTS), "/imports/<file_id>"

PAGES = (
    Page("/imports", files.imports, BRING),
    Page("/imports/bring", files.import_bring, BRING, POST),
    Page(ONE, files.import_file, BRING),
    Page(f"{ONE}/columns", files.import_columns, BRING, POST),
    Page(f"{ONE}/start", files.import_start, BRING, POST),
    Page(f"{ONE}/drop", files.import_drop, BRING, POST),
)
for endpoint in ("desk.import_bring", "desk.import_start", "desk.import_drop"):
    unsent.keeps(endpoint, {})
unsent.keeps("desk.import_columns", {}, (*WANTED, "speaker"))
