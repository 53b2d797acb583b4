"""What the clock does, on both engines, with a clock on the wall that stands still."""

from dataclasses import dataclass, field

import pytest

from clock.duties import Duties
from core.errors import NotSaved
from core.facts import Notice, Voice, Worry
from core.ports import CouldNotSend
from services import health, outbox
from services.alerts import raise_alert
from services.house import naive_utc

CHANNEL = "safeguarding/mail"


@dataclass
class Flaky:
    """A sender that fails as long as it is told to."""

    failing: bool = False
    retry_after: float | None = None
    name: str = "flaky"
    sent: list[Notice] = field(default_factory=list)
    tried: int = 0

    def send(self, notice: Notice) -> None:
        self.tried += 1
        if self.failing:
            raise CouldNotSend("flaky: down", self.retry_after)
        self.sent.append(notice)


def put(house, number: int = 1, channel: str = CHANNEL) -> None:
    with house.store.transaction() as books:
        for _ in range(number):
            books.outbox.put(channel, "subject", "body", naive_utc(house.now()))


@pytest.fixture
def sender() -> Flaky:
    return Flaky()


@pytest.fixture
def work(house, sender) -> Duties:
    return Duties(house, {CHANNEL: sender})


def gap(house) -> float:
    due = outbox.next_due(house)
    assert due is not None
    return (due - naive_utc(house.now())).total_seconds()


def test_a_large_heap_is_emptied_in_one_turn(work, house, sender):
    put(house, 35)
    assert work.deliver() == 35
    assert len({notice.id for notice in sender.sent}) == 35
    assert work.deliver() == 0


def test_gaps_grow_while_a_channel_is_down_and_nothing_is_lost(work, house, sender, now):
    put(house)
    sender.failing = True
    gaps = []
    for _ in range(10):
        assert work.deliver() == 0
        gaps.append(gap(house))
        now.pass_by(seconds=gaps[-1])
    assert gaps == sorted(gaps)
    assert gaps[0] <= 10
    assert gaps[4] >= 8 * gaps[0]
    assert gaps[-1] <= 1800
    sender.failing = False
    assert work.deliver() == 1
    assert sender.tried == 11


def test_nothing_is_tried_before_its_gap_has_passed(work, house, sender, now):
    put(house)
    sender.failing = True
    work.deliver()
    now.pass_by(seconds=gap(house) - 0.5)
    work.deliver()
    assert sender.tried == 1


def test_the_wait_that_the_other_side_asked_for_is_kept(work, house, sender):
    put(house)
    sender.failing, sender.retry_after = True, 120.0
    work.deliver()
    assert gap(house) >= 120


def test_one_channel_that_is_down_does_not_keep_the_others_waiting(house):
    up, down = Flaky(), Flaky(failing=True)
    work = Duties(house, {"safeguarding/mail": up, "safeguarding/slack": down})
    for _ in range(15):
        put(house, 1, "safeguarding/slack")
        put(house, 1, "safeguarding/mail")
    work.deliver()
    work.deliver()
    assert len(up.sent) == 15


def test_a_worker_that_died_while_sending_leads_to_a_second_try_and_not_to_none(
    work, house, sender, now
):
    put(house)

    @dataclass
    class Dies(Flaky):
        def send(self, notice: Notice) -> None:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Duties(house, {CHANNEL: Dies()}).deliver()
    assert work.deliver() == 0
    now.pass_by(seconds=90)
    assert work.deliver() == 1


def test_a_database_that_is_down_fails_no_duty_and_says_so(work, monkeypatch, caplog):
    def refuse(*_, **__):
        raise NotSaved

    monkeypatch.setattr(outbox, "next_due", refuse)
    monkeypatch.setattr(health, "beat", refuse)
    assert work.deliver() == 0
    work.beat()
    assert "clock_could_not_deliver" in caplog.text
    assert "clock_could_not_beat" in caplog.text


def test_a_clock_that_stands_still_shows_within_a_minute(work, house, now):
    work.beat()
    now.pass_by(seconds=20)
    assert health.look(house).clock_alive is True
    now.pass_by(seconds=40)
    assert health.look(house).clock_alive is False
    work.beat()
    assert health.look(house).clock_alive is True


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_an_alert_that_nobody_takes_up_goes_out_again(work, house, sender, now):
    with house.store.transaction() as books:
        raise_alert(house, books, None, Voice.YOUNG_PERSON, Worry.URGENT, asked=False)
    work.deliver()
    work.escalate()
    assert len(sender.sent) == 1
    now.pass_by(minutes=15)
    work.escalate()
    assert [one.body.startswith("Nobody has taken this up yet") for one in sender.sent] == [
        False,
        True,
    ]
