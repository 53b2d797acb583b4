"""D1, D2, D3: with somebody in the room, on a shared device, and in the browser's history."""

import time
from collections.abc import Callable

from playwright.sync_api import Page

from bench.figures import Proof
from bench.street import (
    KEPT_IN_THE_BROWSER,
    SCRIPTS,
    Street,
    begin,
    move,
    press,
    readable,
    street,
    to_words,
)
from storage import tables

CANARY = "canary words that nobody else may see"
MOST_MS = 500
ASKED = """() => [...document.querySelectorAll('input,textarea')]
    .filter(e => !['hidden', 'radio', 'checkbox'].includes(e.type))
    .filter(e => (e.autocomplete || e.form.autocomplete) !== 'off' || e.name === 'email'
        || e.type === 'password' || (e.name !== 'subject' && e.spellcheck)).length"""
IN_SIGHT = """() => { const b = document.querySelector('.leave').getBoundingClientRect();
    return b.top >= 0 && b.left >= 0 && b.height >= 44 && b.right <= innerWidth
        && b.bottom <= innerHeight; }"""


def d1() -> Proof:
    """One press, and it is gone: Back ten times shows none of ours, nothing half typed is kept."""
    wrong: list[str] = []
    slowest = 0.0
    with street() as at:
        for script in SCRIPTS:
            with at.phone(script=script) as page:
                to_words(page, at.ours)
                page.locator("#words").fill(CANARY)
                wrong += _in_reach(page, script)
                took = _leave(page, at)
                slowest = max(slowest, took)
                for _ in range(10):
                    shown = move(page, "back")
                    if CANARY in shown or page.url.startswith(at.ours):
                        wrong.append(f"Back shows ours, script {script}")
        kept = at.views() + at.rows(tables.draft)
        wrong += [f"{kept} rows kept"] if kept else []
    wrong += [f"{slowest:.0f} ms"] if slowest >= MOST_MS else []
    fine = f"away in {slowest:.0f} ms at most, 0 of ours in 20 Backs, 0 rows of half-typed words"
    name = "leave with words half typed, 320 px, with and without JavaScript"
    return Proof("D1", name, ", ".join(wrong) or fine, f"< {MOST_MS} ms, 0, 0", not wrong)


def _in_reach(page: Page, script: bool) -> list[str]:
    """Whether leaving is the first tab stop, and in sight at every height."""
    wrong = []
    for share in (0, 0.5, 1):
        page.evaluate(f"scrollTo(0, document.body.scrollHeight * {share})")
        if not page.evaluate(IN_SIGHT):
            wrong.append(f"leaving out of sight at {share}, script {script}")
    page.evaluate("document.activeElement.blur()")
    page.evaluate("scrollTo(0, 0)")
    page.locator("body").click(position={"x": 2, "y": 2})
    page.keyboard.press("Tab")
    if page.evaluate("document.activeElement.className") != "leave":
        wrong.append(f"another tab stop first, script {script}")
    return wrong


def _leave(page: Page, at: Street) -> float:
    """Milliseconds from the press to the other page."""
    begun = time.monotonic()
    with page.expect_navigation(url=at.weather, wait_until="commit"):
        page.keyboard.press("Enter")
    return 1000 * (time.monotonic() - begun)


def _by_exit(page: Page, at: Street) -> Page:
    with page.expect_navigation(url=at.weather):
        page.locator(".leave").click()
    return page


def _by_send(page: Page, at: Street) -> Page:
    for _ in range(5):
        press(page, "Go on")
    press(page, "Send")
    return page


def _by_next(page: Page, at: Street) -> Page:
    press(page, "Go on")
    return page


def _elsewhere(page: Page, at: Street) -> Page:
    page.goto(at.weather)
    return page


def _closed(page: Page, at: Street) -> Page:
    """Close the tab and open the address again, as "reopen closed tab" does."""
    press(page, "Go on")
    context = page.context
    page.close()
    again = context.new_page()
    again.goto(at.ours)
    return again


