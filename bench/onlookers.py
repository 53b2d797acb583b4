"""C2: one more person writes. What do those learn of it who may not read the words?

Everything that they can reach is fetched before and after: each page and file of the desk for the
roles that read no words, what everybody sees, what a member of the young people's council reads,
and what another young person sees by their code. Only the audit may differ, which is a record of
who did what, and is read by an administrator under watch (decision 24).
"""

import re
from collections.abc import Iterator
from datetime import date

from bench.council_house import let_in, told
from bench.desk_house import DeskHouse, desk_house
from bench.figures import Proof
from core.actions import POINT, Action, ActionState
from core.facts import AgeBand, Face, Officer, Role, Voice
from core.summaries import PaperOrder, Period
from services import asking_back, drafting, lookback, meeting, releases, signing
from tests.web.officers.conftest import Desk
from web.officers.policy import POLICY

BLIND = (Role.MEMBERS_READER, Role.ADMINISTRATOR)
QUARTER = Period(date(2027, 1, 1), date(2027, 3, 31))
NEXT = Period(date(2027, 4, 1), date(2027, 4, 30))
RUNNING = re.compile(r'csrf_token" value="[^"]*"|name="once" value="[^"]*"')
WAY = re.compile(r'href="(/desk[^"#]*)')
RECORD = "/desk/audit"
Seen = dict[tuple[str, str], str]


def c2_onlookers() -> Proof:
    """The same pages before and after one more young person spoke of money."""
    with desk_house() as desk:
        worker = desk.hire("worker", Role.PARTICIPATION)
        member, code = _a_year(desk, worker)
        browsers = {role: _browser(desk, role) for role in BLIND}
        before = dict(_all(desk, browsers, member, code))
        told(desk.house, ("money",), "One more.", age_band=AgeBand.TEEN, face=Face.BAD)
        after = dict(_all(desk, browsers, member, code))
    moved = sorted(
        " ".join(key) for key in before.keys() | after.keys() if _moved(key, before, after)
    )
    enough = len(before) > 30 and any("/take/xlsx" in path for _, path in before)
    figure = f"{len(moved)} of {len(before)} pages and files tell of it {moved[:3] or ''}".strip()
    return Proof(
        "C2", "one more view, seen by who reads no words", figure, "0", not moved and enough
    )


def _moved(key: tuple[str, str], before: Seen, after: Seen) -> bool:
    return not key[1].startswith(RECORD) and before.get(key) != after.get(key)


def _a_year(desk: DeskHouse, worker: Officer) -> tuple[str, str]:
    """A quarter that was published, one that is being written up, and a question that was asked."""
    house = desk.house
    let_in(house)
    code = ""
    for voice, theme, many in (
        (Voice.YOUNG_PERSON, "money", 12),
        (Voice.YOUNG_PERSON, "education", 8),
        (Voice.PRACTITIONER, "money", 7),
    ):
        for _ in range(many):
            code = told(house, (theme,), voice=voice)
    desk.now.pass_by(days=95)
    releases.freeze(house, worker, QUARTER)
    first = drafting.begin(house, worker, PaperOrder(QUARTER, date(2027, 5, 11), "4a"))
    drafting.begin(house, worker, PaperOrder(NEXT, date(2027, 5, 4), "5"))
    for theme in ("money", "education"):
        for _ in range(9):
            told(house, (theme,))
    words, on = "Service to pay on time.", date(2027, 4, 1)
    point = Action("", "", POINT, "1", words, "money", "Service", on, ActionState.OPEN, on)
    (kept,) = meeting.keep(house, worker, first.id, (point,))
    asking_back.ask(house, worker, kept, "Is it on time?")
    return signing.add_member(house, worker, "A"), code


def _browser(desk: DeskHouse, role: Role) -> Desk:
    name = role.value.replace("_", "-")
    desk.hire(name, role)
    return desk.browser(name)


def _all(
    desk: DeskHouse, browsers: dict[Role, Desk], member: str, code: str
) -> Iterator[tuple[tuple[str, str], str]]:
    for role, browser in browsers.items():
        starts = [
            rule.rule
            for rule in desk.app.url_map.iter_rules()
            if "GET" in (rule.methods or ()) and "<" not in rule.rule and _may(rule.endpoint, role)
        ]
        yield from ((((role.value, path), text) for path, text in _crawl(browser, starts)))
    anybody = Desk(desk.app)
    for path in ("/", "/board", "/work", "/healthz", "/readyz", "/council"):
        yield ("anybody", path), _text(anybody, path)
    anybody.get("/council")
    anybody.post("/council", code=member)
    yield ("member", "/council"), _text(anybody, "/council")
    yield ("by code", "story"), repr(lookback.open_story(desk.house, code))


def _may(endpoint: str, role: Role) -> bool:
    return role in POLICY[endpoint].roles if endpoint in POLICY else False


def _crawl(browser: Desk, paths: list[str]) -> Iterator[tuple[str, str]]:
    """Each page that this officer can reach by following ways, and each file."""
    seen: set[str] = set()
    while paths:
        path = paths.pop()
        if path in seen or path.startswith(f"{RECORD}?"):
            continue
        seen.add(path)
        text = _text(browser, path)
        paths += [way.replace("&amp;", "&") for way in WAY.findall(text)]
        yield path, text


def _text(browser: Desk, path: str) -> str:
    answer = browser.client.get(path)
    words = (answer.mimetype or "").startswith("text/")
    return RUNNING.sub("", answer.get_data(as_text=True)) if words else repr(answer.get_data())
