"""B1, B9, B12: who reaches what, how long a session lives, and the headers on every answer."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from flask import Flask

from bench.desk_house import DeskHouse, desk_house
from bench.figures import Proof
from core.facts import Officer, Role
from services import accounts, staffing
from storage.sight import Sight
from tests.web.officers.conftest import Desk
from web.officers.policy import POLICY

METHODS = ("GET", "POST")
REACHED = frozenset({200, 201, 303, 409, 422})
NOT_SET_UP = frozenset({"desk.go_to_provider", "desk.back_from_provider"})
BY_CODE = frozenset({"desk.open_welcome"})  # its object is the code of an invitation; none is sent
NAMED = {"theme_key": "money", "group_key": "hours", "family_key": "help_line"}


def _rules(app: Flask) -> Iterator[tuple[str, str, str]]:
    for rule in app.url_map.iter_rules():
        for method in METHODS:
            if rule.endpoint.startswith("desk.") and method in (rule.methods or ()):
                yield rule.endpoint, rule.rule, method


def _path(rule: str, view_id: str, officer_id: str) -> str:
    named = {"view_id": view_id, "officer_id": officer_id, **NAMED}
    return re.sub(r"<(?:\w+:)?(\w+)>", lambda at: named.get(at.group(1), "nothing"), rule)


def _ask(browser: Desk, method: str, path: str) -> tuple[int, str]:
    answer = browser.client.open(path, method=method, data={"csrf_token": browser.token})
    body = answer.get_data(as_text=True) if answer.mimetype == "text/html" else ""
    return answer.status_code, re.sub(r'name="csrf_token" value="[^"]*"', "", body)


def b1() -> Proof:
    """Every role, and nobody, at every rule of the desk by GET and POST, at four objects."""
    with desk_house() as desk:
        people = {role: desk.hire(role.value.replace("_", "-"), role) for role in Role}
        spare = desk.hire("spare", Role.READER)
        objects = {name: desk.tell(f"{name} words") for name in ("seen", "hidden")}
        objects |= {"not there": "A" * 22, "odd": "x'--"}
        with _hidden_from_all(objects["hidden"]):
            found = [c for role in (None, *Role) for c in _cells_of(desk, role, objects, spare.id)]
    assert len(people) == len(Role)
    cells, wrong = len(found), [one for one in found if one is not None]
    figure = f"{cells - len(wrong)} of {cells} cells as declared {wrong[:3] or ''}".strip()
    mark = "all; not yours, hidden and not there are one 404, or one 422 before anything is read"
    return Proof("B1", "role x rule x method x object", figure, mark, not wrong)


@contextmanager
def _hidden_from_all(view_id: str) -> Iterator[None]:
    """As if everybody were named in that view."""
    whole = Sight.hidden_from, Sight.is_hidden
    Sight.hidden_from = lambda *_: frozenset({view_id})  # type: ignore[method-assign] # for this proof alone
    Sight.is_hidden = lambda _, asked, *__: asked == view_id  # type: ignore[method-assign] # for this proof alone
    try:
        yield
    finally:
        Sight.hidden_from, Sight.is_hidden = whole  # type: ignore[method-assign] # for this proof alone


def _cells_of(
    desk: DeskHouse, role: Role | None, objects: dict[str, str], spare: str
) -> Iterator[str | None]:
    name = "" if role is None else role.value.replace("_", "-")
    nowhere = _ask(_open(desk, name), "GET", "/desk/nothing-here")[1]
    for endpoint, rule, method in _rules(desk.app):
        if endpoint in NOT_SET_UP or endpoint == "desk.sign_out":
            continue
        for thing, view_id in objects.items() if "<view_id>" in rule else [("", "")]:
            status, text = _ask(_open(desk, name), method, _path(rule, view_id, spare))
            access = POLICY[endpoint]
            may = access.anyone or (role is not None and role in access.roles)
            has_object = "<" in rule or endpoint in BY_CODE
            ok = _as_declared(role, may, thing, status, has_object, text == nowhere)
            yield None if ok else f"{role} {method} {endpoint} {thing}: {status}"


def _open(desk: DeskHouse, name: str) -> Desk:
    """A browser of this officer's own, kept between requests; nobody's for an empty name."""
    kept: dict[str, Desk] = desk.app.extensions.setdefault("proof_browsers", {})
    if name not in kept or not name or kept[name].client.get("/desk/keys").status_code == 303:
        kept[name] = desk.browser(name) if name else Desk(desk.app)
        kept[name].get("/desk/sign-in")
    return kept[name]


def _as_declared(
    role: Role | None, may: bool, thing: str, status: int, has_object: bool, is_404: bool
) -> bool:
    if not may:
        return status in (303, 401, 404) if role is None else status == 404 and is_404
    if thing in ("hidden", "not there", "odd"):
        # 422: the form itself was wrong, and nothing was looked up.
        return status == 422 or (status == 404 and is_404)
    return status in REACHED or (has_object and status in (400, 403, 404))


@dataclass(slots=True)
class _Sessions:
    """One officer's sessions, and what was found of them."""

    desk: DeskHouse
    officer: Officer
    found: dict[str, bool] = field(default_factory=dict)

    def fresh(self) -> str:
        """The token of a new session."""
        self.desk.now.pass_by(minutes=1)
        token, now = f"token at {self.desk.now()}", self.desk.now().replace(tzinfo=None)
        with self.desk.house.store.transaction() as books:
            books.officers.open_session(self.officer.id, token, now)
        return token

    def live(self, token: str) -> bool:
        """Whether it opens anything."""
        return accounts.officer_of(self.desk.house, token) is not None


