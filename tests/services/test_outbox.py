"""Notices: sent once at least; what fails is tried again with growing gaps."""

from core.ports import CouldNotSend
from services import health, intake, outbox
from tests.services.mailbox import Mailbox
from tests.services.people import said


def test_what_is_due_goes_out_once_and_keeps_no_exact_time(house):
    intake.receive(house, said(asked_for_help=True))
    box = Mailbox()
    assert outbox.deliver_due(house, {"safeguarding/mail": box}) == 1
    assert outbox.deliver_due(house, {"safeguarding/mail": box}) == 0
    assert "feel unsafe" in box.got[0].body
    assert house.desk_url in box.got[0].body
    with house.store.engine.connect() as connection:
        kept = connection.exec_driver_sql("SELECT made_at, sent_at, due_at, body FROM outbox").one()
    assert kept[3] == ""
    assert all(":" not in str(at) or "00:00:00" in str(at) for at in kept)


def test_a_notice_that_failed_waits_longer_each_time(house, now):
    intake.receive(house, said(asked_for_help=True))
    down = {"safeguarding/mail": Mailbox(CouldNotSend("down"))}
    gaps = []
    for _ in range(4):
        assert outbox.deliver_due(house, down) == 0
        due = outbox.next_due(house)
        gaps.append((due - now().replace(tzinfo=None)).total_seconds())
        now.pass_by(seconds=gaps[-1])
    assert gaps == [5, 10, 20, 40]
    box = Mailbox()
    assert outbox.deliver_due(house, {"safeguarding/mail": box}) == 1


def test_a_worker_that_died_holding_a_notice_does_not_lose_it(house, now):
    intake.receive(house, said(asked_for_help=True))
    with house.store.transaction() as books:
        moment = now().replace(tzinfo=None)
        assert len(books.outbox.claim(moment, moment + outbox.LEASE, 10)) == 1
    box = Mailbox()
    assert outbox.deliver_due(house, {"safeguarding/mail": box}) == 0
    now.pass_by(seconds=61)
    assert outbox.deliver_due(house, {"safeguarding/mail": box}) == 1


def test_a_channel_that_is_not_set_up_is_said_and_waits(house):
    intake.receive(house, said(asked_for_help=True))
    assert outbox.deliver_due(house, {}) == 0
    assert health.look(house).waiting_notices == 1


def test_the_clock_is_alive_only_while_it_beats(house, now):
    assert not health.look(house).clock_alive
    health.beat(house)
    assert health.look(house).ready
    now.pass_by(seconds=46)
    assert not health.look(house).clock_alive
