"""Fixtures for every journey at the desk: each walks through the `app` of its own module."""

from collections.abc import Iterator

import pytest

from tests.servers.pages import served


@pytest.fixture
def address(app) -> Iterator[str]:
    """Where `app` answers, for as long as the test runs."""
    with served(app) as where:
        yield where
