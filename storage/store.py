"""Opens the books. `with store.transaction() as books:` is the only commit in the project."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import exc
from sqlalchemy.engine import Engine

from core.errors import CannotReach, HeardError, NotSaved
from storage.anchors import Anchors
from storage.engines import open_engine, sqlite_file
from storage.ledgers import Books as Books
from storage.secrets import Secrets, mac
from storage.shuffling import shuffle
from storage.turns import Turns
from storage.vault import PROOF, KeyGone, Vault
from storage.views import receipt_of

TROUBLE = (exc.OperationalError, exc.InternalError, exc.InterfaceError, exc.TimeoutError)


class AlreadyThere(HeardError):
    """A row with that key is there already; the verb decides what that means."""

    status = 409

    def __init__(self) -> None:
        super().__init__("That is already there.")


class WrongKeys(HeardError):
    """The master key or the key store is not the one that these books were written with."""

    status = 500

    def __init__(self) -> None:
        super().__init__(
            "These keys do not open these books. Put back the key store and the secrets that "
            "belong to them."
        )


@dataclass(frozen=True, slots=True)
class Store:
    """The books and the key store that belongs to them."""

    engine: Engine
    vault: Vault
    secrets: Secrets
    anchors: Anchors | None
    patience_s: float
    _turns: Turns | None

    @contextmanager
    def transaction(self) -> Iterator[Books]:
        """All that the block writes, or nothing; NotSaved when the database cannot keep it.

        On SQLite writers take turns (storage.turns), so that none starves at the file's lock.
        """
        with self._turns.one() if self._turns else nullcontext():
            try:
                with self.engine.begin() as connection:
                    yield Books(connection, self.vault, self.secrets)
            except exc.IntegrityError as error:
                raise AlreadyThere from error
            except TROUBLE as error:
                raise NotSaved from error

    @contextmanager
    def reading(self) -> Iterator[Books]:
        """A view of the books at one moment; never blocks a writer. CannotReach when down."""
        try:
            with self.engine.connect().execution_options(heard_reading=True) as connection:
                yield Books(connection, self.vault, self.secrets)
        except TROUBLE as error:
            raise CannotReach from error

    def receipt_for(self, once_key: str) -> str:
        """The word code of a form: the same form gets the same code."""
        return receipt_of(self.secrets, once_key)

    def crowd_of(self, person: str) -> str:
        """One of 256 crowds that this person belongs to."""
        return mac(self.secrets.once, "crowd", person)[:1].hex()

    def fresh_key(self, today: date) -> tuple[str, bytes]:
        """A key that already lies in the key store; NotSaved where it cannot be kept."""
        try:
            return self.vault.take(today)
        except TROUBLE as error:
            raise NotSaved from error

    def draw(self, drawn: Mapping[str, frozenset[str]]) -> None:
        """Keep sketches of these records' stems beside their keys; NotSaved where it cannot be."""
        try:
            self.vault.draw(drawn)
        except TROUBLE as error:
            raise NotSaved from error

    def holding(self, stems: Sequence[str]) -> list[str]:
        """The keys of records that hold these stems; CannotReach where the key store is down."""
        try:
            return self.vault.holding(stems)
        except TROUBLE as error:
            raise CannotReach from error

    def shuffle(self, since: date) -> int:
        """Leave no order of arrival among views from `since` on; NotSaved where it cannot."""
        try:
            return shuffle(self.engine, since) + self.vault.shuffle(since)
        except TROUBLE as error:
            raise NotSaved from error

    def check_keys(self, today: date) -> None:
        """Make sure that master key, key store and books belong together; else WrongKeys.

        Rationale: with a new master key Heard would start, take in words, and never be able to
        open the old ones. Better that it does not start.
        """
        if not self.vault.marked():
            with self.reading() as books:
                if books.views.keys_in_use():
                    raise WrongKeys
            self.vault.mark(today)
        try:
            self.vault.key(PROOF)
        except KeyGone as error:
            raise WrongKeys from error

    def close(self) -> None:
        """Let go of both stores."""
        self.engine.dispose()
        self.vault.close()
        if self._turns:
            self._turns.close()


def open_store(
    url: str,
    keys_url: str,
    secrets: Secrets,
    *,
    patience_s: float = 2.0,
    anchors: Path | None = None,
) -> Store:
    """The store at `url` with its keys at `keys_url`. Both must be migrated.

    Args:
        anchors: the folder, outside both, where the audit's head is written down.
        patience_s: seconds that a writer waits for the database before it says "not saved".
    """
    engine, place = open_engine(url, patience_s=patience_s), sqlite_file(url)
    turns = (
        Turns(str(place) if place else None, patience_s)
        if engine.dialect.name == "sqlite"
        else None
    )
    return Store(
        engine=engine,
        vault=Vault(open_engine(keys_url, patience_s=patience_s), secrets.master),
        secrets=secrets,
        anchors=None if anchors is None else Anchors(anchors, secrets.audit),
        patience_s=patience_s,
        _turns=turns,
    )
