"""An alert goes on until somebody has it, and is never told to whoever it is about."""

from dataclasses import replace

import pytest
import sqlalchemy as sa

from core.alerting import LEVELS, NOBODY_YET
from core.errors import NotFound
from core.facts import Role, Suggestions, Worry
from core.rota import CoversThemselves
from core.subjects import StaffLine
from services import alerts, intake, outbox, register, review, rota, telling, withdrawing
from services.house import PERSON, SAFEGUARDING, naive_utc
from storage import tables
from tests.services.people import decided, officer, said

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
SHARED = "safeguarding/slack"
LETTER = "person/mail"


class Urgent:
    def suggest(self, text):
        return Suggestions(worry=Worry.URGENT, language="en", method="test")


@pytest.fixture
def house(house):
    return replace(
        house,
        tagger=Urgent(),
        channels={SAFEGUARDING: (SHARED,), PERSON: (LETTER,)},
        addresses=frozenset({"duty@council.example"}),
    )


@pytest.fixture
def first(house):
    return officer(house, Role.SAFEGUARDING, email="first@council.example")[0]


@pytest.fixture
def second(house):
    return officer(house, Role.SAFEGUARDING, email="second@council.example")[0]


def told(house):
    """Channel, address and first line of everything in the outbox, and empty it."""
    with house.store.engine.begin() as connection:
        rows = connection.execute(sa.select(tables.outbox)).all()
        connection.execute(sa.delete(tables.outbox))
    return sorted((row.channel, row.recipient, row.body.partition(".\n")[0]) for row in rows)


def on_rota(house, now, *people):
    day = now().date()
    for place, who in enumerate(people, 1):
        rota.put_on(house, people[0], who.id, place, day, day)


def test_the_channel_and_whoever_is_on_duty_are_told_at_once(house, first, second, now):
    on_rota(house, now, second, first)
    intake.receive(house, said("he hit me last night"))
    level = LEVELS[Worry.URGENT]
    assert told(house) == [(LETTER, "second@council.example", level), (SHARED, "", level)]


def test_the_next_person_is_told_when_nobody_takes_it_up(house, first, second, now):
    on_rota(house, now, second, first)
    intake.receive(house, said())
    told(house)
    now.pass_by(minutes=14)
    assert alerts.escalate_due(house) == 0
    now.pass_by(minutes=1)
    assert alerts.escalate_due(house) == 1
    ((channel, address, level),) = told(house)
    assert (channel, address) == (LETTER, "first@council.example")
    assert level.startswith(NOBODY_YET)
    for _ in range(3):  # everybody, again and again
        now.pass_by(minutes=15)
        alerts.escalate_due(house)
        assert len(told(house)) == 3


def test_it_is_taken_up_once_by_name_and_goes_no_further(house, first, second, now):
    intake.receive(house, said())
    (alert,) = alerts.waiting(house, first)
    assert alerts.acknowledge(house, alert.id, "sam.guard").just_now
    later = alerts.acknowledge(house, alert.id, second)
    assert (later.by, later.just_now) == ("sam.guard (in Slack)", False)
    now.pass_by(hours=1)
    assert alerts.escalate_due(house) == 0
    assert alerts.waiting(house, first) == ()
    with house.store.reading() as books:
        (row,) = books.audit.lines(alert.id)
        kept = books.alerts.find(alert.id)
    assert (row.verb, row.detail) == ("alert taken up", "sam.guard (in Slack)")
    assert kept.raised_at.hour == 0  # no finer than the day, once it is over
    with pytest.raises(NotFound):
        alerts.acknowledge(house, "nothing", second)


def test_an_urgent_view_that_is_late_as_well_stays_before_what_is_only_late(house, first):
    concern = type("T", (), {"suggest": lambda s, t: Suggestions(worry=Worry.CONCERN)})()
    intake.receive(house, said())
    (urgent,) = alerts.waiting(house, first)
    intake.receive(replace(house, tagger=concern), said("Another."))
    (other,) = set(alerts.waiting(house, first)) - {urgent}
    with house.store.transaction() as books:
        for one in (other, urgent):
            alerts.raise_late(house, books, [(one.view_id or "", "Nobody has read it")])
    shown = alerts.waiting(house, first)
    assert shown[0] == urgent
    assert [one.view_id for one in shown] == [urgent.view_id, other.view_id]