def b9() -> Proof:
    """A session is new at sign-in, dead at sign-out, after half an hour, and when a role goes."""
    with desk_house(https=True) as desk:
        held = _Sessions(desk, desk.hire("rita", Role.REVIEWER))
        _they_end(held)
        _they_follow_the_officer(held, desk.hire("ada", Role.ADMINISTRATOR))
        held.found["the cookie"] = _cookie_is_tight(desk)
    missed = [name for name, ok in held.found.items() if not ok]
    figure = f"{len(held.found) - len(missed)} of {len(held.found)} hold {missed or ''}".strip()
    return Proof("B9", "sessions", figure, "all", not missed)


def _they_end(held: _Sessions) -> None:
    one, two = held.fresh(), held.fresh()
    held.found["two sessions are two"] = held.live(one) and held.live(two) and one != two
    accounts.sign_out(held.desk.house, one)
    held.found["sign-out kills one on the server"] = not held.live(one) and held.live(two)
    held.desk.now.pass_by(minutes=31)
    held.found["idle for 31 minutes"] = not held.live(two)
    long = held.fresh()
    for _ in range(25):
        held.desk.now.pass_by(minutes=29)
        held.live(long)
    held.found["12 hours at most"] = not held.live(long)


def _they_follow_the_officer(held: _Sessions, admin: Officer) -> None:
    here, house = held.fresh(), held.desk.house
    staffing.change(house, admin, held.officer.id, {Role.MEMBERS_READER}, "")
    seen = accounts.officer_of(house, here)
    went = seen is not None and Role.REVIEWER not in seen.roles
    held.found["a role that went is gone at once"] = went
    accounts.set_active(house, admin, held.officer.id, False)
    held.found["stopped is out at once"] = not held.live(here)


def _cookie_is_tight(desk: DeskHouse) -> bool:
    answer = desk.app.test_client().get("/desk/", base_url="https://heard.example")
    told = [cookie for cookie in answer.headers.getlist("Set-Cookie") if "=;" not in cookie]
    tight = ("Secure", "HttpOnly", "Path=/")
    return all(c.startswith("__Host-") and all(one in c for one in tight) for c in told)


HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
}


def _breaks() -> str:
    raise ZeroDivisionError


def b12() -> Proof:
    """The headers on each rule's answer to GET and POST, on a 404, a 405, a 500 and a file."""
    bad: list[str] = []
    asked = 0
    with desk_house(https=True) as desk:
        desk.app.config["PROPAGATE_EXCEPTIONS"] = False
        desk.app.add_url_rule("/breaks", "breaks", _breaks)
        client = desk.app.test_client()
        rules = [re.sub(r"<[^>]+>", "x", rule.rule) for rule in desk.app.url_map.iter_rules()]
        paths = {(method, path) for path in rules for method in METHODS}
        style = re.search(r"/static/[\w.-]+css", client.get("/desk/sign-in").get_data(as_text=True))
        extra = {("GET", "/breaks"), ("GET", "/no-such-page"), ("PUT", "/write")}
        extra |= {("GET", style.group())} if style else set()
        for method, path in sorted(paths | extra):
            answer = client.open(path, method=method, base_url="https://heard.example")
            asked += 1
            file = path.startswith("/static/") and answer.status_code == 200
            if not _headers_hold(answer.headers, file=file):
                bad.append(f"{method} {path} {answer.status_code}")
    figure = f"{asked - len(bad)} of {asked} answers {bad[:3] or ''}".strip()
    return Proof("B12", "headers on every answer", figure, "100 %", not bad)


def _headers_hold(told: Any, *, file: bool) -> bool:
    policy, kept = told.get("Content-Security-Policy", ""), told.get("Cache-Control", "")
    always = all(told.get(name) == value for name, value in HEADERS.items())
    strict = "frame-ancestors 'none'" in policy and "unsafe" not in policy
    return always and strict and ("immutable" in kept if file else kept == "no-store")
