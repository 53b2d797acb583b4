"""The second look: the full reader's word replaces the quick one's, and never a person's."""

from dataclasses import replace

from core.facts import Feeling, Suggestions, ThemeScore, Worry
from services import answers, intake, lookback, review, second_look, tallying
from services.second_look import Looked
from storage import tables
from tests.services.people import grouped, participation_worker, said
from tests.services.readers import Full, rows, tell, told, view_of

MOST = 50


def test_after_one_call_a_view_has_the_full_readers_suggestions_and_no_others(house, full):
    code = tell(house)
    assert second_look.look_again(house, full, MOST) == Looked(read=1)
    view = view_of(house, code)
    assert (view.tagged_by, view.feeling, view.language) == ("full-1", Feeling.POSITIVE, "fr")
    with house.store.reading() as books:
        scores, picked = books.themes.suggested(view.id)
    assert [score.key for score in scores] == ["education"]
    assert picked == ("education",)


def test_an_officer_sees_which_words_carried_it_and_they_are_sealed_like_the_words(house, full):
    by = participation_worker(house)
    code = tell(house)
    second_look.look_again(house, full, MOST)
    opened = review.open_view(house, by, view_of(house, code).id)
    assert opened.suggested == (ThemeScore("education", 0.8, ("school",)),)
    (row,) = rows(house, tables.view)
    assert b"school" not in row.reasons


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


def test_its_line_in_the_audit_tells_neither_which_view_nor_the_minute(house, full, now):
    tell(house)
    second_look.look_again(house, full, MOST)
    now.pass_by(hours=3)
    tallying.write_up(house)
    with house.store.reading() as books:
        (line,) = [one for one in books.audit.lines() if one.verb == "looked again"]
    assert (line.at, line.actor, line.verb) == ("2027-01-12 am", "clock", "looked again")
    assert (line.subject, line.detail) == ("full-1", "1")
