"""Whom an alert is told to, and by which channels. A level, a time and a link: never words.

Whoever the view is about is told nothing. Where one of them is among those who share a channel or
an address, that channel is left out, and the others are told one by one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.alerting import NOBODY_YET, Alert
from core.dates import with_weekday
from core.duties import READS_WORDS
from core.facts import Notice, Role
from core.presses import TAKE_UP, Press
from core.rota import on_duty
from core.working_days import LONDON, london_day
from services.house import PERSON, SAFEGUARDING, House, naive_utc
from storage.store import Books

NOWHERE = f"{SAFEGUARDING}/desk"  # no sender: it waits where everybody can see that it does
ADMINISTRATOR_WANTED = "Heard needs its administrator today. Please tell them to sign in"
Way = tuple[str, str]  # a channel, and the one address it goes to there, or ""


@dataclass(frozen=True, slots=True)
class OnDuty:
    """Who can be told about one view.

    Args:
        people: officers' ids, the first to be told first.
        letters: the ways to each of them, by id; none where letters are not set up.
        shared: the channels that several people read, where they may be used.
        told_together: addresses that such a channel writes to.
    """

    people: tuple[str, ...]
    letters: Mapping[str, tuple[Way, ...]]
    shared: tuple[Way, ...]
    told_together: frozenset[str] = frozenset()

    def everybody(self) -> list[Way]:
        """The shared channels, and a letter to whoever does not get one by them."""
        alone = (way for way in self.to(self.people) if way[1] not in self.told_together)
        return [*self.shared, *alone]

    def to(self, people: Iterable[str]) -> list[Way]:
        """The ways to these people."""
        return [way for person in people for way in self.letters.get(person, ())]


def duty_of(house: House, books: Books, view_id: str | None) -> OnDuty:
    """Who is on duty today and may know of this view."""
    day = london_day(house.now())
    here = {who.id: (who, email) for who, email, active in books.officers.all() if active}
    about = books.sight.officers_in(view_id) if view_id else frozenset()
    known = books.sight.addresses_in(view_id) if view_id else frozenset()
    leads = sorted(id_ for id_, (who, _) in here.items() if Role.SAFEGUARDING in who.roles)
    turns = books.rotas.duties(day), books.rotas.absences(day), leads
    everybody = on_duty(day, *turns, here.keys())
    met = about & set(everybody) or known & house.addresses
    by = house.channels.get(PERSON, ())
    readers = sorted(id_ for id_, (who, _) in here.items() if who.roles & READS_WORDS)
    return OnDuty(
        people=on_duty(day, *turns, here.keys() - about)
        or tuple(id_ for id_ in readers if id_ not in about),
        letters={id_: tuple((way, email) for way in by) for id_, (_, email) in here.items()},
        shared=() if met else _shared(house),
        told_together=frozenset() if met else house.addresses,
    )


def _shared(house: House) -> tuple[Way, ...]:
    return tuple((channel, "") for channel in house.channels.get(SAFEGUARDING, ()))


def tell(house: House, books: Books, alerts: Iterable[Alert]) -> None:
    """Queue new alerts: to the shared channels, and to whoever is first on duty."""
    by_way: dict[tuple[str, Way, str], list[Alert]] = {}
    for alert in alerts:
        level, ways = _first(house, books, alert)
        for way in ways or [(NOWHERE, "")]:
            by_way.setdefault((level, way, _alone(books, alert)), []).append(alert)
    for (level, way, _), several in by_way.items():
        told = level if len(several) == 1 else f"{level} ({len(several)} of them)"
        put(house, books, told, [way], several[0].id if len(several) == 1 else None)


def _alone(books: Books, alert: Alert) -> str:
    """What keeps an alert out of a letter about several.

    Rationale: a letter that did not go out stands at the desk, where whoever one of several is
    about must not read how many there are.
    """
    return alert.id if alert.view_id and books.sight.officers_in(alert.view_id) else ""


def _first(house: House, books: Books, alert: Alert) -> tuple[str, list[Way]]:
    duty = duty_of(house, books, alert.view_id)
    if not duty.shared and not duty.to(duty.people):
        return ADMINISTRATOR_WANTED, _administrators(house, books, alert)
    if not duty.shared:
        return alert.level, duty.to(duty.people)
    first = (way for way in duty.to(duty.people[:1]) if way[1] not in duty.told_together)
    return alert.level, [*duty.shared, *first]


def pass_on(house: House, books: Books, alerts: Iterable[Alert]) -> None:
    """Queue alerts that nobody took up for the next people: one notice for each way."""
    by_way: dict[tuple[Way, str], list[Alert]] = {}
    for alert in alerts:
        ways = _next(house, books, alert)
        if ways is None:
            put(house, books, ADMINISTRATOR_WANTED, _administrators(house, books, alert))
        for way in ways or ():
            by_way.setdefault((way, _alone(books, alert)), []).append(alert)
    for (way, _), several in by_way.items():
        worst = max(several, key=lambda alert: alert.urgent)
        level = f"{worst.level[:1].lower()}{worst.level[1:]}"
        if len(several) == 1:
            put(house, books, f"{NOBODY_YET}: {level}", [way], worst.id)
        else:
            put(house, books, f"{NOBODY_YET}: {len(several)} alerts, such as: {level}", [way])


def _next(house: House, books: Books, alert: Alert) -> list[Way] | None:
    """The next person on the rota; once all were told, everybody again; None where nobody may."""
    duty = duty_of(house, books, alert.view_id)
    if not duty.shared and not duty.to(duty.people):
        return None
    if alert.step < len(duty.people) and (
        alone := duty.to(duty.people[alert.step : alert.step + 1])
    ):
        return alone
    return duty.everybody()


def put(
    house: House, books: Books, level: str, ways: Iterable[Way], alert_id: str | None = None
) -> None:
    """Queue one notice for each way; where there is none, it waits where the desk shows it."""
    now = house.now()
    at = f"{with_weekday(london_day(now))}, {now.astimezone(LONDON):%H:%M}"
    body = f"{level}.\n{at}.\nSign in to see: {house.desk_url}"
    subject = f"Heard: {level[:1].lower()}{level[1:]}"
    for channel, recipient in [*ways] or [(NOWHERE, "")]:
        books.outbox.put(
            channel,
            subject,
            body,
            naive_utc(now),
            presses=[Press(TAKE_UP, "I have this", alert_id)] if alert_id else (),
            alert_id=alert_id,
            recipient=recipient,
        )


def write_to(house: House, books: Books, email: str, what: str) -> None:
    """Queue a letter to an officer about their own account, where letters are set up."""
    now = house.now()
    at = f"{with_weekday(london_day(now))}, {now.astimezone(LONDON):%H:%M}"
    body = f"{what}.\n{at}.\nWas it not you? Tell your safeguarding lead now."
    for channel in house.channels.get(PERSON, ()):
        books.outbox.put(channel, f"Heard: {what.lower()}", body, naive_utc(now), recipient=email)


def tell_all(house: House, books: Books, level: str) -> None:
    """Queue a notice that needs nobody to take it up, for each channel of the leads."""
    put(house, books, level, _shared(house))


def find_a_way(house: House, notice: Notice) -> bool:
    """Send what was told nowhere by the channels that were set up since; whether there are any."""
    if notice.audience != NOWHERE or not (shared := _shared(house)):
        return False
    now = naive_utc(house.now())
    with house.store.transaction() as books:
        about = books.outbox.alert_of(notice.id)
        for channel, _ in shared:
            books.outbox.put(
                channel, notice.subject, notice.body, now, presses=notice.presses, alert_id=about
            )
        books.outbox.sent(notice.id, now)
    return True


def _administrators(house: House, books: Books, alert: Alert) -> list[Way]:
    """The ways to whoever can let another reader in.

    Rationale: where everyone who reads is named, only somebody new can read. An administrator who
    cannot be written to is reached where all look, in words that say nothing of a view.
    """
    duty = duty_of(house, books, alert.view_id)
    here = (who.id for who, _, on in books.officers.all() if on and Role.ADMINISTRATOR in who.roles)
    return duty.to(here) or [*_shared(house)]
