"""The clock's full reader: who reads, and what it tells the desk where nobody does."""

from dataclasses import dataclass, field

import pytest

import clock.reading
import wiring
from clock.duties import Duties
from clock.engine import Engine
from clock.reading import Reading
from clock.waking import Waker
from core.errors import NotSaved
from core.facts import Suggestions, Worry
from services import health, intake, second_look
from services.lookback import find_by_code
from tagging import encoder
from tests.clock.conftest import wait_until
from tests.clock.test_duties import CHANNEL, Flaky
from tests.services.people import said

HINT = "theres a chair against my door every night so he cant get in"


@dataclass
class Worried:
    """A reader that sees a worry in everything, or that fails."""

    method: str = "worried"
    fails: bool = False
    read: list[str] = field(default_factory=list)

    def suggest(self, text: str) -> Suggestions:
        if self.fails:
            raise MemoryError
        self.read.append(text)
        return Suggestions(worry=Worry.URGENT, method=self.method)


def test_all_that_waits_is_read_in_one_turn_and_its_alert_goes_out_at_once(house):
    sender, reader = Flaky(), Worried()
    work = Duties(house, {CHANNEL: sender}, Reading(reader))
    for number in range(20):
        intake.receive(house, said(f"My bus {number}."))
    assert work.look_again() == 20
    assert len(sender.sent) == 20
    assert work.look_again() == 0


def test_a_round_does_not_run_beside_another(house):
    reading = Reading()
    inner: list[second_look.Looked] = []

    class Impatient(Worried):
        def suggest(self, text: str) -> Suggestions:
            inner.append(reading.look(house))
            return super().suggest(text)

    reading.take(Impatient())
    intake.receive(house, said())
    assert reading.look(house).read == 1
    assert inner == [second_look.Looked()]
    assert not reading.busy


def test_told_to_stop_it_begins_no_further_round(house, monkeypatch):
    monkeypatch.setattr(clock.reading, "AT_ONCE", 2)
    reading = Reading()

    class Last(Worried):
        def suggest(self, text: str) -> Suggestions:
            reading.ending = True
            return super().suggest(text)

    reading.take(Last())
    for number in range(5):
        intake.receive(house, said(f"My bus {number}."))
    assert reading.look(house).read == 2


def test_a_database_that_is_down_fails_no_second_look_and_says_so(house, monkeypatch, caplog):
    def refuse(*_):
        raise NotSaved

    monkeypatch.setattr(second_look, "look_again", refuse)
    assert Duties(house, {}, Reading(Worried())).look_again() == 0
    assert "clock_could_not_look_again" in caplog.text


def test_while_nobody_knows_yet_who_reads_nothing_is_said(house):
    Duties(house, {}).beat()
    assert health.look(house).cues_alone is False


def test_without_a_full_reader_the_house_knows_it_until_there_is_one(house, now):
    work = Duties(house, {})
    work.reading.take(None)
    work.beat()
    assert work.look_again() == 0
    assert health.look(house).cues_alone is True
    assert health.look(house).ready
    work.reading.take(Worried())
    work.beat()
    assert health.look(house).cues_alone is False
    now.pass_by(seconds=60)
    work.beat()
    assert health.look(house).cues_alone is False


def test_a_full_reader_that_fails_at_every_text_counts_as_none(house, now):
    reader = Worried()
    work = Duties(house, {}, Reading(reader, reads=True))
    work.beat()
    now.pass_by(seconds=60)
    reader.fails = True
    intake.receive(house, said())
    work.look_again()
    work.beat()
    assert health.look(house).cues_alone is True


def test_no_encoder_no_full_reader(monkeypatch, caplog):
    monkeypatch.setattr(encoder, "PACKAGE", "a_package_that_is_not_here")
    assert wiring.load_reader() is None
    assert "full_reader_did_not_load: NoEncoder" in caplog.text


@pytest.mark.slow
@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_the_trained_tagger_sees_and_tells_what_the_door_missed(house):
    reader = wiring.load_reader()
    assert reader is not None
    told = intake.receive(house, said(HINT))
    assert not told.help_first
    assert second_look.look_again(house, reader, 5).raised == 1
    with house.store.reading() as books:
        view = find_by_code(books, told.receipt or "")
        assert view.tagged_by == reader.method
        assert "safety" in books.themes.suggested(view.id)[1]


@pytest.mark.slow
def test_woken_it_sends_and_reads(clock_url, house):
    reader = Worried()
    with Engine(clock_url, Duties(house, {}, Reading(reader))):
        intake.receive(house, said("My bus."))
        Waker(clock_url)()
        wait_until(lambda: reader.read == ["My bus."], 5)


@pytest.mark.slow
def test_nobody_woke_it_and_yet_it_reads_within_half_a_minute(clock_url, house):
    reader = Worried()
    with Engine(clock_url, Duties(house, {}, Reading(reader))):
        intake.receive(house, said("My bus."))
        wait_until(lambda: reader.read == ["My bus."], 30)


@pytest.mark.slow
def test_a_clock_in_its_own_process_reads_and_tells_within_half_a_minute(tower):
    tower.start()
    receipt = intake.receive(tower.house, said(HINT)).receipt or ""
    tower.post.wait_for(1, seconds=30)
    with tower.house.store.reading() as books:
        assert find_by_code(books, receipt).tagged_by.startswith("minilm-")
    assert health.look(tower.house).cues_alone is False
    assert "chair" not in tower.logs()


@pytest.mark.slow
def test_a_clock_without_its_encoder_goes_and_tells_the_desk(tower):
    (tower.folder / encoder.PACKAGE).mkdir()
    (tower.folder / encoder.PACKAGE / "__init__.py").touch()
    tower.start()
    wait_until(lambda: health.look(tower.house).cues_alone, 20)
    assert "full_reader_did_not_load: NoEncoder" in tower.logs()
