"""What the clock does, each in one service verb. A duty that fails is tried at its next turn."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field

from clock.reading import Reading
from clock.schooling import Schooling
from core.errors import HeardError
from core.ports import Sender
from services import (
    alerts,
    auditing,
    daily,
    erasing,
    health,
    outbox,
    searching,
    sight,
    soundings,
    standing,
    tallying,
    upkeep,
)
from services.house import House, naive_utc

MOST_ROUNDS = 50
EMPTY_ROUNDS = 2
MATCHED_AT_ONCE = 200
DRAWN_AT_ONCE = 200
log = logging.getLogger("heard.clock")


@dataclass(frozen=True, slots=True)
class Duties:
    """The clock's work for one house.

    Args:
        senders: channel to the sender for it.
        reading: who gives words their second look.
        schooling: where the machine learns what the desk asks for.
    """

    house: House
    senders: Mapping[str, Sender]
    reading: Reading = field(default_factory=Reading)
    schooling: Schooling = field(default_factory=Schooling)

    def deliver(self) -> int:
        """Send what is due, round after round while something goes out; how many went out.

        Rationale: two empty rounds end it. What is still due then is held by another worker or
        lies with a channel that is down, and the next sweep comes in seconds.
        """
        total = empty = 0
        try:
            for _ in range(MOST_ROUNDS):
                if empty == EMPTY_ROUNDS or not self._something_due():
                    break
                sent = outbox.deliver_due(self.house, self.senders)
                total += sent
                empty = 0 if sent else empty + 1
        except HeardError as trouble:
            log.warning("clock_could_not_deliver: %s", type(trouble).__name__)
        return total

    def beat(self) -> None:
        """Say that the clock lives, and whether it reads with the full reader."""
        try:
            health.beat(self.house, full_reader=self.reading.reads)
        except HeardError as trouble:
            log.warning("clock_could_not_beat: %s", type(trouble).__name__)

    def look_again(self) -> int:
        """Have the full reader read what only the quick one has; how many views it read."""
        looked = self.reading.look(self.house)
        if looked.raised:
            self.deliver()
        return looked.read

    def go_to_school(self) -> None:
        """Do what the desk asked of the machine."""
        self.schooling.work(self.house, self.reading)

    def sweep(self) -> None:
        """Destroy keys that nothing came to use."""
        try:
            upkeep.sweep_keys(self.house)
        except HeardError as trouble:
            log.warning("clock_could_not_sweep: %s", type(trouble).__name__)

    def escalate(self) -> None:
        """Tell the next person where nobody took an alert up in time."""
        try:
            if alerts.escalate_due(self.house):
                self.deliver()
        except HeardError as trouble:
            log.warning("clock_could_not_escalate: %s", type(trouble).__name__)

    def write_up(self) -> None:
        """Put what nameless people did into the audit, once its half-day is over."""
        try:
            tallying.write_up(self.house)
        except HeardError as trouble:
            log.warning("clock_could_not_write_up: %s", type(trouble).__name__)

    def anchor(self) -> None:
        """Write the audit's head down outside the database."""
        try:
            auditing.anchor(self.house)
        except (HeardError, OSError, ValueError) as trouble:
            log.warning("clock_could_not_anchor: %s", type(trouble).__name__)

    def erase(self) -> None:
        """Warn of what goes soon, and erase what is due."""
        try:
            night = erasing.tonight(self.house)
            log.info("clock_erased: %d words, %d messages", night.words, night.talk)
        except HeardError as trouble:
            log.warning("clock_could_not_erase: %s", type(trouble).__name__)

    def watch(self) -> None:
        """Tell of what nobody has read, decided or answered in time."""
        try:
            standing.watch(self.house)
        except HeardError as trouble:
            log.warning("clock_could_not_watch: %s", type(trouble).__name__)

    def close_soundings(self) -> None:
        """Close the pulse's questions whose last day is over, and tell the teams."""
        try:
            if soundings.close_due(self.house):
                self.deliver()
        except HeardError as trouble:
            log.warning("clock_could_not_close: %s", type(trouble).__name__)

    def shuffle(self) -> None:
        """Take the order of arrival out of the books' files."""
        try:
            upkeep.shuffle(self.house)
        except HeardError as trouble:
            log.warning("clock_could_not_shuffle: %s", type(trouble).__name__)

    def tell_the_day(self) -> None:
        """Tell officers once a working day how much is new and overdue."""
        try:
            if daily.send_due(self.house):
                self.deliver()
        except HeardError as trouble:
            log.warning("clock_could_not_tell_the_day: %s", type(trouble).__name__)

    def match(self) -> None:
        """Match views with the register of staff that it changed to, some hundreds at a turn."""
        try:
            for _ in range(MOST_ROUNDS):
                if sight.match_more(self.house, MATCHED_AT_ONCE) < MATCHED_AT_ONCE:
                    return
        except HeardError as trouble:
            log.warning("clock_could_not_match: %s", type(trouble).__name__)

    def draw(self) -> None:
        """Draw sketches of words that came lately, so that search need not open them."""
        try:
            for _ in range(MOST_ROUNDS):
                if searching.draw_sketches(self.house, DRAWN_AT_ONCE) < DRAWN_AT_ONCE:
                    return
        except HeardError as trouble:
            log.warning("clock_could_not_draw: %s", type(trouble).__name__)

    def _something_due(self) -> bool:
        """Whether to look at all: reading does not stand in a writer's way, claiming does."""
        due = outbox.next_due(self.house)
        return due is not None and due <= naive_utc(self.house.now())
