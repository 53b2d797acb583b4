"""Nothing at the desk tells whoever is named that there is a view: no number, letter or line."""

from dataclasses import replace
from itertools import count

import pytest

from core.asked import Asked
from core.counting import EVERYTHING
from core.errors import WrongCode
from core.facts import Role, Worry
from core.subjects import StaffLine
from core.summaries import PaperOrder, Period
from services import (
    alerts,
    auditing,
    catalogue,
    digest,
    keeping,
    lookback,
    outbox,
    ownership,
    papers,
    readback,
    register,
    rights,
    sorting,
    staffing,
    subjects,
    theme_answers,
)
from services.house import PERSON
from services.theme_answers import NobodyThere, Reply
from tests.services import test_sight as others
from tests.services.people import grouped, officer
from tests.services.readers import Quick

ON_SQLITE, SARAH, send = others.ON_SQLITE, others.SARAH, others.send
sarah, lead = others.sarah, others.lead


@ON_SQLITE
def test_no_number_at_the_desk_moves_for_whoever_is_kept_out(house, now):
    """A child who names her writes, writes more, corrects us and is answered with all others."""
    all_roles = (Role.PARTICIPATION, Role.SAFEGUARDING, Role.ADMINISTRATOR)
    register.take(house, None, [StaffLine(2, "Sarah Jones", email=SARAH)])
    sarah = officer(house, *all_roles, email=SARAH)[0]
    other = officer(house, *all_roles, email="other@council.example")[0]
    day, days = now().date(), Period(now().date(), now().date())
    for _ in range(6):
        grouped(house, other, ("education",))

    told = count()

    def every_number():
        words = f"We will, {next(told)}."
        theme_answers.answer_theme(house, other, Reply("education", words, words))
        telling = [one for one in alerts.undelivered(house, sarah) if "risk" in one.subject]
        return (
            keeping.plan(house, sarah).kept,
            digest.look(house, sarah, days, EVERYTHING),
            {(one.reached, one.read) for one in theme_answers.answered(house, sarah)},
            {one.theme.key: one.views for one in catalogue.listed(house, sarah) if one.views},
            catalogue.one(house, sarah, "education").views,
            papers.preview(house, sarah, PaperOrder(days, day, "4")).record.corrected,
            (turn := sorting.next_to_sort(house, sarah, "education")) and turn.left,
            staffing.one(house, sarah, other.id).in_hand,
            telling,
        )

    before = every_number()
    urgent = replace(house, tagger=Quick(Worry.URGENT), channels={PERSON: ("person/none",)})
    named, code = grouped(urgent, other, ("education",), words="Sarah Jones shouts at me.")
    lookback.say_more(house, code, "She did it again.", "form")
    readback.correct(house, code, ("money",))
    ownership.give(house, other, named, other.id)
    outbox.deliver_due(house, {})
    assert [one for one in alerts.undelivered(house, other) if "risk" in one.subject]
    assert every_number() == before
    assert catalogue.merge(house, sarah, "education", "money") == 6
    assert staffing.leave(house, sarah, other.id, None) == 0


@ON_SQLITE
def test_a_view_that_is_alone_in_its_theme_is_as_none(house):
    register.take(house, None, [StaffLine(2, "Sarah Jones", email=SARAH)])
    sarah = officer(house, *Role, email=SARAH)[0]
    other = officer(house, Role.PARTICIPATION, email="other@council.example")[0]
    view_id, code = grouped(house, other, ("money",), words="Sarah Jones takes my money.")
    assert sorting.next_to_sort(house, sarah, "money") is None
    with pytest.raises(NobodyThere):
        theme_answers.answer_theme(house, sarah, Reply("money", "We will see.", "We will see."))
    with pytest.raises(WrongCode):
        rights.find(house, sarah, code)
    assert rights.find(house, other, code) == view_id


@ON_SQLITE
def test_the_audit_tells_nobody_here_whom_a_view_is_about(house, sarah, lead):
    admin = officer(house, Role.ADMINISTRATOR, email="admin@council.example")[0]
    named, _ = send(house, "Sarah Jones shouts at me.")
    calm, _ = send(house, "My school is good.")
    (subject,) = subjects.of_view(house, lead, named)
    subjects.ask_to_lift(house, lead, named, subject.person_id, reason="praise")
    subjects.name(house, lead, calm, subject.person_id)
    page = auditing.page(house, admin, Asked())
    assert not {named, calm} & {line.subject for line in page.lines}
    assert subject.person_id not in {line.detail for line in page.lines}
    assert [line.detail for line in page.lines if line.verb == subjects.ASKED] == [auditing.KEPT]
    assert auditing.page(house, admin, Asked(subject=named)).lines == ()
