"""Every setting that officers edit at the desk, in the order in which the desk shows them."""

from core.headings import APPENDICES, SECTIONS
from core.settable import Family, Field, Group, Sort
from core.tongues import TONGUES

F, N = Field, Sort.NUMBER
COUNCIL = Group(
    "council",
    "Names and posts",
    "How papers and pages name the council, its committee and who answers.",
    (
        F("name", "Name of the council", hint="Papers print it."),
        F("plain_name", "How young people say it", hint="Such as: the council."),
        F("young_council", "The council of young people"),
        F("committee", "Committee that gets the paper"),
        F("report_of", "Report of", hint="A post, never a person."),
        F("contact_post", "Post to ask", hint="A post, never a person."),
        F("contact_email", "Email to write to", Sort.EMAIL),
    ),
)
HOURS = Group(
    "hours",
    "Hours and readers",
    "Who reads what is sent, and when. Every young person reads this before they write.",
    (
        F(
            "readers",
            "Who reads it",
            hint="In words a young person knows. It must be true. Words of your own stay "
            "English on the pages in other languages.",
        ),
        F("opens", "Reading begins at", Sort.TIME),
        F("closes", "Reading ends at", Sort.TIME),
        F("digest_at", "Officers are told what waits at", Sort.TIME),
        F("rules.answer_within", "Working days until an answer", N, least=1, most=60),
    ),
)
ALERTS = Group(
    "alerts",
    "Alerts",
    "How long until the next person is told, and until everything was read by a person.",
    (
        F("rules.urgent_minutes", "Minutes, if somebody may be at risk now", N, least=1, most=60),
        F("rules.other_minutes", "Open minutes, for every other worry", N, least=5, most=480),
        F("rules.read_hours", "Open hours until a view is read", N, least=1, most=40),
        F("rules.adult_days", "Working days for adult safeguarding", N, least=1, most=5),
        F("rules.advocacy_days", "Working days until an advocate is found", N, least=1, most=10),
        F("rules.escalation_days", "Working days for escalation", N, least=1, most=20),
    ),
)
SAFETY = Group(
    "small-numbers",
    "Small numbers",
    "Numbers below this are hidden in every paper, page and file.",
    (F("rules.threshold", "Hide numbers below", N, "5 or more, never less.", 5, 50),),
)
RETENTION = Group(
    "keeping",
    "How long things are kept",
    "In days. What nobody has read, what is open and what was not passed on is never erased.",
    (
        F(
            "retention.words",
            "A view's words",
            N,
            "Days after the paper that used them, or after the answer where none did.",
            30,
            3650,
        ),
        F("retention.talk", "Messages", N, "Days after the last of them.", 30, 3650),
        F("retention.contact", "Names and ways to reach somebody", N, "After the answer.", 1, 730),
        F("retention.flagged", "Words that raised a worry", N, "After they are passed on.", 1, 730),
        F("retention.warning", "Warning before words go", N, "Days at the desk.", 7, 90),
        F("retention.exports", "Files made for an officer", N, "Days until they go.", 1, 30),
        F("retention.audit_years", "The audit, in years", N, "", 1, 30),
    ),
)
GROUPS = (COUNCIL, HOURS, ALERTS, SAFETY, RETENTION)

HELP_LINES = Family(
    "help_line",
    "Help lines",
    "help line",
    "Numbers that every page shows. Ring each one twice a year. Words of your own stay English on "
    "the pages in other languages, until whoever looks after Heard adds them there.",
    (
        F("name", "Who it is", most=120),
        F("number", "Number, as it is printed", most=60),
        F("when", "When it answers", most=120),
        F(
            "for_whom",
            "Who it is for",
            Sort.CHOICE,
            choices=(
                ("everyone", "Everyone"),
                ("young_people", "Young people"),
                ("adults", "Young adults"),
                ("practitioners", "Practitioners"),
            ),
        ),
        F("note", "Note", most=120, needed=False),
        F("checked_on", "Last rung on", Sort.DAY),
    ),
    "name",
    least=1,
    checked="checked_on",
)
HEADINGS = Family(
    "heading",
    "Headings of papers",
    "heading",
    "Where your committee's headings differ from the usual ones.",
    (
        F("section", "Section", Sort.CHOICE, choices=tuple((SECTIONS | APPENDICES).items())),
        F("text", "Your heading", most=120),
    ),
    "text",
)
ROUTES = Family(
    "route",
    "Proper routes for practitioners",
    "route",
    "Shown on the form for people who work with young people.",
    (F("name", "Name", most=80), F("text", "When and how to use it", most=300)),
    "name",
)
WORDINGS = Family(
    "wording",
    "Words that young people chose",
    "word",
    "Replies and reports are checked against these. The council of young people decides them.",
    (
        F("adults_say", "What adults say", hint="Several, parted by commas.", most=120),
        F("say_instead", "Say instead", most=120),
        F("why", "Why, in young people's words", most=200, needed=False),
    ),
    "adults_say",
)
PROMISES = Family(
    "promise",
    "Promises of the pledge",
    "promise",
    "Themes belong to one of these.",
    (F("name", "The promise", most=120),),
    "name",
)
AMBITIONS = Family(
    "ambition",
    "Ambitions of the Children's Plan",
    "ambition",
    "Themes belong to one of these. The plan of 2023 has nine.",
    (F("name", "The ambition", most=120),),
    "name",
)
ELEMENTS = Family(
    "element",
    "Elements of the improvement framework",
    "element",
    "A theme may answer to several.",
    (F("name", "The element", most=120),),
    "name",
)
LANGUAGES = Family(
    "language",
    "Languages that were checked",
    "language",
    "A language is shown once a native speaker has read every public page in it.",
    (
        F("code", "Language", Sort.CHOICE, choices=tuple((t.code, t.name) for t in TONGUES)),
        F("checked_by", "Checked by", hint="Their name or their service.", most=120),
        F("checked_on", "Checked on", Sort.DAY),
    ),
    "code",
    checked="checked_on",
)
FAMILIES = (
    HELP_LINES,
    WORDINGS,
    HEADINGS,
    ROUTES,
    LANGUAGES,
    PROMISES,
    AMBITIONS,
    ELEMENTS,
)
