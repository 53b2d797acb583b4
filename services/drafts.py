"""A half-finished form, kept for twenty minutes for the browser that wrote it and for nobody else.

No line of the audit is written here: it would tell when somebody sat down to write.
"""

import json
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import cast

from services.house import House, naive_utc
from services.intake import to_the_quarter

MINUTES = 20


def new_token() -> str:
    """The key of a new draft. It belongs in the writer's browser alone."""
    return secrets.token_urlsafe(32)


def keep(house: House, token: str, answers: Mapping[str, str]) -> None:
    """Keep these answers in place of those before, for twenty minutes from now.

    Raises:
        NotSaved: nothing was kept.
    """
    until = house.now() + timedelta(minutes=MINUTES)
    text = json.dumps({"until": until.timestamp(), "answers": dict(answers)})
    with house.store.transaction() as books:
        books.drafts.keep(token, text, to_the_quarter(naive_utc(until)))


def find(house: House, token: str) -> dict[str, str]:
    """The answers that this token opens; empty where there are none or their time is over."""
    now = house.now()
    with house.store.reading() as books:
        text = books.drafts.find(token, naive_utc(now))
    if text is None:
        return {}
    held = json.loads(text)
    over = datetime.fromtimestamp(held["until"], UTC) <= now
    return {} if over else cast(dict[str, str], held["answers"])


def drop(house: House, token: str) -> None:
    """Forget these answers."""
    with house.store.transaction() as books:
        books.drafts.drop(token)
