"""The office: one page that leads to what keeps Heard in order, for those who may go there."""

from flask import render_template

from core.duties import APPROVES_FILES, KEEPS_SETTINGS, KEEPS_THEMES
from web.officers.policy import Access, Page, lets
from web.officers.session import officer

# What stands on the page: where it leads, its name, and what one does there.
LEADS = (
    (
        "desk.polls",
        "Short questions",
        "Type what the young people's council asks everybody, and close it to show the answers.",
    ),
    (
        "desk.cards",
        "Paper cards",
        "Print cards with a code for young people without a phone, and type in what they wrote.",
    ),
    (
        "desk.theme_list",
        "Themes",
        "Add, rename, merge, split or retire a theme, and say which promise it belongs to.",
    ),
    (
        "desk.imports",
        "Bring in",
        "A survey or public minutes, looked at first, with a report row by row.",
    ),
    (
        "desk.quotes",
        "Quote bank",
        "Words that papers may print: two officers read each of them first.",
    ),
    (
        "desk.files",
        "Files",
        "Views as a workbook, CSV or JSON, once a second person has approved it.",
    ),
    (
        "desk.requests",
        "Requests",
        "To see, correct or erase what is held, and for information: each with its day.",
    ),
    (
        "desk.council_papers",
        "Papers a council must have",
        "Impact assessment, privacy notices, the machine's record, and more, from the settings.",
    ),
    (
        "desk.audit",
        "Audit",
        "Who did what, who read what and why, and whether a line was changed.",
    ),
    (
        "desk.keeping",
        "Keeping and erasing",
        "What goes soon, what stays and why, legal holds, and proof of what went.",
    ),
    (
        "desk.settings_list",
        "Settings",
        "Help lines, hours, who reads, headings, words, languages, and how long things are kept.",
    ),
    (
        "desk.pulse",
        "Pulse",
        "Ask teams one question in Slack, such as whether supervision happens.",
    ),
    (
        "desk.new_themes",
        "New themes",
        "See what people say that fits none of our themes, and adopt, merge or dismiss it.",
    ),
    (
        "desk.register",
        "Staff and carers",
        "Who cannot see a view that names them: bring the list up to date from a file.",
    ),
    (
        "desk.rota",
        "Who is on duty",
        "Who is told of an alert first, who is away, and who covers.",
    ),
    (
        "desk.machine",
        "What the machine learned",
        "Teach it what officers agreed, see its figures, and go back to an earlier version.",
    ),
)


def office() -> str:
    """The page, with the ways that are open to this officer."""
    open_ = [lead for lead in LEADS if lets(lead[0], officer())]
    return render_template("officers/office.html", leads=open_)


def known_at_the_office() -> dict[str, object]:
    """The pages that the office leads to; each of them leads back."""
    return {"office_leads": frozenset(lead[0] for lead in LEADS)}


PAGES = (Page("/office", office, Access(KEEPS_THEMES | KEEPS_SETTINGS | APPROVES_FILES)),)
