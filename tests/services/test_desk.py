"""Officers read, agree, mask and answer; nothing of it is lost or unseen."""

from dataclasses import replace

import pytest

from core.errors import NotAllowed, NotFound, NothingSaid, SomebodyElseChanged, WrongCode
from core.facts import Role, State, Suggestions, ThemeScore, Worry
from core.stories import ANSWERED, GROUPED, READ, RECEIVED
from services import answers, desk, intake, lookback, notes, redaction, review, theme_answers
from tests.services.people import grouped, officer, participation_worker, queue_ids, said


class Says:
    def __init__(self, **values):
        self.values = {"worry": Worry.NONE, "language": "en", "method": "test", **values}

    def suggest(self, text):
        return Suggestions(**self.values)


def test_worry_comes_first_and_then_what_is_due(house, now):
    by = participation_worker(house)
    intake.receive(house, said("early"))
    now.pass_by(days=1)
    intake.receive(house, said("later"))
    intake.receive(replace(house, tagger=Says(worry=Worry.CONCERN)), said("worrying"))
    intake.receive(replace(house, tagger=Says(worry=Worry.URGENT)), said("worse"))
    intake.receive(house, said("asked", asked_for_help=True))
    lines = desk.waiting(house, by)
    assert [line.asked_for_help for line in lines] == [True, False, False, False, False]
    assert [line.worry for line in lines[1:3]] == [Worry.URGENT, Worry.CONCERN]
    assert lines[3].due_on < lines[4].due_on


def test_reading_is_noted_for_the_person_and_in_the_audit(house):
    by = participation_worker(house)
    receipt = intake.receive(house, said()).receipt or ""
    (view_id,) = queue_ids(house, by)
    opened = review.open_view(house, by, view_id)
    assert opened.words == "My social worker rings me back."
    assert opened.state is State.READ
    assert [s.what for s in lookback.open_story(house, receipt).steps] == [RECEIVED, READ]
    with house.store.reading() as books:
        assert [(a.actor, a.verb) for a in books.audit.lines(view_id)] == [(by.id, "read")]


def test_suggested_and_agreed_are_kept_apart_and_every_decision_stays(house):
    by = participation_worker(house)
    tagger = Says(themes=(ThemeScore("money", 0.9, ("pocket",)),), suggested=("money",))
    told = replace(house, tagger=tagger)
    view_id, receipt = grouped(told, by, ("social_worker",))
    opened = review.open_view(told, by, view_id)
    assert opened.picked == ("money",)
    assert opened.suggested[0].why == ("pocket",)
    assert opened.agreed == ("social_worker",)
    review.agree_themes(told, by, view_id, (), opened.version)
    opened = review.open_view(told, by, view_id)
    assert opened.agreed == ()
    assert [d.keys for d in opened.decisions] == [("social_worker",), ()]
    with house.store.reading() as books:
        assert books.rollup.total() == books.rollup.recount()
    assert GROUPED in [s.what for s in lookback.open_story(house, receipt).steps]


def test_the_second_of_two_officers_is_told_and_overwrites_nothing(house):
    by = participation_worker(house)
    view_id, _ = grouped(house, by, ("money",))
    opened = review.open_view(house, by, view_id)
    review.agree_themes(house, by, view_id, ("education",), opened.version)
    with pytest.raises(SomebodyElseChanged):
        review.agree_themes(house, by, view_id, ("safety",), opened.version)
    assert review.open_view(house, by, view_id).agreed == ("education",)


def test_an_agreement_is_undone_by_whoever_made_it_and_by_nobody_else(house, now):
    by = participation_worker(house)
    other, _ = officer(house, Role.REVIEWER, email="other@council.example")
    view_id, receipt = grouped(house, by, ("money",))
    with pytest.raises(review.CannotUndo):
        review.undo_agreement(house, other, view_id)
    opened = review.open_view(house, by, view_id)
    review.agree_themes(house, by, view_id, ("education",), opened.version)
    review.undo_agreement(house, by, view_id)
    assert review.open_view(house, by, view_id).agreed == ("money",)
    review.undo_agreement(house, by, view_id)
    opened = review.open_view(house, by, view_id)
    assert (opened.agreed, opened.state) == (None, State.READ)
    assert GROUPED not in [step.what for step in lookback.open_story(house, receipt).steps]
    with house.store.reading() as books:
        assert books.rollup.total() == books.rollup.recount()
        verbs = [line.verb for line in books.audit.lines(view_id)]
        assert (verbs.count("agreed themes"), verbs.count("undid themes")) == (2, 2)
    review.agree_themes(house, by, view_id, ("money",), opened.version)
    now.pass_by(days=1)
    with pytest.raises(review.CannotUndo):
        review.undo_agreement(house, by, view_id)


