"""D12: the connection is lost at Send. The words stay in sight, and nothing is kept twice."""

from playwright.sync_api import Page, Route

from bench.figures import Proof
from bench.street import Street, press, street, to_check

STILL = "Your words are still here"
WORDS = "canary: my bus is late every day"


def d12() -> Proof:
    """Offline at once; the answer lost; the request lost: and then pressed again."""
    wrong: list[str] = []
    with street() as at:
        for name, lose in (("offline", _offline), ("answer lost", _answer), ("request lost", _ask)):
            with at.phone(script=True) as page:
                to_check(page, at.ours, WORDS)
                before = at.views()
                lose(page)
                wrong += [] if WORDS in page.inner_text("main") else [f"{name}: words gone"]
                wrong += [] if STILL in page.content() else [f"{name}: silent"]
                _back(page)
                press(page, "Send")
                wrong += [] if page.locator("#code").is_visible() else [f"{name}: no code"]
                more = at.views() - before
                wrong += [] if more == 1 else [f"{name}: {more} rows"]
        wrong += _without_script(at)
    fine = "3 ways lost: words in sight until kept, then 1 row and a code; 1 row without script"
    return Proof(
        "D12", "connection lost at Send, 320 px", ", ".join(wrong) or fine, "1 row each", not wrong
    )


def _send(page: Page) -> None:
    page.get_by_role("button", name="Send", exact=True).click()
    page.wait_for_selector("form [role=status]")


def _offline(page: Page) -> None:
    page.context.set_offline(True)
    _send(page)


def _answer(page: Page) -> None:
    """The words arrive and are kept; what comes back does not."""

    def lose(route: Route) -> None:
        if route.request.method == "POST":
            route.fetch(max_redirects=0)
            route.abort("connectionreset")
        else:
            route.continue_()

    page.route("**/*", lose)
    _send(page)


def _ask(page: Page) -> None:
    """What is sent does not arrive."""

    def lose(route: Route) -> None:
        if route.request.method == "POST":
            route.abort("connectionreset")
        else:
            route.continue_()

    page.route("**/*", lose)
    _send(page)


def _back(page: Page) -> None:
    page.unroute_all()
    page.context.set_offline(False)


def _without_script(at: Street) -> list[str]:
    """Two presses one after the other, as an impatient thumb does."""
    with at.phone(script=False) as page:
        to_check(page, at.ours, WORDS)
        before = at.views()
        page.get_by_role("button", name="Send", exact=True).dblclick()
        page.wait_for_selector("#code")
        more = at.views() - before
    return [] if more == 1 else [f"without script: {more} rows"]


ROWS = {"D12": [d12]}
