"""One view: its words, sealed with a key of their own, and the little that is kept about it."""

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core import inbox, receipts
from core.facts import (
    AgeBand,
    Door,
    Face,
    Feeling,
    HalfDay,
    Kind,
    Openness,
    Permission,
    State,
    Submission,
    Suggestions,
    Voice,
    Who,
    Worry,
)
from storage import tables
from storage.masks import Masks
from storage.secrets import Secrets, mac, new_id
from storage.vault import Vault, seal, unseal

VIEW = tables.view.c


@dataclass(frozen=True, slots=True)
class Arrival:
    """What intake worked out about a submission before it is stored."""

    received_on: date
    half: HalfDay
    due_on: date
    key_id: str
    key: bytes
    matched: int = 0  # the version of the register that the words were matched with


@dataclass(frozen=True, slots=True)
class View:
    """A stored view without its words."""

    id: str
    key_id: str
    voice: Voice
    door: Door
    kind: Kind
    topic: str | None
    face: Face | None
    age_band: AgeBand | None
    permission: Permission
    received_on: date
    half: HalfDay
    due_on: date
    state: State
    worry: Worry
    signal: str | None
    feeling: Feeling
    language: str
    asked_for_help: bool
    cleared: bool
    tagged_by: str
    version: int
    urgency: int
    decided: bool
    corrected: bool
    owner_id: str | None


KINDS: dict[str, type] = {
    "voice": Voice,
    "door": Door,
    "kind": Kind,
    "face": Face,
    "age_band": AgeBand,
    "permission": Permission,
    "half": HalfDay,
    "state": State,
    "worry": Worry,
    "feeling": Feeling,
}
AS_SAID = "voice", "door", "kind", "topic", "face", "age_band", "permission", "asked_for_help"
COUNTS_FOR_PLACE = ("state", "worry", "asked_for_help", "decided", "corrected")
AS_SUGGESTED = "worry", "signal", "feeling", "language"
INSERT = sa.insert(tables.view)  # made once: to build it costs more than to run it
COLUMNS = [VIEW[name] for name in View.__dataclass_fields__]


def _view(row: Any) -> View:
    told = dict(row._mapping)
    for name, kind in KINDS.items():
        if told[name] is not None:
            told[name] = kind(told[name])
    return View(**told)


def _urgency(view: View) -> int:
    """Where the view stands in the inbox."""
    return inbox.urgency(
        view.worry,
        view.state,
        asked_for_help=view.asked_for_help,
        decided=view.decided,
        corrected=view.corrected,
    )


def _first_place(said: Submission, suggested: Suggestions) -> int:
    """Where a view that just came in stands in the inbox."""
    asked = said.asked_for_help
    return inbox.urgency(suggested.worry, State.RECEIVED, asked_for_help=asked, decided=False)


def receipt_of(secrets: Secrets, once_key: str) -> str:
    """The word code of a once-key: the same send gets the same code."""
    return receipts.from_bytes(mac(secrets.receipts, "receipt", once_key))


