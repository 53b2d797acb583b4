"""Somebody must look: told in the transaction that stores the words, until somebody has it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from core.alerting import ASKED, LEVELS, Alert, TakenUp, next_due
from core.duties import SAFEGUARDS, must_hold
from core.errors import NotFound
from core.facts import Officer, Voice, Worry
from core.working_days import london_day
from services import sight, tallying, telling
from services.house import House, naive_utc, office_hours
from storage.outbox import Stuck
from storage.store import Books


def raise_alert(
    house: House, books: Books, view_id: str | None, voice: Voice, worry: Worry, *, asked: bool
) -> None:
    """Queue that somebody must look at a view, in the same transaction as its words."""
    urgent = asked or worry is Worry.URGENT
    due = _next_due(house, urgent=urgent)
    level = ASKED[voice] if asked else LEVELS[worry]
    now = naive_utc(house.now())
    alert = books.alerts.raise_(view_id, level, urgent=urgent, at=now, due_at=due)
    telling.tell(house, books, [alert])


def raise_late(house: House, books: Books, late: Iterable[tuple[str, str]]) -> None:
    """Queue what is late about each view; it goes on until somebody has it.

    Args:
        late: view ids, each with what to say; several that say the same go out as one.
    """
    now, due = naive_utc(house.now()), _next_due(house, urgent=False)
    raised = [
        books.alerts.raise_(view_id, level, urgent=False, at=now, due_at=due)
        for view_id, level in late
    ]
    telling.tell(house, books, raised)


def _next_due(house: House, *, urgent: bool) -> datetime:
    rules = house.rules
    minutes = rules.urgent_minutes if urgent else rules.other_minutes
    return naive_utc(next_due(house.now(), office_hours(house), minutes, urgent=urgent))


def tell_safeguarding(house: House, books: Books, level: str) -> None:
    """Queue a notice that needs nobody to take it up, for each channel of the leads."""
    telling.tell_all(house, books, level)


def escalate_due(house: House) -> int:
    """Tell the next people about alerts that nobody took up in time; how many there were.

    Who is told of several at once gets one letter, so that the fifth is not lost among twenty.
    """
    now = naive_utc(house.now())
    with house.store.reading() as books:
        late = books.alerts.due(now)
    if not late:
        return 0
    with house.store.transaction() as books:
        passed_on = [one for one in map(books.alerts.find, late) if one and one.is_due(now)]
        for alert in passed_on:
            books.alerts.escalate(alert, _next_due(house, urgent=alert.urgent))
        telling.pass_on(house, books, [replace(one, step=one.step + 1) for one in passed_on])
        if passed_on:
            tallying.count(house, books, "clock", "alert passed on", n=len(passed_on))
    return len(passed_on)


def acknowledge(house: House, alert_id: str, by: Officer | str) -> TakenUp:
    """Somebody takes an alert up, once, and all others about its view; later ones are told who.

    Args:
        by: an officer at the desk, or the name that Slack gives for who pressed the button in the
            duty channel.

    Raises:
        NotFound: there is no such alert, or it is about a view that this officer may not know of.
    """
    name = by.name if isinstance(by, Officer) else f"{by} (in Slack)"[:200]
    if isinstance(by, Officer):
        must_hold(by, SAFEGUARDS)
    with house.store.transaction() as books:
        alert = books.alerts.find(alert_id)
        if alert is None:
            raise NotFound
        if isinstance(by, Officer) and alert.view_id:
            sight.must_see(books, by, alert.view_id)
        if alert.taken_by:
            return TakenUp(alert.taken_by, just_now=False)
        _take_up(house, books, alert, name)
        actor = by.id if isinstance(by, Officer) else "door:slack"
        books.audit.append(house.now().isoformat(), actor, "alert taken up", alert_id, name)
    return TakenUp(name, just_now=True)


def _take_up(house: House, books: Books, alert: Alert, name: str) -> None:
    """This alert and all others about its matter are over."""
    for one in (alert, *(books.alerts.of_view(alert.view_id) if alert.view_id else ())):
        if not one.taken_by and one.matter == alert.matter:
            books.alerts.take_up(one, name, london_day(house.now()))
            books.outbox.drop(one.id)


def decided(house: House, books: Books, view_id: str, by: Officer) -> None:
    """Whoever decides about a view has it in hand, so its alerts tell nobody else."""
    for alert in books.alerts.of_view(view_id):
        if not alert.taken_by and alert.matter == view_id:
            _take_up(house, books, alert, by.name)
            at = house.now().isoformat()
            books.audit.append(at, by.id, "alert taken up", alert.id, by.name)
            return


def waiting(house: House, officer: Officer) -> tuple[Alert, ...]:
    """The alerts that nobody has taken up, one a view, save what is kept from this officer."""
    must_hold(officer, SAFEGUARDS)
    with house.store.reading() as books:
        hidden = sight.hidden_from(books, officer)
        seen = [one for one in books.alerts.waiting() if one.view_id not in hidden]
    first: dict[str, Alert] = {}
    for one in seen:  # an urgent one keeps its place, however many others are about its view
        first.setdefault(one.matter, one)
    return tuple(first.values())


def of_view(house: House, officer: Officer, view_id: str) -> tuple[Alert, ...]:
    """The alerts about a view, those that nobody has taken up first."""
    must_hold(officer, SAFEGUARDS)
    with house.store.reading() as books:
        sight.must_see(books, officer, view_id)
        mine = [one for one in books.alerts.of_view(view_id) if one.matter == view_id]
    return tuple(sorted(mine, key=lambda one: (bool(one.taken_by), one.raised_at)))


def in_hand(house: House, officer: Officer, view_ids: Iterable[str]) -> dict[str, str]:
    """Which of these views has whom, by the alert that they took up."""
    must_hold(officer, SAFEGUARDS)
    with house.store.reading() as books:
        hidden = sight.hidden_from(books, officer)
        return books.alerts.taken(one for one in view_ids if one not in hidden)


def undelivered(house: House, officer: Officer) -> tuple[Stuck, ...]:
    """Notices that were tried and did not go out yet, save those about what is kept from them."""
    must_hold(officer, SAFEGUARDS)
    with house.store.reading() as books:
        about = books.alerts.about(sight.hidden_from(books, officer))
        return books.outbox.stuck(without=about)
