"""Pins a few invented points on the sample's board, asks two questions, and lets browsers press."""

import tomllib
from pathlib import Path

from core.board import Draft, Standing
from core.facts import Officer, Role
from sample.staff import AT_THE_COMMAND_LINE
from services import accounts, board, pinboard, polls
from services.house import House

POINTS = Path(__file__).with_name("board.toml")


def pin(house: House) -> int:
    """Fill the board as two officers would; how many points it holds."""
    writer, other = _holds(house, Role.PARTICIPATION), _holds(house, Role.REVIEWER)
    held = tomllib.loads(POINTS.read_text("utf-8"))
    for number, told in enumerate(held["points"]):
        draft = Draft(told["theme"], told["said"], Standing(told["standing"]), told["answer"])
        entry_id = board.write(house, writer, draft)
        if told.get("waits"):
            continue
        board.publish(house, other, entry_id, 1)
        for browser in range(told["me_too"]):
            pinboard.me_too(house, entry_id, f"{number} {browser}", yes=True)
        for browser in range(told.get("felt", 0)):
            pinboard.say_felt(house, entry_id, f"{number} {browser}", yes=True)
    for told in held["polls"]:
        _ask(house, writer, told["question"], told["answers"], closed=told["closed"])
    return len(held["points"])


def _ask(
    house: House, writer: Officer, question: str, answers: dict[str, int], *, closed: bool
) -> None:
    poll_id = polls.write(house, writer, question, "\n".join(answers))
    polls.open_poll(house, writer, poll_id, 1)
    for choice, count in enumerate(answers.values()):
        for browser in range(count):
            polls.answer(house, poll_id, choice, f"{choice} {browser}")
    if closed:
        polls.close(house, writer, poll_id, 2)


def _holds(house: House, role: Role) -> Officer:
    everyone = accounts.officers(house, AT_THE_COMMAND_LINE)
    return next(officer for officer, _, _ in everyone if role in officer.roles)
