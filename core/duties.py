"""Who may do what. A role opens the least that its work needs."""

from core.errors import NotAllowed
from core.facts import Officer, Role

REPLIES = frozenset({Role.REVIEWER, Role.SAFEGUARDING, Role.PARTICIPATION})
READS_WORDS = REPLIES | {Role.READER}
GROUPS = frozenset({Role.REVIEWER, Role.PARTICIPATION})
SEES_SUMMARY = frozenset({Role.REVIEWER, Role.PARTICIPATION})
ISSUES_PAPERS = frozenset({Role.PARTICIPATION})
SEES_RELEASES = frozenset(Role)
ANSWERS_THEMES = frozenset({Role.REVIEWER, Role.PARTICIPATION})
KEEPS_MEMBERS = frozenset({Role.PARTICIPATION})
KEEPS_TOTALS = frozenset({Role.PARTICIPATION})
IMPORTS = frozenset({Role.PARTICIPATION})
EXPORTS = frozenset({Role.PARTICIPATION})
APPROVES_FILES = frozenset({Role.PARTICIPATION, Role.SAFEGUARDING, Role.ADMINISTRATOR})
KEEPS_THEMES = GROUPS
KEEPS_SETTINGS = frozenset({Role.PARTICIPATION, Role.ADMINISTRATOR})
KEEPS_RETENTION = KEEPS_SETTINGS
READS_AUDIT = frozenset({Role.ADMINISTRATOR})
KEEPS_RULES = frozenset({Role.ADMINISTRATOR})
WRITES_BOARD = frozenset({Role.REVIEWER, Role.PARTICIPATION})
PUBLISHES_BOARD = WRITES_BOARD
PRINTS_CARDS = frozenset({Role.REVIEWER, Role.PARTICIPATION})
ASKS_PULSE = frozenset({Role.REVIEWER, Role.PARTICIPATION})
ASKS_POLLS = frozenset({Role.PARTICIPATION})
KEEPS_OFFICERS = frozenset({Role.ADMINISTRATOR})
SAFEGUARDS = frozenset({Role.SAFEGUARDING})
KEEPS_ROTA = SAFEGUARDS | KEEPS_OFFICERS
TEACHES = frozenset({Role.ADMINISTRATOR, Role.REVIEWER})
WATCHES = frozenset({Role.ADMINISTRATOR, Role.SAFEGUARDING})


def must_hold(officer: Officer, one_of: frozenset[Role]) -> None:
    """Pass an officer who holds one of these roles; NotAllowed for anyone else."""
    if not officer.roles & one_of:
        raise NotAllowed
