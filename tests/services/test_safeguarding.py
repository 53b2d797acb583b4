"""Every view is read and decided in time, by its own clock, and nothing is erased too soon."""

from dataclasses import replace
from datetime import datetime

import pytest

from core.council import Rules
from core.errors import KeptForNow, NotAllowed, NotFound, ReadFirst, TakenBack
from core.facts import AgeBand, Role, Suggestions, Worry
from core.routes import Decision, Route, Stage, due, front_door_of, opened_by
from core.wants import Want
from core.working_days import LONDON
from core.working_time import Hours
from services import alerts, intake, lookback, review, safeguarding, standing, withdrawing
from services.lookback import find_by_code
from tests.services.people import officer, said

ON_SQLITE = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


class Worried:
    def suggest(self, text):
        return Suggestions(worry=Worry.CONCERN, language="en", method="test")


@pytest.fixture
def lead(house):
    return officer(house, Role.SAFEGUARDING)[0]


def send(house, *, worried=False, **more):
    if worried:
        house = replace(house, tagger=Worried())
    code = intake.receive(house, said(**more)).receipt or ""
    with house.store.reading() as books:
        return find_by_code(books, code).id, code


def only(lines):
    (line,) = lines
    return line


def test_what_nobody_has_read_is_shown_flagged_or_not_and_told_once_when_it_is_late(
    house, lead, now
):
    view_id, _ = send(house)
    line = only(standing.look(house, lead).to_read)
    assert (line.view_id, line.late(now())) == (view_id, False)
    assert line.due_at == datetime(2027, 1, 12, 17, tzinfo=LONDON)
    assert standing.watch(house) == 0
    now.pass_by(hours=8)
    assert standing.look(house, lead).late == 1
    assert [standing.watch(house) for _ in range(3)] == [1, 0, 0]
    assert [alert.level for alert in alerts.waiting(house, lead)] == [standing.NOT_READ]
    review.open_view(house, lead, view_id)
    assert standing.look(house, lead).to_read == ()


@ON_SQLITE
def test_more_words_have_to_be_read_too(house, lead, now):
    view_id, code = send(house)
    review.open_view(house, lead, view_id)
    now.pass_by(days=2)
    lookback.say_more(house, code, "And another thing.", "form")
    line = only(standing.look(house, lead).to_read)
    assert line.due_at == datetime(2027, 1, 14, 17, tzinfo=LONDON)


def test_a_worry_waits_for_a_decision_with_its_reason_and_the_decision_opens_its_route(
    house, lead, now
):
    view_id, _ = send(house, worried=True)
    assert only(standing.look(house, lead).to_decide).view_id == view_id
    with pytest.raises(safeguarding.NoReasonGiven):
        safeguarding.decide(house, lead, view_id, Decision.REFERRED, "  ")
    safeguarding.decide(house, lead, view_id, Decision.TALK_FIRST, "We ring them today.")
    safeguarding.decide(house, lead, view_id, Decision.REFERRED, "They told us of a bruise.")
    stands = standing.look(house, lead)
    assert stands.to_decide == ()
    line = only(stands.on_the_way)
    assert (line.what, line.due_at) == (Route.FRONT_DOOR, datetime(2027, 1, 13, 10, tzinfo=LONDON))
    ways = safeguarding.of_view(house, lead, view_id)
    assert [one.decision for one in ways.judgements] == [Decision.TALK_FIRST, Decision.REFERRED]
    assert ways.judgements[1].reason == "They told us of a bruise."


def test_nothing_is_erased_before_it_stands_in_the_case_record(house, lead):
    view_id, code = send(house, worried=True)
    with pytest.raises(ReadFirst):
        withdrawing.withdraw(house, code)
    review.open_view(house, lead, view_id)
    with pytest.raises(KeptForNow):
        withdrawing.withdraw(house, code)
    safeguarding.decide(house, lead, view_id, Decision.REFERRED, "A bruise.")
    one = only(safeguarding.of_view(house, lead, view_id).referrals)
    with pytest.raises(safeguarding.NotPassedOn):
        safeguarding.close(house, lead, view_id, one.id, "They took it on.")
    with pytest.raises(safeguarding.NoReference):
        safeguarding.pass_to_record(house, lead, view_id, one.id, " ")
    safeguarding.pass_to_record(house, lead, view_id, one.id, "LCS 12345")
    with pytest.raises(KeptForNow):  # in the record, and not over yet
        withdrawing.withdraw(house, code)
    safeguarding.close(house, lead, view_id, one.id, "They took it on.")
    ways = safeguarding.of_view(house, lead, view_id)
    assert only(ways.referrals).reference == "LCS 12345"
    assert ways.erasable
    withdrawing.withdraw(house, code)
    with pytest.raises(TakenBack):
        lookback.open_story(house, code)