class Views(Masks):
    """The ledger of views, with what is hidden in their words."""

    def __init__(self, connection: Connection, vault: Vault, secrets: Secrets) -> None:
        self._connection = connection
        self._vault = vault
        self._secrets = secrets

    def receipt_mac(self, receipt: str) -> bytes:
        """What is kept of a word code: a keyed hash."""
        return mac(self._secrets.receipts, "stored", receipt)

    def add(self, said: Submission, suggested: Suggestions, arrival: Arrival, receipt: str) -> str:
        """Store a view with its words sealed; its new id."""
        view_id = new_id()
        told = json.dumps({"words": said.words, "details": said.details}, ensure_ascii=False)
        row = {
            "id": view_id,
            "key_id": arrival.key_id,
            "receipt_mac": said.card or self.receipt_mac(receipt),
            **{name: getattr(said, name) for name in AS_SAID},
            "words": seal(arrival.key, told, view_id),
            "received_on": arrival.received_on,
            "half": arrival.half,
            "due_on": arrival.due_on,
            "state": State.RECEIVED,
            **{name: getattr(suggested, name) for name in AS_SUGGESTED},
            "tagged_by": suggested.method,
            "cleared": False,
            "version": 1,
            "matched": arrival.matched,
            "decided": False,
            "corrected": False,
            "urgency": _first_place(said, suggested),
        }
        self._connection.execute(INSERT, row)
        if said.who.openness is not Openness.ANONYMOUS:
            self._add_who(view_id, said.who, arrival.key)
        return view_id

    def tell_who(self, view: View, who: Who) -> None:
        """Keep this instead of what the person told about themselves before."""
        mine = tables.who.c.view_id == view.id
        self._connection.execute(sa.delete(tables.who).where(mine))
        self._add_who(view.id, who, self._vault.key(view.key_id))

    def _add_who(self, view_id: str, who: Who, key: bytes) -> None:
        sealed = seal(key, json.dumps({"name": who.name, "reach": who.reach}), f"who:{view_id}")
        self._connection.execute(
            sa.insert(tables.who).values(view_id=view_id, openness=who.openness, sealed=sealed)
        )

    def find(self, view_id: str, *, hold: bool = False) -> View | None:
        """The view with that id, or None; `hold` it against other writers until the commit."""
        return self._one(VIEW.id == view_id, hold)

    def find_by_receipt(self, receipt: str, *, hold: bool = False) -> View | None:
        """The view that this word code opens, or None."""
        return self._one(VIEW.receipt_mac == self.receipt_mac(receipt), hold)

    def _one(self, which: sa.ColumnElement[bool], hold: bool) -> View | None:
        wanted = sa.select(*COLUMNS).where(which)
        row = self._connection.execute(wanted.with_for_update() if hold else wanted).one_or_none()
        return None if row is None else _view(row)

    def waiting(self) -> tuple[View, ...]:
        """Every view that is not answered yet, or that nobody grouped."""
        wanted = sa.select(*COLUMNS).where(VIEW.urgency < inbox.DONE)
        return tuple(_view(row) for row in self._connection.execute(wanted))

    def between(self, start: date, end: date) -> tuple[View, ...]:
        """Every view that was received from `start` to `end`, both included."""
        wanted = sa.select(*COLUMNS).where(VIEW.received_on.between(start, end))
        return tuple(_view(row) for row in self._connection.execute(wanted))

    def words(self, view: View) -> tuple[str, tuple[tuple[str, str], ...]]:
        """The words and the short answers beside them. KeyGone where the key was destroyed."""
        sealed = self._connection.execute(
            sa.select(VIEW.words).where(VIEW.id == view.id)
        ).scalar_one()
        told = json.loads(unseal(self._vault.key(view.key_id), sealed, view.id))
        return told["words"], tuple((label, text) for label, text in told["details"])

    def who(self, view: View) -> Who:
        """What the person told about themselves."""
        mine = tables.who.c.view_id == view.id
        row = self._connection.execute(sa.select(tables.who).where(mine)).one_or_none()
        if row is None:
            return Who()
        told = json.loads(unseal(self._vault.key(view.key_id), row.sealed, f"who:{view.id}"))
        return Who(Openness(row.openness), told["name"], told["reach"])

    def change(self, view: View, **values: Any) -> bool:
        """Set columns and move the version on; False where somebody else changed it meanwhile."""
        mine = sa.and_(VIEW.id == view.id, VIEW.version == view.version)
        as_it_will_be = replace(view, **{k: v for k, v in values.items() if k in COUNTS_FOR_PLACE})
        told = {**values, "version": view.version + 1, "urgency": _urgency(as_it_will_be)}
        changed = self._connection.execute(sa.update(tables.view).where(mine).values(**told))
        return changed.rowcount == 1

    def keys_in_use(self) -> set[str]:
        """The ids of every key that a view needs."""
        return set(self._connection.execute(sa.select(VIEW.key_id)).scalars())
