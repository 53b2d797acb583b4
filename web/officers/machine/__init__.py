"""The area about the machine: what it learned."""

from core.duties import TEACHES
from web.officers.machine import learned
from web.officers.policy import POST, Access, Page

TEACH = Access(TEACHES)

PAGES = (
    Page("/machine", learned.machine, TEACH),
    Page("/machine/teach", learned.teach, TEACH, POST),
    Page("/machine/back", learned.go_back, TEACH, POST),
    Page("/machine/read-again", learned.read_again, TEACH, POST),
)
