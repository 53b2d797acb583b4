"""The ids of rows: 128 random bits in 22 letters, which tell no order."""

import re

ID = re.compile(r"[A-Za-z0-9_\-]{22}")


def is_id(text: str) -> bool:
    """Whether this could be the id of a row: what a button brought back may be anything."""
    return ID.fullmatch(text) is not None
