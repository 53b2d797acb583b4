"""Colleagues write to each other about a view; what was judged and hidden stays beside it."""

from dataclasses import replace

import pytest

from core.attention import Why
from core.errors import NothingSaid
from core.facts import PersonalDetail, Role, Suggestions, Worry
from core.inbox import Sieve
from core.judgement import Fallback, Judgement, Stance
from services import desk, intake, lookback, notes, ownership, redaction, review
from tests.services.people import officer, participation_worker, queue_ids, said

sqlite = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


@pytest.fixture
def two(house):
    ann, _ = officer(house, Role.REVIEWER, email="ann@x.example")
    return participation_worker(house), ann


def test_a_colleague_who_is_asked_finds_it_reads_it_and_answers(house, two):
    pat, ann = two
    intake.receive(house, said())
    (view_id,) = queue_ids(house, pat)
    ownership.give(house, pat, view_id, pat.id)
    notes.write_note(house, pat, view_id, "Is this the taxi firm again?", ann.id)
    asked = Sieve(owner="asked")
    assert [one.view_id for one in desk.look(house, ann, asked).lines] == [view_id]
    assert desk.look(house, ann, Sieve()).asked == 1
    assert review.open_view(house, ann, view_id).notes[0].words == "Is this the taxi firm again?"
    notes.write_note(house, ann, view_id, "Yes. I rang them.")
    assert desk.look(house, ann, asked).lines == ()
    told = review.open_view(house, pat, view_id).notes
    assert [(one.words, one.open) for one in told][-1] == ("Yes. I rang them.", False)
    with house.store.engine.connect() as connection:
        kept = connection.exec_driver_sql("SELECT words FROM note").scalars()
        assert not [one for one in kept if b"taxi" in bytes(one)], "notes lie sealed"


@sqlite
def test_nobody_is_asked_who_may_not_read_and_an_empty_note_is_none(house, two):
    pat, _ = two
    admin, _ = officer(house, Role.ADMINISTRATOR, email="admin@x.example")
    intake.receive(house, said())
    (view_id,) = queue_ids(house, pat)
    with pytest.raises(notes.CannotAsk):
        notes.write_note(house, pat, view_id, "Look", admin.id)
    with pytest.raises(NothingSaid):
        notes.write_note(house, pat, view_id, " ")
    assert review.open_view(house, pat, view_id).notes == ()


def test_stance_marks_and_fallbacks_are_kept_with_the_themes(house, two):
    pat, _ = two
    intake.receive(house, said())
    (view_id,) = queue_ids(house, pat)
    version = review.open_view(house, pat, view_id).version
    judged = Judgement(Stance.BETTER, rich=True, fallbacks=frozenset({Fallback.NO_REASON}))
    review.agree_themes(house, pat, view_id, (), version, judged)
    opened = review.open_view(house, pat, view_id)
    assert opened.judgement == judged
    review.agree_themes(house, pat, view_id, ("money",), opened.version)
    assert review.open_view(house, pat, view_id).judgement == judged, "themes alone change no mark"


class SeesKay:
    def suggest(self, text):
        at = text.find("Kay")
        found = (PersonalDetail(at, at + 3, "PERSON"),) if at >= 0 else ()
        return Suggestions(worry=Worry.NONE, language="en", method="kay", personal=found)


def test_what_came_later_is_marked_and_masked_like_the_words(house, two):
    pat, _ = two
    house = replace(house, tagger=SeesKay())
    receipt = intake.receive(house, said(details=(("Team", "Kay's team"),))).receipt or ""
    lookback.say_more(house, receipt, "It was Kay who said so.", "another form")
    (view_id,) = queue_ids(house, pat)
    answer, message = review.open_view(house, pat, view_id).parts
    assert (answer.label, message.label[:9]) == ("Team", "They said")
    assert [(one.start, one.end) for one in message.found] == [(7, 10)]
    for part in (answer, message):
        start = part.found[0].start
        redaction.mask(house, pat, view_id, start, start + 3, "PERSON", "a name", part.id)
    parts = review.open_view(house, pat, view_id, Why.QUALITY).parts
    assert [len(part.masks) for part in parts] == [1, 1]
    assert parts[1].masks[0].reason == "a name"
    redaction.unmask(house, pat, view_id, 7, 10, message.id)
    assert [len(part.masks) for part in review.open_view(house, pat, view_id).parts] == [1, 0]
    with pytest.raises(redaction.NoSuchPlace):
        redaction.mask(house, pat, view_id, 0, 3, "PERSON", "why", "no-such-part")
