"""The second look: the full reader's word replaces the quick one's, and never a person's."""

from dataclasses import dataclass, field, replace

import pytest
import sqlalchemy as sa

from core.facts import Feeling, Suggestions, ThemeScore, Voice, Worry
from services import answers, intake, lookback, review, second_look
from services.second_look import Looked
from storage import tables
from tests.services.people import grouped, participation_worker, said

MOST = 50


@dataclass
class Quick:
    """What a door has: a first guess, and the worry that it is told to see."""

    worry: Worry = Worry.NONE

    def suggest(self, text: str) -> Suggestions:
        return Suggestions(
            themes=(ThemeScore("money", 0.9), ThemeScore("safety", 0.2)),
            suggested=("money",),
            worry=self.worry,
            signal=None if self.worry is Worry.NONE else "cue",
            language="en",
            method="quick",
        )


@dataclass
class Full:
    """What the clock has. It worries where it finds one of its words, and fails where told."""

    urgent: str = "he hits me"
    fails_at: str = "poison"
    method: str = "full-1"
    read: list[str] = field(default_factory=list)

    def suggest(self, text: str) -> Suggestions:
        self.read.append(text)
        if self.fails_at in text:
            raise MemoryError
        urgent = self.urgent in text
        return Suggestions(
            themes=(ThemeScore("education", 0.8),),
            suggested=("education",),
            feeling=Feeling.POSITIVE,
            worry=Worry.URGENT if urgent else Worry.NONE,
            signal="abuse" if urgent else None,
            language="fr",
            method=self.method,
        )


@pytest.fixture
def tagger() -> Quick:
    return Quick()


@pytest.fixture
def full() -> Full:
    return Full()


def tell(house, words="I like my school.", **more) -> str:
    """Send words; the code."""
    return intake.receive(house, said(words, **more)).receipt or ""


def view_of(house, code):
    with house.store.reading() as books:
        return books.views.by_receipt(code)


def rows(house, table):
    with house.store.engine.connect() as connection:
        return connection.execute(sa.select(table)).all()


def told(house) -> list[str]:
    return [row.body.partition(".")[0] for row in rows(house, tables.outbox)]


def test_after_one_call_a_view_has_the_full_readers_suggestions_and_no_others(house, full):
    code = tell(house)
    assert second_look.look_again(house, full, MOST) == Looked(read=1)
    view = view_of(house, code)
    assert (view.tagged_by, view.feeling, view.language) == ("full-1", Feeling.POSITIVE, "fr")
    with house.store.reading() as books:
        scores, picked = books.themes.suggested(view.id)
    assert [score.key for score in scores] == ["education"]
    assert picked == ("education",)


def test_it_reads_the_short_answers_and_what_came_later_too(house, full):
    first = said("My school.", details=(("Area", "north"),))
    code = intake.receive(house, first).receipt or ""
    intake.receive(house, replace(first, words="And my bus."))
    lookback.say_more(house, code, "And my brother.", "later")
    second_look.look_again(house, full, MOST)
    assert full.read == ["My school.\nnorth", "And my bus.", "And my brother."]


def test_twice_is_harmless_and_reads_nothing_again(house, full):
    tell(house, "he hits me")
    assert second_look.look_again(house, full, MOST) == Looked(read=1, raised=1)
    assert second_look.look_again(house, full, MOST) == Looked()
    assert len(told(house)) == 1
    assert len(full.read) == 1


def test_no_more_views_than_asked_for_are_read_in_one_call(house, full):
    for _ in range(3):
        tell(house)
    assert second_look.look_again(house, full, 2).read == 2
    assert second_look.look_again(house, full, 2).read == 1


def test_the_newest_day_is_read_first(house, full, now):
    tell(house, "old")
    now.pass_by(days=1)
    tell(house, "new")
    second_look.look_again(house, full, 1)
    assert full.read == ["new"]


def test_agreed_themes_and_what_the_officer_saw_when_they_agreed_stay(house, full):
    by = participation_worker(house)
    view_id, code = grouped(house, by, ("safety",), words="he hits me")
    assert second_look.look_again(house, full, MOST) == Looked(read=1, raised=1)
    with house.store.reading() as books:
        assert books.themes.agreed(view_id) == ("safety",)
        assert books.themes.suggested(view_id)[1] == ("money",)
        assert len(books.themes.decisions(view_id)) == 1
        assert books.rollup.total() == books.rollup.recount()
    view = view_of(house, code)
    assert (view.worry, view.tagged_by) == (Worry.URGENT, "quick")


def test_an_officer_who_has_the_page_open_can_still_agree(house, full):
    by = participation_worker(house)
    view_id = view_of(house, tell(house)).id
    opened = review.open_view(house, by, view_id)
    second_look.look_again(house, full, MOST)
    review.agree_themes(house, by, view_id, ("money",), opened.version)


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


def test_more_words_get_a_second_look_of_their_own(house, full):
    code = tell(house)
    second_look.look_again(house, full, MOST)
    lookback.say_more(house, code, "he hits me", "later")
    assert second_look.look_again(house, full, MOST) == Looked(read=1, raised=1)
    assert view_of(house, code).worry is Worry.URGENT


def test_answered_views_are_left_alone(house, full):
    by = participation_worker(house)
    view_id, _ = grouped(house, by, ("money",))
    answers.reply(house, by, view_id, "Thank you.")
    assert second_look.look_again(house, full, MOST) == Looked()


def test_a_view_whose_key_is_gone_is_passed_over_once_and_holds_up_no_other(house, full, now):
    gone = view_of(house, tell(house, "gone"))
    house.store.vault.destroy([gone.key_id])
    now.pass_by(days=-1)
    tell(house, "here")
    assert second_look.look_again(house, full, 1) == Looked()
    assert second_look.look_again(house, full, 1) == Looked(read=1)
    assert second_look.look_again(house, full, 1) == Looked()
    assert view_of(house, tell(house)).tagged_by == "quick"


def test_where_the_reader_fails_the_quick_ones_word_stands_and_it_is_tried_again(house, full):
    code = tell(house, "poison")
    assert second_look.look_again(house, full, MOST) == Looked(failed=1)
    view = view_of(house, code)
    assert (view.tagged_by, view.worry) == ("quick", Worry.NONE)
    full.fails_at = "nothing"
    assert second_look.look_again(house, full, MOST) == Looked(read=1)


def test_a_newer_reader_reads_what_an_older_one_read(house, full):
    code = tell(house)
    second_look.look_again(house, full, MOST)
    full.method = "full-2"
    assert second_look.look_again(house, full, MOST).read == 1
    assert view_of(house, code).tagged_by == "full-2"


def test_what_changed_while_it_was_read_is_left_for_the_next_round(house, full):
    code = tell(house)

    class Slow(Full):
        def suggest(self, text: str) -> Suggestions:
            if not self.read:
                lookback.say_more(house, code, "And my bus.", "meanwhile")
            return super().suggest(text)

    slow = Slow()
    assert second_look.look_again(house, slow, MOST) == Looked()
    assert second_look.look_again(house, slow, MOST) == Looked(read=1)
    assert "And my bus." in slow.read


def test_its_line_in_the_audit_tells_neither_which_view_nor_the_minute(house, full):
    tell(house)
    second_look.look_again(house, full, MOST)
    with house.store.reading() as books:
        line = list(books.audit.lines())[-1]
        assert books.audit.verify().holds
    assert (line.at, line.actor, line.verb) == ("2027-01-12 am", "clock", "looked again")
    assert (line.subject, line.detail) == ("", "full-1")
