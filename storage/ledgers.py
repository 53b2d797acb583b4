"""Every ledger of the books, for one transaction. A new one gets its line here."""

from sqlalchemy.engine import Connection

from storage.actions import Actions
from storage.agreement import Agreements
from storage.alerts import Alerts, Rotas
from storage.arrivals import Arrivals
from storage.askings import Askings
from storage.audit import Audit
from storage.board import Board
from storage.brakes import Brakes
from storage.cards import Cards
from storage.catalogue import Catalogue
from storage.choices import Choices
from storage.corrections import Corrections
from storage.desks import Desks
from storage.drafts import Drafts
from storage.health import Pulse
from storage.inbox import Inbox
from storage.invitations import Invitations
from storage.judgements import Judgements
from storage.keeping import Keeping
from storage.links import Links
from storage.members import Members
from storage.new_themes import NewThemes
from storage.notices import Notices
from storage.officers import Officers
from storage.once import Once
from storage.openings import Openings
from storage.orders import Orders
from storage.outbox import Outbox
from storage.papers import Papers
from storage.parts import Parts
from storage.permissions import Permissions
from storage.polls import Polls
from storage.quotes import Quotes
from storage.readings import Readings
from storage.referrals import Referrals
from storage.register import Registers
from storage.releases import Releases
from storage.rights import Rights
from storage.rollup import Rollup
from storage.schooling import Schooling
from storage.searchable import Searchable
from storage.secrets import Secrets
from storage.settled import Settings
from storage.sight import Sight
from storage.signing import Signing
from storage.soundings import Soundings
from storage.standing import Standing
from storage.statements import Statements
from storage.tallies import Tallies
from storage.theme_answers import ThemeAnswers
from storage.themes import Themes
from storage.threads import Threads
from storage.vault import Vault
from storage.views import Views
from storage.wants import Wants
from storage.watchwords import WatchwordEditions
from storage.withdrawals import Withdrawals
from storage.writers import Writers
from storage.writing import Writing


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
        self.permissions = Permissions(connection, self.views)
        self.withdrawals = Withdrawals(connection)
        self.links = Links(connection, secrets)
        self.soundings = Soundings(connection, secrets)
        self.writers = Writers(connection, vault, secrets)
        self.audit = Audit(connection, secrets.audit)
        self.tallies = Tallies(connection)
        self._open_the_office(connection, vault, secrets)

    def _open_the_office(self, connection: Connection, vault: Vault, secrets: Secrets) -> None:
        """The ledgers that officers, the clock and the board work with."""
        self.outbox = Outbox(connection)
        self.officers = Officers(connection, secrets)
        self.invitations = Invitations(connection, secrets)
        self.statements = Statements(connection)
        self._open_the_rules(connection, vault)
        self._open_the_desk(connection, vault, secrets)
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
        self.alerts = Alerts(connection)
        self.rotas = Rotas(connection)
        self.referrals = Referrals(connection, vault)
        self.askings = Askings(connection, vault)
        self.standing = Standing(connection)
        self.choices = Choices(connection)
        self.watchwords = WatchwordEditions(connection)

    def _open_the_rules(self, connection: Connection, vault: Vault) -> None:
        """The ledgers of what officers set, what goes when, and what leaves."""
        self.settings = Settings(connection)
        self.keeping = Keeping(connection)
        self.quotes = Quotes(connection, vault)
        self.arrivals = Arrivals(connection, vault)
        self.orders = Orders(connection)
        self.rights = Rights(connection)

    def _open_the_desk(self, connection: Connection, vault: Vault, secrets: Secrets) -> None:
        """The ledgers of the inbox and of one view at the desk."""
        self.inbox = Inbox(connection)
        self.openings = Openings(connection)
        self.signing = Signing(connection, secrets)
        self.desks = Desks(connection)
        self.searchable = Searchable(connection, vault)
        self.notices = Notices(connection, secrets)
        self.judgements = Judgements(connection, vault)
        self.parts = Parts(connection, vault)
