"""A real browser and the Nu HTML checker, for tests that look at pages as a person's phone does.

A journey says `@pytest.mark.browser` and asks for `browser`; each test opens a context of its
own, for example `browser.new_context(java_script_enabled=False)`.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHECKER = Path("node_modules/vnu-jar/build/dist/vnu.jar")


def left_out(why: str) -> NoReturn:
    """Leave the test out, and say so; on CI, where HEARD_REQUIRE_BROWSER is 1, fail it."""
    if os.environ.get("HEARD_REQUIRE_BROWSER") == "1":
        pytest.fail(f"HEARD_REQUIRE_BROWSER=1, and there is {why}")
    pytest.skip(why)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium."""
    from tools.chromium import of_playwright, on_the_machine

    return on_the_machine() or of_playwright() or left_out("NO BROWSER: install Chromium")


@pytest.fixture(scope="session")
def browser(chromium: str) -> "Iterator[Browser]":
    """An open Chromium with its back-forward cache on: without it, tests of Back pass falsely."""
    from playwright.sync_api import sync_playwright

    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=chromium,
            args=arguments,
            ignore_default_args=["--disable-back-forward-cache"],
        )
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def page_checker(request: pytest.FixtureRequest) -> list[str]:
    """The command of the Nu HTML checker; add its options and the files that it is to read."""
    java = shutil.which("java")
    jar = request.config.rootpath / CHECKER
    if java is None or not jar.exists():
        left_out("NO PAGE CHECKER: it needs java and `npm ci` (make test does the latter)")
    return [java, "-jar", str(jar)]
