"""The desk's second area: whose view it is, who else is at it, why it is opened, saved filters."""

from core.duties import GROUPS, READS_WORDS, REPLIES, WATCHES
from web.officers import bulk, filing, filters, here, keys, notes, owners, search, undo, watch, why
from web.officers.policy import POST, Access, Page

ONE = "/views/<view_id>"
READ, GROUP = Access(READS_WORDS), Access(GROUPS)

PAGES = (
    Page(f"{ONE}/why", why.give_reason, READ, POST),
    Page(f"{ONE}/owner", owners.set_owner, Access(REPLIES), POST),
    Page(f"{ONE}/here", here.here, READ),
    Page("/undo", undo.undo, Access(REPLIES), POST),
    Page(f"{ONE}/file", filing.file_view, GROUP, POST),
    Page(f"{ONE}/reopen", filing.reopen_view, GROUP, POST),
    Page(f"{ONE}/note", notes.write_note, READ, POST),
    Page(f"{ONE}/note/done", notes.settle_note, READ, POST),
    Page("/bulk", bulk.bulk, GROUP),
    Page("/bulk/agree", bulk.agree_all, GROUP, POST),
    Page("/keys", keys.set_keys, READ, POST),
    Page("/guide", keys.end_guide, READ, POST),
    Page("/search", search.search, READ),
    Page("/search/go", search.go, READ, POST),
    Page("/watch", watch.watch, Access(WATCHES)),
    Page("/watch/<notice_id>", watch.settle, Access(WATCHES), POST),
    Page("/filters/save", filters.save_filter, READ, POST),
    Page("/filters/forget", filters.forget_filter, READ, POST),
)
