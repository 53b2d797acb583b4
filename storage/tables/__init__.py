"""Every table. A room of the field gets a file of its own here, and its names in this list."""

from storage.tables.arrivals import brought
from storage.tables.attention import found, noticed, opening, preference, saved_filter
from storage.tables.board import board_entry, board_press, brake
from storage.tables.cards import card
from storage.tables.catalogue import edition, theme, theme_change
from storage.tables.columns import books
from storage.tables.corrections import correction
from storage.tables.duty import absence, alert, duty
from storage.tables.journey import draft, paper_taken_back, sentence, want
from storage.tables.keeping import erasure, going, hold, past
from storage.tables.keystore import keys, record_key
from storage.tables.new_themes import new_theme, new_theme_view
from storage.tables.orders import file_order, right
from storage.tables.papers import (
    action,
    answered_view,
    ask,
    asked_view,
    draft_paper,
    looked_at,
    member,
    paragraph,
    progress,
    sign_off,
    theme_answer,
)
from storage.tables.people import register, staff, subject
from storage.tables.polls import poll, poll_answer
from storage.tables.practitioners import link_code, slack_link, writer
from storage.tables.quotes import quote
from storage.tables.releases import known_total, release
from storage.tables.review import appraisal, note, part_mask
from storage.tables.routes import asking, choice, judgement, referral
from storage.tables.schooling import machine_job, machine_version
from storage.tables.settled import setting, setting_change
from storage.tables.signing import device, invitation, miss, recovery
from storage.tables.soundings import (
    sounding,
    sounding_count,
    sounding_seen,
    sounding_team,
)
from storage.tables.tallies import tally
from storage.tables.voices import (
    addition,
    agreed,
    decision,
    mask,
    message,
    once,
    rollup,
    rollup_month,
    step,
    suggestion,
    taken_back,
    view,
    who,
)
from storage.tables.watchwords import watchwords
from storage.tables.work import (
    audit,
    audit_head,
    beat,
    officer,
    outbox,
    paper,
    paper_view,
    session,
    statement,
)

__all__ = [
    "absence",
    "action",
    "addition",
    "agreed",
    "alert",
    "answered_view",
    "appraisal",
    "ask",
    "asked_view",
    "asking",
    "audit",
    "audit_head",
    "beat",
    "board_entry",
    "board_press",
    "books",
    "brake",
    "brought",
    "card",
    "choice",
    "correction",
    "decision",
    "device",
    "draft",
    "draft_paper",
    "duty",
    "edition",
    "erasure",
    "file_order",
    "found",
    "going",
    "hold",
    "invitation",
    "judgement",
    "keys",
    "known_total",
    "link_code",
    "looked_at",
    "machine_job",
    "machine_version",
    "mask",
    "member",
    "message",
    "miss",
    "new_theme",
    "new_theme_view",
    "note",
    "noticed",
    "officer",
    "once",
    "opening",
    "outbox",
    "paper",
    "paper_taken_back",
    "paper_view",
    "paragraph",
    "part_mask",
    "past",
    "poll",
    "poll_answer",
    "preference",
    "progress",
    "quote",
    "record_key",
    "recovery",
    "referral",
    "register",
    "release",
    "right",
    "rollup",
    "rollup_month",
    "saved_filter",
    "sentence",
    "session",
    "setting",
    "setting_change",
    "sign_off",
    "slack_link",
    "sounding",
    "sounding_count",
    "sounding_seen",
    "sounding_team",
    "staff",
    "statement",
    "step",
    "subject",
    "suggestion",
    "taken_back",
    "tally",
    "theme",
    "theme_answer",
    "theme_change",
    "view",
    "want",
    "watchwords",
    "who",
    "writer",
]
