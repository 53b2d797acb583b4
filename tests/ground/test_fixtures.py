"""What tests stand on keeps its own promises."""

import socket

import pytest
import sqlalchemy as sa

from tools.chromium import on_the_machine


@pytest.mark.parametrize("turn", ["first", "second"])
def test_every_test_begins_with_an_empty_heard(house, turn: str) -> None:
    with house.store.engine.begin() as connection:
        assert connection.execute(sa.text("SELECT count(*) FROM beat")).scalar() == 0
        add = sa.text("INSERT INTO beat (name, at) VALUES (:turn, CURRENT_TIMESTAMP)")
        connection.execute(add, {"turn": turn})


def test_the_store_is_on_the_engine_that_was_asked_for(store, engine_name: str) -> None:
    assert store.engine.dialect.name == engine_name


def test_a_test_cannot_call_another_machine() -> None:
    with pytest.raises(RuntimeError, match="stay on this machine"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)


def test_a_test_cannot_ask_for_another_machines_address() -> None:
    with pytest.raises(RuntimeError, match="stay on this machine"):
        socket.getaddrinfo("council.example", 443)


def test_a_test_may_call_this_machine() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        caller = socket.create_connection(server.getsockname(), timeout=1)
        assert caller.getpeername() == server.getsockname()
        caller.close()


def test_a_browser_that_is_named_but_not_there_is_not_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HEARD_CHROMIUM", "/nowhere/chromium")
    assert on_the_machine() is None


@pytest.mark.browser
def test_the_browser_opens(browser) -> None:
    page = browser.new_page()
    page.set_content("<p>Hello</p>")
    assert page.inner_text("p") == "Hello"
    page.close()
