"""Officers in Slack: linked by a code that works once, and told numbers as in a paper."""

from dataclasses import replace
from datetime import date, time

import pytest

from core.brakes import TooFast
from core.errors import NotAllowed
from core.facts import Role, Voice
from core.linking import NotLinked, WrongLinkCode
from core.summaries import Period
from core.working_days import LONDON
from services import accounts, daily, intake, linking, outbox, releases
from services.house import OFFICER, PARTICIPATION
from tests.bot import slack_side
from tests.bot.limits import check_message, check_view
from tests.bot.slack_side import TEAM, USER, filled
from tests.services.people import grouped, officer, said

PERSON = f"{TEAM}/{USER['id']}"


@pytest.fixture
def engine_name():
    """One engine is enough: tests/services/test_linking.py tries the tables on both."""
    return "sqlite"


@pytest.fixture
def reader(house):
    return officer(house, Role.PARTICIPATION)[0]


@pytest.fixture
def house(house):
    house.channels.update({OFFICER: ("officer/slack",), PARTICIPATION: ("participation/mail",)})
    return house


def link(slack, slack_api, code):
    slack.send(slack_side.command("link"))
    form = slack_api.wait_for("views.open")[-1].body["view"]
    check_view(form)
    return slack.send(filled(form, link_code=code))


def test_the_desks_code_links_once(slack, slack_api, house, reader):
    code = linking.offer(house, reader)
    spaced = f"{code[:3]} {code[3:6]} {code[6:]}"
    check_view(link(slack, slack_api, spaced).body["view"])
    assert linking.officer_of(house, PERSON) == reader
    assert "does not fit" in link(slack, slack_api, code).body["errors"]["link_code"]


def test_a_code_is_over_after_ten_minutes(slack, slack_api, house, reader, now):
    code = linking.offer(house, reader)
    now.pass_by(minutes=11)
    assert "does not fit" in link(slack, slack_api, code).body["errors"]["link_code"]


def test_guessing_codes_is_stopped(house, reader):
    code = linking.offer(house, reader)
    for _ in range(20):
        with pytest.raises(WrongLinkCode):
            linking.link(house, PERSON, "000000000")
    with pytest.raises(TooFast):
        linking.link(house, PERSON, code)


def test_a_theme_and_a_period_are_answered_in_private_as_published(slack, house, reader):
    for _ in range(6):
        grouped(house, reader, ("money",), voice=Voice.YOUNG_PERSON)
    grouped(house, reader, ("money",), voice=Voice.PRACTITIONER)
    linking.link(house, PERSON, linking.offer(house, reader))
    early = slack.send(slack_side.command("summary money January 2027"))
    assert "No numbers were published for those days." in early.body["text"]
    worker = officer(house, Role.PARTICIPATION, email="worker@council.example")[0]
    releases.freeze(house, worker, Period(date(2027, 1, 1), date(2027, 1, 31)))
    reply = slack.send(slack_side.command("summary money January 2027"))
    assert reply.body["response_type"] == "ephemeral"
    assert "Money, 1 January 2027 to 31 January 2027" in reply.body["text"]
    assert "1 views" not in reply.text
    assert reply.body["text"] in slack_side.texts(reply.body["blocks"])


@pytest.mark.parametrize("asked", ["summary", "summary money", "summary Jamie was hurt 2027-01"])
def test_what_names_no_theme_or_period_is_explained_and_not_repeated(slack, house, reader, asked):
    linking.link(house, PERSON, linking.offer(house, reader))
    reply = slack.send(slack_side.command(asked))
    assert "Type a theme and a period" in reply.body["text"]
    assert "Jamie" not in reply.raw


def test_whoever_is_not_linked_learns_nothing(slack):
    assert "Only officers" in slack.send(slack_side.command("summary money 2027-01")).body["text"]


def test_who_was_stopped_at_the_desk_or_may_not_see_it_is_refused_in_that_moment(slack, house):
    admin = officer(house, Role.ADMINISTRATOR, email="a@council.example")[0]
    lead = officer(house, Role.SAFEGUARDING, email="s@council.example")[0]
    linking.link(house, PERSON, linking.offer(house, lead))
    asked = slack_side.command("summary money 2027-01")
    assert slack.send(asked).body["text"] == str(NotAllowed())
    accounts.set_active(house, admin, lead.id, False)
    assert slack.send(asked).body["text"] == str(NotLinked())


def at(house, hour):
    moment = house.now().astimezone(LONDON).replace(hour=hour)
    return replace(house, now=lambda: moment)


def test_the_days_word_holds_counts_and_no_words_and_comes_once(slack_api, house, reader, senders):
    linking.link(house, PERSON, linking.offer(house, reader))
    intake.receive(house, said("My canary words."))
    assert daily.send_due(at(house, 8)) == 0
    assert daily.send_due(at(house, 9)) == 2
    assert daily.send_due(at(house, 10)) == 0
    outbox.deliver_due(house, {**senders, "officer/slack": senders["writer/slack"]})
    [message] = slack_api.sent("chat.postMessage")
    check_message(message.body)
    assert "1 that nobody has read" in message.body["text"]
    assert "canary" not in repr(message.body)


def test_the_hour_of_the_days_word_is_the_councils_own(house, reader):
    linking.link(house, PERSON, linking.offer(house, reader))
    intake.receive(house, said())
    later = replace(house, council=replace(house.council, digest_at=time(15)))
    assert daily.send_due(at(later, 14)) == 0
    assert daily.send_due(at(later, 15)) == 2


def test_a_quiet_day_and_a_weekend_send_nothing(house, reader, now):
    linking.link(house, PERSON, linking.offer(house, reader))
    assert daily.send_due(at(house, 9)) == 0
    intake.receive(house, said())
    now.pass_by(days=4)
    assert daily.send_due(at(house, 9)) == 0


def test_the_team_is_told_no_number(house, reader):
    intake.receive(house, said())
    daily.send_due(at(house, 9))
    now = house.now().replace(tzinfo=None)
    with house.store.transaction() as books:
        [notice] = books.outbox.claim(now, now, 9)
    assert notice.audience == "participation/mail"
    assert not any(letter.isdigit() for letter in notice.body.partition("Sign in")[0])