WAYS: dict[str, Callable[[Page, Street], Page]] = {
    "exit": _by_exit,
    "send": _by_send,
    "go on": _by_next,
    "another site": _elsewhere,
    "tab closed": _closed,
}


def d2() -> Proof:
    """Whoever has the phone next presses Back, Forward, Reload and all that is offered."""
    seen, looks, kept = [], 0, 0
    with street() as at:
        for script in SCRIPTS:
            for name, away in WAYS.items():
                with at.phone(script=script) as page:
                    to_words(page, at.ours)
                    page.locator("#words").fill(CANARY)
                    page = away(page, at)
                    shown = [move(page, way) for way in ("back",) * 6 + ("forward",) * 6]
                    shown += _snoop(page, at)
                    looks += len(shown)
                    seen += [name for one in shown if CANARY in one]
                    if script and page.url.startswith(at.ours):
                        kept += page.evaluate(KEPT_IN_THE_BROWSER)
    told = f"typed words seen {len(seen)} times in {looks} looks, {kept} things stored in browsers"
    told += f" ({', '.join(sorted(set(seen)))})" if seen else ""
    name = f"a shared phone, {len(WAYS)} ways away, with and without JavaScript"
    return Proof("D2", name, told, "0, 0", not seen and not kept)


def _snoop(page: Page, at: Street) -> list[str]:
    """Open the address again and press whatever goes on from there."""
    page.goto(at.ours)
    shown = [readable(page)]
    for name in ("Carry on", "Back", "Change"):
        if page.url.startswith(at.ours) and page.get_by_role("button", name=name).count():
            press(page, name)
            shown.append(readable(page))
    page.reload()
    return [*shown, readable(page)]


def d3() -> Proof:
    """The whole way there and back: what the history, the tab and the fields tell."""
    wrong: list[str] = []
    addresses: set[str] = set()
    pages = 0
    with street() as at:
        for script in SCRIPTS:
            with at.phone(script=script) as page:
                page.on("framenavigated", lambda frame: addresses.add(frame.url))
                for titled, open_fields in _whole_way(page, at):
                    pages += 1
                    wrong += [] if titled == "Notes" else [f"title {titled}"]
                    wrong += [f"{open_fields} open fields"] if open_fields else []
                if script and page.evaluate("history.length") > 2:
                    wrong.append(f"{page.evaluate('history.length')} entries in the tab's history")
    ours = {one for one in addresses if one.startswith(at.ours)}
    wrong += [] if ours == {f"{at.ours}/"} else [f"addresses: {sorted(ours)}"]
    fine = f"1 address, / ; the same title on {pages} pages; 0 fields that a browser fills or keeps"
    return Proof(
        "D3",
        "the whole way, with and without JavaScript",
        ", ".join(wrong) or fine,
        "<= 1 neutral address, 100 % of pages",
        not wrong,
    )


def _whole_way(page: Page, at: Street) -> list[tuple[str, int]]:
    """Title and careless fields of every page, from the first to the last press."""
    seen: list[tuple[str, int]] = []

    def look() -> None:
        seen.append((page.title(), page.evaluate(ASKED)))

    begin(page, at.ours)
    look()
    while page.get_by_role("button", name="Skip this one").count():
        if page.locator("#words").count():
            page.locator("#words").fill(CANARY)
            press(page, "Go on")
        else:
            press(page, "Skip this one")
        look()
    press(page, "Send")
    look()
    code = page.inner_text("#code")
    for name in ("I've saved it", "Hide my tracks", "What we keep", "Look back with a code"):
        press(page, name)
        look()
    page.locator("#code").fill(code)
    for name in ("Look", "My words", "Yes, show them", "Hide my words", "Close and forget"):
        press(page, name)
        look()
    return seen


ROWS = {"D1": [d1], "D2": [d2], "D3": [d3]}
