"""A house whose doors have a quick reader, and a full one beside it."""

import pytest

from tests.services.readers import Full, Quick


@pytest.fixture
def tagger() -> Quick:
    return Quick()


@pytest.fixture
def full() -> Full:
    return Full()
