"""What nameless people do leaves no line among the officers' lines: a number for the half-day."""

from concurrent.futures import ThreadPoolExecutor

from core.choices import Choice
from core.facts import Permission
from core.wants import Want
from services import (
    alerts,
    choosing,
    intake,
    lookback,
    own_words,
    permission,
    pushing_back,
    readback,
    second_look,
    tallying,
    theme_answers,
    withdrawing,
)
from services.theme_answers import Reply
from storage import checkup
from tests.services.people import grouped, participation_worker, said
from tests.services.readers import Full

THEME = "money"


def lines(house):
    with house.store.reading() as books:
        assert books.audit.verify().holds
        return [(one.at, one.actor, one.verb, one.detail) for one in books.audit.lines()]


def numbers(house):
    """What was written up, without what officers did."""
    tallying.write_up(house)
    return {line[1:] for line in lines(house) if "T" not in line[0]}


def by_code(house, code):
    """All that a young person can do with a code, one after the other."""
    lookback.say_more(house, code, "And another thing.", "m1")
    readback.correct(house, code, ("safety",))
    permission.choose(house, code, [Permission.COUNCILLORS])
    own_words.read(house, code)
    pushing_back.push_back(house, code, Want.ADVOCATE)
    choosing.choose(house, code, Choice.KEEP_IT)
    theme_answers.mark_read(house, code)
    withdrawing.withdraw(house, code)


def test_no_verb_of_theirs_leaves_a_line_between_officers_lines(house, now):
    by = participation_worker(house)
    _, code = grouped(house, by, (THEME,))
    theme_answers.answer_theme(house, by, Reply(THEME, "We will.", "We will.", ""))
    before = lines(house)
    by_code(house, code)
    once = said()
    intake.receive(house, once)
    intake.receive(house, said("Other words.", once_key=once.once_key))
    second_look.look_again(house, Full(), 9)
    assert lines(house) == before
    assert numbers(house) == set(), "the half-day is not over"
    now.pass_by(hours=2, minutes=11)
    web = "door:web"
    assert numbers(house) == {
        (web, "received", "2"),
        (web, "added", "1"),
        (web, "said more", "1"),
        (web, "corrected themes", "1"),
        (web, "changed who may see", "1"),
        (web, "own words shown", "1"),
        (web, "pushed back", "1"),
        (web, "chose what they would like", "1"),
        (web, "answer read", "1"),
        (web, "taken back", "1"),
        ("clock", "looked again", "1"),
    }
    assert checkup.check(house.store).troubles == ()


def test_an_alert_that_is_passed_on_does_not_tell_when_it_was_raised(house, now):
    intake.receive(house, said(asked_for_help=True))
    now.pass_by(minutes=15)
    assert alerts.escalate_due(house) == 1
    assert lines(house) == []
    now.pass_by(hours=2)
    assert ("clock", "alert passed on", "1") in numbers(house)


def test_a_half_day_is_written_up_once_by_however_many_clocks(house, now):
    for _ in range(3):
        intake.receive(house, said())
    now.pass_by(hours=2, minutes=9)
    intake.receive(house, said())
    assert tallying.write_up(house) == 0, "a transaction of the morning may still be open"
    now.pass_by(minutes=2)
    with ThreadPoolExecutor(4) as pool:
        wrote = sum(pool.map(lambda _: tallying.write_up(house), range(4)))
    assert wrote == 1
    assert lines(house) == [("2027-01-12 am", "door:web", "received", "3")]
    now.pass_by(days=3)
    assert tallying.write_up(house) == 1
    assert lines(house)[1:] == [("2027-01-12 pm", "door:web", "received", "1")]
    assert checkup.check(house.store).troubles == ()


def test_a_view_that_no_number_tells_of_is_found(house):
    intake.receive(house, said())
    with house.store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE tally SET n = 0")
    assert checkup.check(house.store).troubles == ("the audit tells of 0 views, and there are 1",)