@ON_SQLITE
def test_a_writers_own_complaint_counts_from_the_day_of_the_wish_and_a_person_confirms_it(
    house, lead, now
):
    view_id, _ = send(house, wants=frozenset({Want.COMPLAINT, Want.ADVOCATE}))
    now.pass_by(days=2)
    lines = {line.what: line for line in standing.look(house, lead).on_the_way}
    assert lines.keys() == {Route.COMPLAINT, Route.ADVOCACY}
    assert all(line.proposed for line in lines.values())
    assert lines[Route.COMPLAINT].due_at == datetime(2027, 1, 26, 17, tzinfo=LONDON)
    safeguarding.open_route(house, lead, view_id, Route.COMPLAINT, take=True)
    safeguarding.open_route(house, lead, view_id, Route.ADVOCACY, take=False)
    one, other = safeguarding.of_view(house, lead, view_id).referrals
    assert {one.stage, other.stage} == {Stage.OPEN, Stage.NOT_TAKEN}
    complaint = one if one.route is Route.COMPLAINT else other
    safeguarding.extend(house, lead, view_id, complaint.id, "The worker is away.")
    line = only(standing.look(house, lead).on_the_way)
    assert line.due_at == datetime(2027, 2, 9, 17, tzinfo=LONDON)
    with pytest.raises(NotFound):  # twenty days are the most
        safeguarding.extend(house, lead, view_id, complaint.id, "Again.")


@ON_SQLITE
def test_a_wish_that_nobody_took_up_may_be_taken_back_by_its_writer(house, lead):
    view_id, code = send(house, wants=frozenset({Want.COMPLAINT}))
    with house.store.reading() as books:
        assert not safeguarding.may_be_erased(books, view_id)
        assert safeguarding.may_be_erased(books, view_id, by_writer=True)
    withdrawing.withdraw(house, code)
    assert standing.look(house, lead).on_the_way == ()


@ON_SQLITE
def test_only_a_safeguarding_lead_decides(house):
    other = officer(house, Role.PARTICIPATION, email="p@council.example")[0]
    view_id, _ = send(house, worried=True)
    with pytest.raises(NotAllowed):
        safeguarding.decide(house, other, view_id, Decision.NO_ACTION, "no")
    with pytest.raises(NotAllowed):
        standing.look(house, other)


@pytest.mark.parametrize(
    ("route", "begins", "until"),
    [
        (Route.FRONT_DOOR, "2026-11-27 16:55", "2026-11-30 16:55"),  # five to five on a Friday
        (Route.FRONT_DOOR, "2026-12-24 16:00", "2026-12-29 16:00"),
        (Route.LADO, "2027-03-25 16:00", "2027-03-30 16:00"),  # Easter
        (Route.LADO, "2028-02-28 12:00", "2028-02-29 12:00"),  # a leap day
        (Route.COMPLAINT, "2026-12-11 12:00", "2026-12-29 17:00"),
        (Route.COMPLAINT, "2027-03-22 09:00", "2027-04-07 17:00"),  # over the change to summer
        (Route.COMPLAINT, "2026-10-20 09:00", "2026-11-03 17:00"),  # over the change to winter
        (Route.ADULT, "2026-11-27 16:55", "2026-11-30 17:00"),
        (Route.ADVOCACY, "2026-11-27 16:55", "2026-12-01 17:00"),
        (Route.ESCALATION, "2026-12-24 09:00", "2027-01-05 17:00"),
    ],
)
def test_each_route_has_its_own_clock(council, route, begins, until):
    start = datetime.fromisoformat(begins).replace(tzinfo=LONDON)
    ends = due(route, start, Hours(council.opens, council.closes), Rules())
    assert ends == datetime.fromisoformat(until).replace(tzinfo=LONDON)


def test_from_eighteen_on_it_is_adult_safeguarding():
    assert opened_by(Decision.REFERRED, AgeBand.ADULT) is Route.ADULT
    assert opened_by(Decision.REFERRED, None) is Route.FRONT_DOOR
    assert opened_by(Decision.TALK_FIRST, None) is None
    assert front_door_of(AgeBand.ADULT) is Route.ADULT
    assert front_door_of(AgeBand.TEEN) is front_door_of(None) is Route.FRONT_DOOR
