"""Many are agreed at once only where the machine is sure, and each is read like any other."""

from dataclasses import replace

import pytest

from core.facts import Suggestions, ThemeScore, Worry
from core.inbox import Sieve
from services import bulk, intake, review
from tests.services.people import participation_worker, queue_ids, said

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


class Says:
    """A tagger whose sureness stands in the words: "money 0.9 safety 0.5", and "urgent" worries."""

    def suggest(self, text):
        parts = text.split()
        scores = [ThemeScore(k, float(v)) for k, v in zip(parts[::2], parts[1::2], strict=False)]
        picked = tuple(one.key for one in scores if one.score >= 0.6)
        worry = Worry.URGENT if "urgent" in parts else Worry.NONE
        return Suggestions(tuple(scores), picked, worry=worry, language="en", method="says")


@pytest.fixture
def told(house):
    house = replace(house, tagger=Says())
    by = participation_worker(house)
    for words in (
        "money 0.9",
        "money 0.95 safety 0.85",
        "money 0.7",
        "money 0.9 safety 0.5",
        "safety 0.3",
        "money 0.9 urgent",
    ):
        intake.receive(house, said(words))
    with house.store.transaction() as books:
        for view_id in queue_ids(house, by):
            books.readings.tick_off(view_id, "the full reader")
    intake.receive(house, said("money 0.99"))  # which the full reader has not read
    return house, by


def test_only_what_the_machine_is_sure_of_and_worries_nobody_is_offered(told):
    house, by = told
    found = bulk.sure(house, by, Sieve())
    assert {view.words for view in found.views} == {"money 0.9", "money 0.95 safety 0.85"}
    assert found.total == 2
    with house.store.reading() as books:
        read = {line.subject for line in books.audit.lines() if line.verb == "read"}
    assert read == {view.view_id for view in found.views}


def test_each_is_agreed_alone_and_what_somebody_changed_meanwhile_is_left(told):
    house, by = told
    one, other = bulk.sure(house, by, Sieve()).views
    review.agree_themes(house, by, other.view_id, ("education",), other.version)
    choices = tuple(bulk.Choice(v.view_id, v.picked, v.version) for v in (one, other))
    assert bulk.agree_all(house, by, choices) == ([one.view_id], [other.view_id])
    assert review.open_view(house, by, other.view_id).agreed == ("education",)
    assert bulk.sure(house, by, Sieve()).total == 0
    assert len(queue_ids(house, by)) == 7
