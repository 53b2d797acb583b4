"""Finds a browser for the journeys: `python -m tools.chromium` prints its path, or nothing.

Looks at HEARD_CHROMIUM, then on the machine, then at Playwright's own; then tries to fetch one.
A machine without a browser still runs every other test, and is told loudly what it did not run.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools.terminal import shout

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FETCH_S = 600


def on_the_machine() -> str | None:
    """A browser that is here already: the one that HEARD_CHROMIUM names, or one on the path."""
    named = os.environ.get("HEARD_CHROMIUM", "")
    if named:
        return shutil.which(named)
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def of_playwright() -> str | None:
    """The browser that Playwright has fetched for itself, if it has."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        place = playwright.chromium.executable_path
    return place if Path(place).exists() else None


def _runs(*command: str) -> bool:
    """Whether the command ended well. What it says goes to stderr, so that stdout stays a path."""
    sys.stderr.write(f"  {' '.join(command)}\n")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        ended = subprocess.run(
            command, check=False, stdout=sys.stderr, timeout=FETCH_S, env=environment
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return ended.returncode == 0


def fetch() -> str | None:
    """A browser from the system's packages where we may, else from Playwright."""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        _runs("apt-get", "update", "-qq")
        _runs("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium")
        if found := on_the_machine():
            return found
    _runs(sys.executable, "-m", "playwright", "install", "chromium")
    return of_playwright()


def main() -> int:
    """Print the path of a browser; end badly only where one is required and none is found."""
    found = on_the_machine() or of_playwright() or fetch()
    if found:
        sys.stdout.write(f"{found}\n")
        return 0
    shout("No Chromium. Every test marked `browser` is left out: no journey was tried.")
    return 1 if os.environ.get("HEARD_REQUIRE_BROWSER") == "1" else 0


if __name__ == "__main__":
    sys.exit(main())
