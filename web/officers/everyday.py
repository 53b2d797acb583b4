"""The desk's first area: signing in, the queue, one view, the summary, the paper, the people."""

from core.duties import (
    GROUPS,
    ISSUES_PAPERS,
    KEEPS_OFFICERS,
    READS_WORDS,
    REPLIES,
    SEES_SUMMARY,
)
from web.officers import (
    agreement,
    answers,
    masks,
    paper,
    people,
    queue,
    session,
    themes,
    view,
)
from web.officers.policy import ANYONE, POST, SIGNED_IN, Access, Page

ONE = "/views/<view_id>"
READ, GROUP, KEEP = Access(READS_WORDS), Access(GROUPS), Access(KEEPS_OFFICERS)
ISSUE = Access(ISSUES_PAPERS)

PAGES = (
    Page("/sign-in", session.sign_in, ANYONE, ("GET", "POST")),
    Page("/sign-out", session.sign_out, SIGNED_IN, POST),
    Page("/", queue.queue, READ),
    Page(ONE, view.view, READ),
    Page(f"{ONE}/themes", themes.agree, GROUP, POST),
    Page(f"{ONE}/mask", masks.mask, GROUP, POST),
    Page(f"{ONE}/unmask", masks.unmask, GROUP, POST),
    Page(f"{ONE}/clear", masks.clear, GROUP, POST),
    Page(f"{ONE}/reply", answers.reply, Access(REPLIES), POST),
    Page("/agreement", agreement.agreement, Access(SEES_SUMMARY)),
    Page("/paper", paper.paper, ISSUE),
    Page("/paper/preview", paper.preview, ISSUE),
    Page("/paper/issue", paper.issue, ISSUE, POST),
    Page("/people", people.people, KEEP),
    Page("/people/add", people.add_officer, KEEP, POST),
    Page("/people/<officer_id>/active", people.set_active, KEEP, POST),
)
