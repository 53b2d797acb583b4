"""No column tells when somebody wrote, or who came first: each that could has its reason here.

A column that is new and holds a time, or a whole number, fails here until somebody has thought of
what it would tell of a person who gave no name.
"""

from datetime import datetime, time, timedelta

import pytest
import sqlalchemy as sa

from core.brakes import WRONG_IN_ALL
from core.facts import Role
from services import alerts, drafts, health, intake, outbox
from storage import tables
from tests.services.mailbox import Mailbox
from tests.services.people import officer, said

WORKS, MINUTES = "what an officer or the clock does", "minutes, then it is gone; not in backups"
OF_ONE = "within one row, or within what hangs on one view"
CATALOGUE = "what officers wrote, in the order in which they want it"
VERSION = "how often officers changed this row"
TIMES = {
    "audit.at": "officers to the second; whoever gave no name is a number for the half-day",
    "alert.raised_at": "to the second while nobody has it, so that it is passed on; then the day",
    "alert.due_at": "the same; empty once somebody has it",
    "outbox.made_at": "the minute while it waits, then the day",
    "outbox.due_at": "the same; empty once it is sent",
    "outbox.sent_at": "the day",
    "outbox.leased_until": "while it is being sent",
    "once.until": MINUTES,
    "draft.until": MINUTES,
    "brought.until": WORKS,
    "referral.due_at": "worked out from the half-day, or from a decision of an officer's",
} | dict.fromkeys(
    (
        *(
            "asking.until",
            "beat.at",
            "brought.beat",
            "file_order.asked_at",
            "file_order.decided_at",
        ),
        *(
            "file_order.expires_at",
            "found.until",
            "invitation.until",
            "link_code.until",
            "machine_job.asked_at",
            "noticed.at",
        ),
        *("machine_job.leased_until", "machine_version.made_at", "miss.at", "miss.wait_until"),
        *("opening.here_until", "opening.last_at", "session.made_at", "session.seen_at"),
    ),
    WORKS,
)
NUMBERS = {
    "audit.seq": "lines of officers and the clock alone; a half-day of the others is one line",
    "audit_head.seq": "the same",
    "brake.span": "ten minutes in which codes were tried wrongly; names nothing, gone in an hour",
    "view.matched": "the edition of the register it was held against; all have the newest soon",
    "view.version": "how often this view moved on",
    "view.urgency": "how soon somebody must look",
    "staff.since": "the edition of the register",
    "officer.totp_last": WORKS,
    "alert.step": "how many were told of this alert",
    "outbox.tries": "how often this was tried",
} | {
    name: reason
    for reason, names in {
        "only ever one row": "audit_head.one edition.one register.one",
        "a count": "brake.n brought.done brought.of device.misses erasure.contacts erasure.dropped "
        "erasure.keys erasure.talk erasure.words file_order.taken known_total.number past.n "
        "machine_job.many machine_version.corrections machine_version.texts miss.misses "
        "opening.times release.threshold rollup.n rollup_month.n sounding.days sounding_count.n "
        "tally.n",
        "an answer": "poll_answer.choice sounding_count.choice",
        VERSION: "action.version board_entry.version edition.number paragraph.version poll.version "
        "register.version setting.version sounding.version",
        CATALOGUE: "duty.place paragraph.place progress.place setting.place setting_change.place "
        "sounding_team.place statement.position theme.place theme_change.place watchwords.place",
        OF_ONE: "asking.place correction.place decision.place judgement.place mask.end mask.start "
        "message.place new_theme_view.end new_theme_view.place new_theme_view.start note.place "
        "part_mask.end part_mask.start sentence.end sentence.start step.place",
    }.items()
    for name in names.split()
}
ORDERED = {"audit", "audit_head", "edition", "absence", "duty"}  # no row of these is a person's
COLUMNS = [
    (f"{table.name}.{column.name}", column)
    for metadata in (tables.books, tables.keys)
    for table in metadata.sorted_tables
    for column in table.columns
]


def tells_a_time(column):
    if isinstance(column.type, sa.String):
        return column.name == "at" or column.name.endswith("_at")
    return isinstance(column.type, sa.DateTime | sa.Time | sa.Interval)


def test_every_time_that_is_kept_has_a_reason():
    assert {name for name, column in COLUMNS if tells_a_time(column)} == set(TIMES)


def test_every_whole_number_that_could_follow_the_order_of_arrival_has_a_reason():
    whole = {name for name, column in COLUMNS if isinstance(column.type, sa.Integer)}
    assert whole == set(NUMBERS)


def test_the_engine_counts_no_rows_by_itself(store):
    with store.engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            asked = "SELECT sequencename FROM pg_sequences"
            assert connection.exec_driver_sql(asked).all() == []
            return
        asked = "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT wr"
        counted = set(connection.exec_driver_sql(asked).scalars())
    assert {name for name in counted if name[:7] != "sqlite_"} == ORDERED | {"books_version"}


def minutes_kept(house):
    """Where a moment finer than the day is kept, by whoever it came."""
    found = set()
    with house.store.engine.connect() as connection:
        for name, column in COLUMNS:
            if column.table.metadata is tables.books and isinstance(column.type, sa.DateTime):
                for moment in connection.execute(sa.select(column)).scalars():
                    if moment is not None and moment.time() != time():
                        found.add(name)
    return found


def test_an_hour_later_nothing_tells_when_it_was_written(house, now):
    lead, _ = officer(house, Role.SAFEGUARDING)
    now.pass_by(minutes=17, seconds=31)
    drafts.keep(house, drafts.new_token(), {"words": "half"})
    intake.receive(house, said(asked_for_help=True))
    assert {"alert.raised_at", "outbox.made_at", "once.until", "draft.until"} <= minutes_kept(house)
    (alert,) = alerts.waiting(house, lead)
    assert alert.raised_at == datetime(2027, 1, 12, 10, 17, 31)  # noqa: DTZ001 - as it is kept
    assert outbox.deliver_due(house, {"safeguarding/mail": Mailbox()}) == 1
    now.pass_by(minutes=5)
    alerts.acknowledge(house, alert.id, lead)
    now.pass_by(hours=1)
    health.beat(house)
    assert minutes_kept(house) == {"beat.at"}
    assert "10:17" not in everything(house)


def everything(house):
    with house.store.engine.connect() as connection:
        found = (connection.execute(sa.select(table)).all() for table in tables.books.sorted_tables)
        return str([row for rows in found for row in rows if rows])


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_the_brakes_hour_is_over_when_nobody_presses_any_more(house, now):
    with house.store.transaction() as books:
        books.brakes.press(WRONG_IN_ALL, now())
    now.moment += timedelta(minutes=90)
    health.beat(house)
    with house.store.engine.connect() as connection:
        assert connection.execute(sa.select(tables.brake)).all() == []