def test_a_worry_that_can_wait_waits_for_open_hours(house, first, now):
    calm = replace(house, tagger=type("T", (), {"suggest": lambda s, t: Suggestions()})())
    now.pass_by(days=3, hours=6, minutes=55)  # Friday, five to five
    intake.receive(calm, said())
    told(house)
    now.pass_by(hours=12)
    assert alerts.escalate_due(house) == 0
    now.pass_by(days=2, hours=5)  # Monday, five to ten
    assert alerts.escalate_due(house) == 1


def test_whoever_the_view_is_about_is_told_nothing(house, first, second, now):
    on_rota(house, now, first, second)
    register.take(
        house, None, [StaffLine(2, "Priya Nair", email="first@council.example")], whole=False
    )
    told(house)
    intake.receive(house, said("Priya Nair hit me"))
    assert told(house) == [(LETTER, "second@council.example", LEVELS[Worry.URGENT])]
    assert alerts.waiting(house, first) == ()
    (alert,) = alerts.waiting(house, second)
    with pytest.raises(NotFound):
        alerts.acknowledge(house, alert.id, first)


def test_a_shared_address_of_somebody_named_is_left_out(house, first):
    register.take(
        house, None, [StaffLine(2, "Bob Boss", email="duty@council.example")], whole=False
    )
    told(house)
    intake.receive(house, said("Bob Boss shouts"))
    assert [row[:2] for row in told(house)] == [(LETTER, "first@council.example")]


def test_without_a_lead_who_may_know_another_reader_is_told(house, first):
    officer(house, Role.REVIEWER, email="rita@council.example")
    register.take(
        house, None, [StaffLine(2, "Priya Nair", email="first@council.example")], whole=False
    )
    intake.receive(house, said("Priya Nair hit me"))
    assert told(house)[-1][:2] == (LETTER, "rita@council.example")


def test_nobody_gets_the_same_letter_twice(house):
    officer(house, Role.SAFEGUARDING, email="duty@council.example")
    told(house)
    intake.receive(house, said())
    assert [row[:2] for row in told(house)] == [(SHARED, "")]


def test_where_everybody_is_named_the_administrator_is_told_in_words_that_tell_nothing(
    house, first
):
    officer(house, Role.ADMINISTRATOR, email="admin@council.example")
    register.take(
        house, None, [StaffLine(2, "Priya Nair", email="first@council.example")], whole=False
    )
    told(house)
    intake.receive(house, said("Priya Nair hit me"))
    assert told(house) == [(LETTER, "admin@council.example", telling.ADMINISTRATOR_WANTED)]


def test_what_could_be_told_nowhere_goes_out_once_there_is_a_way(house, first):
    alone = replace(house, channels={}, addresses=frozenset())
    with house.store.transaction() as books:
        alerts.tell_safeguarding(alone, books, "Look")
    outbox.deliver_due(alone, {})
    assert [one.channel for one in alerts.undelivered(house, first)] == [telling.NOWHERE]
    with house.store.engine.begin() as connection:
        connection.execute(sa.update(tables.outbox).values(due_at=naive_utc(house.now())))
    outbox.deliver_due(house, {})
    assert alerts.undelivered(house, first) == ()
    assert {row[0] for row in told(house)} == {SHARED, telling.NOWHERE}


def test_who_decides_has_the_alert(house, first, second):
    intake.receive(house, said())
    (alert,) = alerts.waiting(house, first)
    view_id = alert.view_id or ""
    decided(house, view_id)
    assert alerts.waiting(house, second) == ()
    (kept,) = alerts.of_view(house, second, view_id)
    assert kept.taken_by
    assert (kept.raised_at.hour, kept.raised_at.minute) == (0, 0)
    assert alerts.in_hand(house, second, [view_id]) == {view_id: kept.taken_by}


def test_nobody_covers_for_themselves_and_strangers_are_not_on_the_rota(house, first, now):
    day = now().date()
    with pytest.raises(CoversThemselves):
        rota.note_absence(house, first, first.id, first.id, day, day)
    with pytest.raises(NotFound):
        rota.put_on(house, first, "nobody", 1, day, day)
    rota.put_on(house, first, first.id, 1, day, day)
    (turn,) = rota.look(house, first).duties
    rota.remove(house, first, turn.id)
    assert rota.look(house, first).duties == ()


def test_a_notice_stays_when_the_view_it_was_about_is_taken_back(house, first):
    code = intake.receive(house, said()).receipt or ""
    (alert,) = alerts.waiting(house, first)
    review.open_view(house, first, alert.view_id or "")
    decided(house, alert.view_id)
    withdrawing.withdraw(house, code)
    assert len(told(house)) == 2
    assert alerts.waiting(house, first) == ()