def test_a_mask_keeps_its_reason_and_can_be_taken_off(house):
    by = participation_worker(house)
    view_id, _ = grouped(house, by, (), words="Dave shouts.")
    redaction.mask(house, by, view_id, 0, 4, "PERSON", "a carer's name")
    (mask,) = review.open_view(house, by, view_id).masks
    assert (mask.start, mask.end, mask.type, mask.reason) == (0, 4, "PERSON", "a carer's name")
    redaction.unmask(house, by, view_id, 0, 4)
    assert review.open_view(house, by, view_id).masks == ()
    with pytest.raises(redaction.NoSuchPlace):
        redaction.mask(house, by, view_id, 5, 99, "PERSON", "")


def test_an_answer_is_there_for_the_code_and_never_the_first_words(house):
    by = participation_worker(house)
    view_id, receipt = grouped(house, by, ("social_worker",))
    answers.reply(house, by, view_id, "We told the team. Thank you.")
    story = lookback.open_story(house, receipt.upper().replace("-", "  "))
    assert [m.words for m in story.messages] == ["We told the team. Thank you."]
    assert story.messages[0].from_us
    assert story.steps[-1].what == ANSWERED
    assert "rings me back" not in repr(story)
    assert queue_ids(house, by) == []


def test_saying_more_brings_the_view_back_to_the_queue_once(house):
    by = participation_worker(house)
    view_id, receipt = grouped(house, by, ("social_worker",))
    answers.reply(house, by, view_id, "Thank you.")
    for _ in range(2):
        lookback.say_more(house, receipt, "It stopped again.", "second-form")
    assert queue_ids(house, by) == [view_id]
    assert [m.from_us for m in lookback.open_story(house, receipt).messages] == [True, False]


def test_another_message_in_the_same_form_is_kept_too(house):
    by = participation_worker(house)
    _, receipt = grouped(house, by, ())
    lookback.say_more(house, receipt, "One.", "form")
    lookback.say_more(house, receipt, "Two.", "form")
    assert [m.words for m in lookback.open_story(house, receipt).messages] == ["One.", "Two."]


def test_a_later_worry_is_told_at_once(house):
    by = participation_worker(house)
    view_id, receipt = grouped(house, by, ())
    worried = replace(house, tagger=Says(worry=Worry.URGENT))
    lookback.say_more(worried, receipt, "He hurt me.", "m")
    with house.store.reading() as books:
        assert books.outbox.next_due() is not None
    assert review.open_view(house, by, view_id).worry is Worry.URGENT


@pytest.mark.parametrize("code", ["", "one two", "not-a-real-code-at-all", "x" * 100_000])
def test_a_wrong_code_says_the_same_whatever_is_wrong(house, code):
    with pytest.raises(WrongCode) as told:
        lookback.open_story(house, code)
    assert str(told.value) == str(WrongCode())


def test_an_empty_answer_is_refused(house):
    by = participation_worker(house)
    view_id, _ = grouped(house, by, ())
    with pytest.raises(NothingSaid):
        answers.reply(house, by, view_id, "  ")


def test_an_administrator_reads_no_words(house):
    admin, _ = officer(house, Role.ADMINISTRATOR)
    for verb in (
        lambda: desk.waiting(house, admin),
        lambda: review.open_view(house, admin, "x"),
        lambda: answers.reply(house, admin, "x", "words"),
        lambda: redaction.mask(house, admin, "x", 0, 1, "PERSON", ""),
        lambda: review.agree_themes(house, admin, "x", (), 1),
    ):
        with pytest.raises(NotAllowed):
            verb()


def test_what_is_not_there_is_not_found(house):
    by = participation_worker(house)
    with pytest.raises(NotFound):
        review.open_view(house, by, "nothing")


def test_pressing_send_twice_says_it_once_to_one_and_to_a_whole_theme(house):
    by = participation_worker(house)
    view_id, receipt = grouped(house, by, ("money",))
    other_id, other = grouped(house, by, ("money",))
    for _ in range(2):
        answers.reply(house, by, view_id, "We rang.")
        notes.write_note(house, by, view_id, "Rang on Monday.")
    told = theme_answers.Reply("money", "It is paid.", "It is paid.")
    assert [theme_answers.answer_theme(house, by, told) for _ in range(2)] == [2, 2]
    said = [message.words for message in lookback.open_story(house, receipt).messages]
    assert said == ["We rang.", "It is paid."]
    assert len(lookback.open_story(house, other).messages) == 1
    assert len(review.open_view(house, by, view_id).notes) == 1
    assert len(theme_answers.answered(house, by)) == 1
    answers.reply(house, by, other_id, "And more.")
    assert len(lookback.open_story(house, other).messages) == 2
