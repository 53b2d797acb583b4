"""Opens the books. `with store.transaction() as books:` is the only commit in the project."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import date

from sqlalchemy import exc
from sqlalchemy.engine import Connection, Engine

from core.errors import CannotReach, HeardError, NotSaved
from storage.actions import Actions
from storage.agreement import Agreements
from storage.alerts import Alerts, Rotas
from storage.askings import Askings
from storage.audit import Audit
from storage.board import Board
from storage.brakes import Brakes
from storage.cards import Cards
from storage.catalogue import Catalogue
from storage.corrections import Corrections
from storage.desks import Desks
from storage.drafts import Drafts
from storage.engines import open_engine, sqlite_file
from storage.health import Pulse
from storage.inbox import Inbox
from storage.keeping import Keeping
from storage.links import Links
from storage.members import Members
from storage.new_themes import NewThemes
from storage.notices import Notices
from storage.officers import Officers
from storage.once import Once
from storage.openings import Openings
from storage.outbox import Outbox
from storage.papers import Papers
from storage.polls import Polls
from storage.readings import Readings
from storage.referrals import Referrals
from storage.register import Registers
from storage.releases import Releases
from storage.rollup import Rollup
from storage.schooling import Schooling
from storage.searchable import Searchable
from storage.secrets import Secrets, mac
from storage.settled import Settings
from storage.sight import Sight
from storage.standing import Standing
from storage.statements import Statements
from storage.theme_answers import ThemeAnswers
from storage.themes import Themes
from storage.threads import Threads
from storage.turns import Turns
from storage.vault import PROOF, KeyGone, Vault
from storage.views import Views, receipt_of
from storage.wants import Wants
from storage.withdrawals import Withdrawals
from storage.writers import Writers
from storage.writing import Writing

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


class Books:
    """The ledgers of one transaction. They are gone when its block ends."""

    def __init__(self, connection: Connection, vault: Vault, secrets: Secrets) -> None:
        self.views = Views(connection, vault, secrets)
        self.threads = Threads(connection, vault, secrets)
        self.themes = Themes(connection)
        self.catalogue = Catalogue(connection)
        self.agreements = Agreements(connection)
        self.corrections = Corrections(connection)
        self.readings = Readings(connection, vault)
        self.schooling = Schooling(connection)
        self.new_themes = NewThemes(connection)
        self.rollup = Rollup(connection)
        self.once = Once(connection)
        self.drafts = Drafts(connection, secrets)
        self.wants = Wants(connection)
        self.withdrawals = Withdrawals(connection)
        self.links = Links(connection, secrets)
        self.writers = Writers(connection, vault, secrets)
        self.audit = Audit(connection, secrets.audit)
        self._open_the_office(connection, vault, secrets)

    def _open_the_office(self, connection: Connection, vault: Vault, secrets: Secrets) -> None:
        """The ledgers that officers, the clock and the board work with."""
        self.outbox = Outbox(connection)
        self.officers = Officers(connection, secrets)
        self.statements = Statements(connection)
        self.settings = Settings(connection)
        self.keeping = Keeping(connection)
        self.papers = Papers(connection)
        self.releases = Releases(connection)
        self.writing = Writing(connection)
        self.actions = Actions(connection)
        self.members = Members(connection, secrets)
        self.theme_answers = ThemeAnswers(connection)
        self.pulse = Pulse(connection)
        self.board = Board(connection, secrets)
        self.brakes = Brakes(connection)
        self.cards = Cards(connection, secrets)
        self.polls = Polls(connection, secrets)
        self.registers = Registers(connection)
        self.sight = Sight(connection, vault)
        self.inbox = Inbox(connection)
        self.openings = Openings(connection)
        self.desks = Desks(connection)
        self.searchable = Searchable(connection, vault)
        self.notices = Notices(connection, secrets)
        self.alerts = Alerts(connection)
        self.rotas = Rotas(connection)
        self.referrals = Referrals(connection, vault)
        self.askings = Askings(connection, vault)
        self.standing = Standing(connection)


@dataclass(frozen=True, slots=True)
class Store:
    """The books and the key store that belongs to them."""

    engine: Engine
    vault: Vault
    secrets: Secrets
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


def open_store(url: str, keys_url: str, secrets: Secrets, *, patience_s: float = 2.0) -> Store:
    """The store at `url` with its keys at `keys_url`. Both must be migrated.

    Args:
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
        patience_s=patience_s,
        _turns=turns,
    )
