"""The second look at a worry: it may rise, is told once, and never falls."""

from dataclasses import replace

import pytest

from core.facts import Voice, Worry
from services import second_look
from services.second_look import Looked
from tests.services.readers import tell, told, view_of

MOST = 50


@pytest.mark.parametrize("worry", [Worry.URGENT, Worry.CONCERN, Worry.UNREAD])
def test_a_worry_never_falls_and_its_sign_stays(house, full, tagger, worry):
    tagger.worry = worry
    code = tell(house)
    second_look.look_again(house, full, MOST)
    view = view_of(house, code)
    assert (view.worry, view.signal) == (worry, "cue")
    assert len(told(house)) == 1  # the door's own


@pytest.mark.parametrize("before", [Worry.NONE, Worry.UNREAD, Worry.CONCERN])
def test_a_worry_that_rises_is_told_once_in_the_same_transaction(house, full, tagger, before):
    tagger.worry = before
    woken: list[str] = []
    house = replace(house, wake=lambda: woken.append("woken"))
    code = tell(house, "he hits me", voice=Voice.PRACTITIONER)
    at_the_door, woken[:] = len(told(house)), []
    assert second_look.look_again(house, full, MOST).raised == 1
    assert len(told(house)) == at_the_door + 1
    assert "Somebody may be at risk now" in told(house)
    assert woken == ["woken"]
    view = view_of(house, code)
    assert (view.worry, view.signal) == (Worry.URGENT, "abuse")


def test_who_asked_for_help_is_not_told_about_a_second_time(house, full):
    tell(house, "he hits me", asked_for_help=True)
    assert second_look.look_again(house, full, MOST) == Looked(read=1)
    assert len(told(house)) == 1


def test_when_the_notice_cannot_be_kept_nothing_is(house, full, monkeypatch):
    code = tell(house, "he hits me")
    before = view_of(house, code)

    def break_off(*_, **__):
        raise ZeroDivisionError

    monkeypatch.setattr(second_look, "raise_alert", break_off)
    with pytest.raises(ZeroDivisionError):
        second_look.look_again(house, full, MOST)
    assert view_of(house, code) == before
    monkeypatch.undo()
    assert second_look.look_again(house, full, MOST) == Looked(read=1, raised=1)
