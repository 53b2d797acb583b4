"""Who wrote is opened by two people with a reason, or by a lead alone where somebody is at risk."""

import pytest

from core.alerting import OPENED_ALONE
from core.errors import NotFound
from core.facts import Openness, Role, Who
from services import alerts, identity, intake, review
from services.lookback import find_by_code
from tests.services.people import officer, said

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
WHO = Who(Openness.CONTACT, "Kayleigh", "07700 900123")


@pytest.fixture
def pair(house):
    one, _ = officer(house, Role.PARTICIPATION, email="one@council.example")
    two, _ = officer(house, Role.SAFEGUARDING, email="two@council.example")
    return one, two


def send(house, **more):
    code = intake.receive(house, said(who=more.pop("who", WHO), **more)).receipt or ""
    with house.store.reading() as books:
        return find_by_code(books, code).id


def test_a_second_person_opens_it_for_the_one_who_asked_and_the_history_stays(house, pair, now):
    one, two = pair
    view_id = send(house)
    contact = review.open_view(house, one, view_id).contact
    assert contact
    assert (contact.there, contact.who) == (True, None)
    with pytest.raises(identity.SayWhy):
        identity.ask(house, one, view_id, " ")
    identity.ask(house, one, view_id, "They want a lift to the meeting.")
    with pytest.raises(identity.SecondPerson):
        identity.answer(house, one, view_id, agrees=True)
    assert identity.waiting(house, two) == (view_id,)
    identity.answer(house, two, view_id, agrees=True)
    assert identity.look(house, one, view_id).who == WHO
    assert identity.look(house, two, view_id).who is None
    now.pass_by(hours=8)
    contact = identity.look(house, one, view_id)
    assert contact.who is None
    (asking,) = contact.askings
    assert (asking.reason, asking.opened, asking.alone) == (
        "They want a lift to the meeting.",
        True,
        False,
    )
    with house.store.reading() as books:
        verbs = [(line.actor, line.verb) for line in books.audit.lines(view_id)]
    assert (one.id, identity.SAW) in verbs
    assert (two.id, "agreed to open who wrote") in verbs


def test_kept_shut_stays_shut(house, pair):
    one, two = pair
    view_id = send(house)
    identity.ask(house, one, view_id, "Curious.")
    identity.answer(house, two, view_id, agrees=False)
    assert identity.look(house, one, view_id).who is None
    with pytest.raises(NotFound):
        identity.answer(house, two, view_id, agrees=True)


def test_alone_only_where_somebody_is_at_risk_and_the_others_are_told(house, pair):
    _, two = pair
    calm, urgent = send(house), send(house, asked_for_help=True)
    with pytest.raises(identity.NotUrgent):
        identity.open_alone(house, two, calm, "I want to know.")
    identity.open_alone(house, two, urgent, "They are outside in the cold.")
    contact = identity.look(house, two, urgent)
    assert contact.who == WHO
    assert contact.askings[0].alone
    assert OPENED_ALONE in [alert.level for alert in alerts.waiting(house, two)]


def test_a_nickname_is_for_answers_and_is_shown(house, pair):
    view_id = send(house, who=Who(Openness.NICKNAME, "Otter", ""))
    contact = review.open_view(house, pair[0], view_id).contact
    assert contact
    assert (contact.call, contact.there, contact.who) == ("Otter", False, None)
