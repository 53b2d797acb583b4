"""B10, D5, D13: whose addresses there are, who is curious, and who has just left."""

import random
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from bench.desk_house import DeskHouse, desk_house
from bench.figures import Proof
from core.attention import Why
from core.curiosity import MANY, Notice
from core.errors import SayWhy, SignInFailed
from core.facts import Officer, PersonalDetail, Role, Suggestions, Worry
from services import accounts, ownership, review, searching, staffing, watch
from services.house import House
from tests.web.officers.conftest import Desk

SAMPLES = 1_000
LOW, HIGH = 0.45, 0.55
KNOWN, UNKNOWN = "rita@council.example", "nobody@council.example"


class _Counting:
    """A hasher that counts how often it is asked."""

    def __init__(self, whole: object) -> None:
        self.whole, self.asked = whole, 0

    def verify(self, *given: str) -> bool:
        """Ask the real one."""
        self.asked += 1
        return bool(self.whole.verify(*given))  # type: ignore[attr-defined]


def b10_work() -> Proof:
    """Wrong passwords for an officer and for nobody cost one hashing each."""
    counted = []
    with desk_house() as desk:
        desk.hire("rita", Role.REVIEWER)
        kept = accounts.HASHER
        for email in (KNOWN, UNKNOWN):
            accounts.HASHER = counter = _Counting(kept)  # type: ignore[assignment]
            _miss(desk, email)
            counted.append(counter.asked)
        accounts.HASHER = kept
    told = f"{counted[0]} and {counted[1]}"
    return Proof("B10", "hashings, known and unknown address", told, "1 and 1", counted == [1, 1])


def b10_times() -> Proof:
    """With hardly any work in the hash, so that whatever else differs would show."""
    with desk_house() as desk:
        desk.hire("rita", Role.REVIEWER)
        known, unknown = _times(desk)
    share = _auc(known, unknown)
    name = f"Mann-Whitney AUC of {SAMPLES} misses each"
    return Proof("B10", name, f"{share:.3f}", f"{LOW} to {HIGH}", LOW <= share <= HIGH)


def _miss(desk: DeskHouse, email: str) -> float:
    start = time.perf_counter()
    with suppress(SignInFailed):
        accounts.sign_in(desk.house, email, "not the password", "123456")
    return time.perf_counter() - start


def _times(desk: DeskHouse) -> tuple[list[float], list[float]]:
    """In a shuffled order, so that whatever else the machine does hits both alike."""
    order = [KNOWN, UNKNOWN] * SAMPLES
    random.Random(10).shuffle(order)
    times: dict[str, list[float]] = {KNOWN: [], UNKNOWN: []}
    for email in order:
        desk.now.pass_by(seconds=61)
        times[email].append(_miss(desk, email))
    return times[KNOWN], times[UNKNOWN]


def _auc(one: list[float], other: list[float]) -> float:
    """The chance that a time of the one is longer than one of the other; a half tells nothing."""
    ranked = sorted((value, which) for which, values in enumerate((one, other)) for value in values)
    ranks = sum(place for place, (_, which) in enumerate(ranked, 1) if which == 0)
    return (ranks - len(one) * (len(one) + 1) / 2) / (len(one) * len(other))


class _KnowsKay:
    def suggest(self, text: str) -> Suggestions:
        """A tagger to whom Kay is a name."""
        at = text.find("Kay")
        found = (PersonalDetail(at, at + 3, "PERSON"),) if at >= 0 else ()
        return Suggestions(worry=Worry.NONE, language="en", method="kay", personal=found)


def d5() -> Proof:
    """A search for a child, many openings aside, reading and taking out at night: each is told."""
    with desk_house() as desk:
        house = replace(desk.house, tagger=_KnowsKay())
        lead, pat = desk.hire("sam", Role.SAFEGUARDING), desk.hire("pat", Role.PARTICIPATION)
        views = [desk.tell(f"words {number}") for number in range(MANY + 2)]
        refused = sum(_asks_why(house, lead, pat, view_id) for view_id in views)
        searching.search(house, pat, "kay", reason="her mother rang")
        desk.now.pass_by(hours=16)
        review.open_view(house, pat, views[0], Why.QUALITY)
        with house.store.transaction() as books:
            watch.watch_export(house, books, pat)
        told = {one.kind for one in watch.noticed(house, lead)}
        with house.store.reading() as books:
            lines = [line for line in books.audit.lines() if line.verb == "read"]
            times = books.openings.times(views[0]).times
    ok = told == set(Notice) and refused == len(views) and times == 2
    ok = ok and all(line.detail in set(Why) for line in lines)
    figure = (
        f"{len(told)} of {len(Notice)} kinds told; {refused} of {len(views)} openings aside asked "
        f"why; {len(lines)} readings, each with who and why; its writer is told of {times}"
    )
    return Proof("D5", "curiosity", figure, "all", ok)


def _asks_why(house: House, owner: Officer, reader: Officer, view_id: str) -> bool:
    """Whether a view in another's hands opens only with a reason; then it is opened with one."""
    ownership.give(house, owner, view_id, owner.id)
    try:
        review.open_view(house, reader, view_id)
    except SayWhy:
        review.open_view(house, reader, view_id, Why.QUALITY)
        return True
    return False


def d13() -> Proof:
    """A leaver, a changed role, a stopped account, a lost phone: the next request is refused."""
    out = 0
    with desk_house() as desk:
        admin, pat = desk.hire("ada", Role.ADMINISTRATOR), desk.hire("pat", Role.PARTICIPATION)
        house, view_id = desk.house, desk.tell("words")
        changes: dict[str, Callable[[str], object]] = {
            "leaves": lambda who: staffing.leave(house, admin, who, pat.id),
            "role": lambda who: staffing.change(house, admin, who, {Role.MEMBERS_READER}, ""),
            "stopped": lambda who: accounts.set_active(house, admin, who, False),
            "phone": lambda who: staffing.ask_factor(house, admin, who),
        }
        for name, change in changes.items():
            who, browser = desk.hire(name, Role.REVIEWER), desk.browser(name)
            assert not _is_out(browser, view_id)
            change(who.id)
            out += _is_out(browser, view_id)
        handed = _handed_over(desk, admin.id, pat.id)
    figure = f"{out} of {len(changes)} out at the next request; views handed over: {handed}"
    return Proof("D13", "leaver, role, stop, phone", figure, "all", handed and out == len(changes))


def _is_out(browser: Desk, view_id: str) -> bool:
    answer = browser.client.get(f"/desk/views/{view_id}")
    return answer.status_code in (303, 404) and b"desk-words" not in answer.data


def _handed_over(desk: DeskHouse, admin_id: str, to: str) -> bool:
    with desk.house.store.reading() as books:
        everyone = {who.id: who for who, _, _ in books.officers.all()}
    leaver = desk.hire("leaver", Role.REVIEWER)
    view_id = desk.tell("in hand")
    ownership.give(desk.house, leaver, view_id, leaver.id)
    staffing.leave(desk.house, everyone[admin_id], leaver.id, to)
    with desk.house.store.reading() as books:
        view = books.views.find(view_id)
    return view is not None and view.owner_id == to
