"""B11, D10: no secret where others can see it, and no first words for whoever looks over."""

import io
import logging

from playwright.sync_api import Page, Request

from bench.figures import Proof
from bench.street import SCRIPTS, Street, press, street, to_check

CANARY = "canary-words-of-mine"
NAME = "canary-name"


def b11() -> Proof:
    """The whole way, everything that is asked, answered and logged kept and looked through."""
    told = io.StringIO()
    listener = logging.StreamHandler(told)
    logging.getLogger().addHandler(listener)
    logging.getLogger().setLevel(logging.DEBUG)
    logging.getLogger("werkzeug").setLevel(logging.DEBUG)
    seen: list[str] = []
    try:
        with street() as at:
            secrets = [CANARY, NAME]
            for script in SCRIPTS:
                with at.phone(script=script) as page:
                    page.on("request", lambda request: seen.append(_of(request)))
                    secrets.append(_walk(page, at, seen))
    finally:
        logging.getLogger().removeHandler(listener)
        logging.getLogger("werkzeug").setLevel(logging.ERROR)
        logging.getLogger().setLevel(logging.WARNING)
    log = told.getvalue()
    hits = [one for one in (*seen, log) for secret in secrets if secret in one]
    figure = f"0 in {len(seen)} addresses, redirects, titles and Referers, and in {len(log):,} "
    figure += "letters of log at DEBUG"
    told_so = figure if not hits else f"{len(hits)} hits"
    name = "words, name and code where somebody else can read them"
    return Proof("B11", name, told_so, "0", not hits and len(seen) > 100 and bool(log))


def _of(request: Request) -> str:
    """The address that is asked for, and what it says of where it comes from."""
    return f"{request.method} {request.url} {request.headers.get('referer', '')}"


def _walk(page: Page, at: Street, seen: list[str]) -> str:
    """There and back again; the code."""
    page.on("response", lambda answer: seen.append(answer.headers.get("location", "")))
    page.on("framenavigated", lambda frame: seen.append(frame.url))
    to_check(page, at.ours, CANARY)
    press(page, "Do you want us to know who you are?")
    page.locator("#call").fill(NAME)
    press(page, "Save and check")
    seen.append(page.title())
    press(page, "Send")
    code = page.inner_text("#code")
    press(page, "I've saved it")
    page.goto(f"{at.ours}/look-back")
    page.locator("#code").fill("wrong canary code")
    press(page, "Look")
    page.locator("#code").fill(code)
    for name in ("Look", "My words", "Yes, show them"):
        press(page, name)
        seen.append(page.title())
    press(page, "Hide my words")
    page.locator("#words").fill(CANARY)
    press(page, "Send")
    press(page, "Take it back")
    press(page, "No, keep it")
    press(page, "Close and forget")
    return code


def d10() -> Proof:
    """Somebody is made to open their code: what the other one can read, and after which presses."""
    shown = looks = 0
    asked: list[str] = []
    with street() as at:
        for script in SCRIPTS:
            with at.phone(script=script) as page:
                to_check(page, at.ours, CANARY)
                press(page, "Send")
                code = page.inner_text("#code")
                press(page, "I've saved it")
                page.goto(f"{at.ours}/look-back")
                page.locator("#code").fill(code)
                press(page, "Look")
                for act in (page.reload, lambda p=page: press(p, "My words"), page.reload):
                    act()
                    looks += 1
                    shown += CANARY in page.content()
                press(page, "Yes, show them")
                asked += ["yes"] if CANARY in page.content() else []
                page.reload()
                looks += 1
                shown += CANARY in page.content()
    figure = f"first words shown {shown} times in {looks} looks; after a second, plain yes: "
    figure += f"{len(asked)} of 2 times, and gone by Reload"
    return Proof("D10", "a code that is opened with somebody watching", figure, "0", shown == 0)


ROWS = {"B11": [b11], "D10": [d10]}
