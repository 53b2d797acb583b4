"""A person at the desk in a real browser, and axe, which reads what they see."""

from axe_playwright_python.sync_playwright import Axe

from core.facts import Role
from tests.journeys.street import NOT_WIDER
from tests.web.officers import conftest as desk


class Walk:
    """One browser at the desk; keeps each page that it saw."""

    def __init__(self, page, address: str) -> None:
        self.page = page
        self.address = address
        self.seen: dict[str, str] = {}

    def open(self, path: str) -> None:
        self.page.goto(self.address + path)

    def press(self, name: str) -> None:
        """Press a button; the page that comes is there when this is over."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=name, exact=True).click()

    def follow(self, link) -> None:
        """Follow a link; the page that comes is there when this is over."""
        with self.page.expect_navigation():
            link.click()

    def look(self, name: str) -> None:
        """Keep this page for the checkers, and make sure that nothing hangs over the side."""
        self.seen[name] = self.page.content()
        assert self.page.evaluate(NOT_WIDER), f"{name} scrolls sideways"

    def sign_in(self, staff: desk.Staff, role: Role) -> None:
        self.open("/desk/")
        self.look("sign in")
        self.page.get_by_label("Email").fill(staff.email(role))
        self.page.get_by_label("Password").fill(desk.PASSWORD)
        self.page.get_by_label("Six-figure number").fill(staff.number(role))
        self.press("Sign in")

    def check(self) -> None:
        """No violation found by axe on this page."""
        found = Axe().run(self.page)
        assert not found.violations_count, found.generate_report()
