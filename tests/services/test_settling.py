"""Settings: seeded once, changed with history and audit, seen by every process, twins refused."""

from dataclasses import replace

import pytest

from core.errors import NotFound, SomebodyElseChanged
from core.facts import Officer, Role
from core.settable import CannotKeepSetting
from core.settings_list import COUNCIL, HELP_LINES, HOURS, LANGUAGES, SAFETY
from services import entries, settling
from services.house import House
from services.shelf import Shelf

ADMIN = Officer("o1", "Ada", "Administrator", frozenset({Role.ADMINISTRATOR}))
WORKER = Officer("o2", "Pat", "Participation worker", frozenset({Role.PARTICIPATION}))
READER = Officer("o3", "Rita", "Reviewer", frozenset({Role.REVIEWER}))


def test_settings_are_read_once_changed_by_officers_and_fresh_in_every_process(
    house: House,
) -> None:
    assert settling.seed(house)
    assert not settling.seed(house)
    seconds = [0.0]
    other = replace(house, shelf=Shelf(lambda: seconds[0]))
    assert other.rules.answer_within == 10
    held, version = settling.shown(house, WORKER, HOURS)
    settling.change(house, WORKER, HOURS, {**held, "rules.answer_within": "7"}, version)
    with pytest.raises(SomebodyElseChanged):
        settling.change(house, ADMIN, HOURS, {**held, "opens": "08:00"}, version)
    assert house.rules.answer_within == 7
    seconds[0] += 1.0
    assert other.rules.answer_within == 7
    assert other.council.opens == house.council.opens
    (change,) = settling.history(house, WORKER)
    assert (change.name, change.before, change.after, change.post) == (
        "rules.answer_within",
        {"value": "10"},
        {"value": "7"},
        WORKER.post,
    )
    with house.store.reading() as books:
        lines = [line for line in books.audit.lines() if line.verb == "setting changed"]
        assert [(line.subject, line.detail) for line in lines] == [
            ("rules.answer_within", "10 -> 7")
        ]
        assert books.audit.verify().holds


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_a_help_line_is_added_rung_moved_and_removed_and_the_last_one_stays(house: House) -> None:
    settling.seed(house)
    typed = {
        "name": "Shout",
        "number": "Text 85258",
        "when": "Any time",
        "for_whom": "young_people",
        "checked_on": "2026-06-01",
    }
    entries.put(house, WORKER, HELP_LINES, "", typed)
    assert [line.key for line in house.council.help_lines] == ["childline", "n2"]
    assert settling.unchecked(house) == ((house.council.help_lines[1], True),)
    entries.move_up(house, WORKER, HELP_LINES, "n2")
    assert [line.key for line in house.council.help_lines] == ["n2", "childline"]
    entries.checked_today(house, WORKER, HELP_LINES, "n2")
    assert settling.unchecked(house) == ()
    entries.remove(house, WORKER, HELP_LINES, "childline")
    with pytest.raises(CannotKeepSetting):
        entries.remove(house, WORKER, HELP_LINES, "n2")
    with pytest.raises(NotFound):
        entries.remove(house, WORKER, HELP_LINES, "nobody")
    assert [line.name for line in house.council.help_lines] == ["Shout"]


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_figures_are_the_administrators_and_nothing_wrong_is_kept(house: House) -> None:
    settling.seed(house)
    for officer, group in ((READER, COUNCIL), (WORKER, SAFETY)):
        with pytest.raises(NotFound):
            settling.shown(house, officer, group)
    held, version = settling.shown(house, ADMIN, SAFETY)
    with pytest.raises(CannotKeepSetting):
        settling.change(house, ADMIN, SAFETY, {"rules.threshold": "4"}, version)
    hours, version = settling.shown(house, ADMIN, HOURS)
    with pytest.raises(CannotKeepSetting):
        settling.change(house, ADMIN, HOURS, {**hours, "closes": "08:59"}, version)
    polish = {"code": "pl", "checked_by": "A reader", "checked_on": "2027-01-12"}
    entries.put(house, ADMIN, LANGUAGES, "", polish)
    with pytest.raises(CannotKeepSetting):
        entries.put(house, ADMIN, LANGUAGES, "", polish)
    assert [one.code for one in house.council.languages] == ["pl"]
    assert house.rules.threshold == int(held["rules.threshold"])
