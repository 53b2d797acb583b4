"""E4: how heavy the young person's form is, cold, on a slow phone, beside GOV.UK's own bundle."""

import gzip
import os
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Playwright, sync_playwright

from bench.figures import Speed
from bench.servers import ROOT, environment, gunicorn, running
from tools.chromium import of_playwright, on_the_machine

BUNDLE = ROOT / "node_modules/govuk-frontend/dist/govuk"
SLOW_BITS_A_S, SLOW_LATENCY_MS, SLOW_CPU = 400_000, 400, 6
# The page, its short way, and the language: Ukrainian letters take more bytes than any others' do.
PAGES = (
    ("the first page", "/", "en"),
    ("all questions on one page", "/write", "en"),
    ("the first page in Ukrainian", "/", "uk"),
    ("all questions on one page in Ukrainian", "/write", "uk"),
)
MOST_KB, MOST_REQUESTS = 30, 4


def e4() -> list[Speed]:
    """Kilobytes over the wire, requests, and milliseconds until a page can be used.

    The first page, and the heaviest of all: every question on one page, by the short way to it.
    With a real council's ten help lines.
    """
    found = _measured()
    return [speed for name, _, _ in PAGES for speed in _told(name, *found[name])]


def _told(name: str, size: int, requests: int, ready_ms: float) -> list[Speed]:
    parts = ("govuk-frontend.min.css", "govuk-frontend.min.js")
    theirs = sum(len(gzip.compress((BUNDLE / part).read_bytes(), 9)) for part in parts) / 1000
    kb = size / 1000
    weight = f"{name}, cold, over the wire"
    goal = f"<= {MOST_KB}; floor: GOV.UK's own CSS and JS, gzipped"
    few = requests <= MOST_REQUESTS
    wait = f"{name}, until it can be used: 400 kbit/s, 400 ms away, a CPU six times slower"
    return [
        Speed("E4", weight, kb, "kB", theirs, goal, kb <= MOST_KB, 1),
        Speed(
            "E4",
            f"{name}, requests, cold",
            requests,
            "requests",
            None,
            f"<= {MOST_REQUESTS}",
            few,
            1,
        ),
        Speed("E4", wait, ready_ms, "ms", None, "measured, no goal set", True, 1),
    ]


def _measured() -> dict[str, tuple[int, int, float]]:
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        env = environment(Path(name), "sqlite", None) | {"HEARD_COUNCIL": _council(Path(name))}
        server = gunicorn("bench.wsgi:app", env, workers=1, threads=4, ready_at="/healthz")
        with running(server):
            home = f"http://127.0.0.1:{server.port}"
            found = {what: _cold(playwright, home, path, code) for what, path, code in PAGES}
    return found


def _council(folder: Path) -> str:
    """Our council's file, as if a native speaker had checked Ukrainian."""
    told = (ROOT / "council.toml").read_text("utf-8")
    checked = '[[languages]]\ncode = "uk"\nchecked_by = "Nobody"\nchecked_on = 2026-11-24\n'
    made = folder / "council.toml"
    made.write_text(f"{told}\n{checked}", "utf-8")
    return str(made)


def _cold(playwright: Playwright, home: str, path: str, code: str) -> tuple[int, int, float]:
    """Bytes over the wire with their headers, requests, and the time to DOMContentLoaded."""
    browser = playwright.chromium.launch(
        executable_path=on_the_machine() or of_playwright(),
        args=["--no-sandbox"] if os.geteuid() == 0 else [],
    )
    context = browser.new_context(viewport={"width": 320, "height": 640})
    context.add_cookies([{"name": "language", "value": code, "url": home}])
    page = context.new_page()
    session = page.context.new_cdp_session(page)
    received: dict[str, int] = {}
    _slow_down(session)

    def note(event: dict[str, Any]) -> None:
        received[event["requestId"]] = int(event["encodedDataLength"])

    session.on("Network.loadingFinished", note)
    page.goto(home + path)
    page.wait_for_load_state("networkidle")
    ready = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    browser.close()
    return sum(received.values()), len(received), float(ready)


def _slow_down(session: CDPSession) -> None:
    session.send("Network.enable")
    session.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": SLOW_LATENCY_MS,
            "downloadThroughput": SLOW_BITS_A_S / 8,
            "uploadThroughput": SLOW_BITS_A_S / 8,
        },
    )
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOW_CPU})
