"""Reads a sent modal into a Submission. A name leaves here only where the person chose so."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from bot.modal import (
    AREA,
    AT_RISK,
    CONFIDENTIAL,
    IMPACT,
    KIND,
    NAMED,
    QUOTE,
    TEAM,
    TRIED,
    WHO,
    WORDS,
    WOULD_HELP,
    YES,
)
from core.facts import Door, Kind, Openness, Permission, Submission, Voice, Who
from core.themes import SHIPPED, ThemeList

Choice = TypeVar("Choice", bound=StrEnum)
LABELS = (
    (TEAM, "Your team or service"),
    (IMPACT, "What it means for children"),
    (TRIED, "What has been tried"),
    (WOULD_HELP, "What would help"),
)
HANDLING = {NAMED: "May be used", CONFIDENTIAL: "In confidence"}


def read_submission(body: Mapping[str, Any], themes: ThemeList = SHIPPED) -> Submission:
    """The words and choices of one sent modal; its view id makes a second sending the same one."""
    answers = _answers(body)
    handling = HANDLING.get(answers.get(WHO, ""))
    details = [(label, answers[key]) for key, label in LABELS if answers.get(key)]
    if handling:
        details.append(("Name", handling))
    return Submission(
        voice=Voice.PRACTITIONER,
        door=Door.SLACK,
        words=answers.get(WORDS, ""),
        once_key=f"slack:{body['view']['id']}",
        kind=_choice(Kind, answers.get(KIND), Kind.CONCERN),
        topic=themes.current(answers.get(AREA, "")),
        permission=_choice(Permission, answers.get(QUOTE), Permission.COUNT_ONLY),
        who=_who(body) if handling else Who(),
        asked_for_help=answers.get(AT_RISK) == YES,
        details=tuple(details),
    )


def _who(body: Mapping[str, Any]) -> Who:
    user = body["user"]
    name = str(user.get("name") or user.get("username") or "")
    return Who(openness=Openness.CONTACT, name=name, reach=f"slack:{user['id']}")


def _choice(choices: type[Choice], picked: str | None, otherwise: Choice) -> Choice:
    return choices(picked) if picked in set(choices) else otherwise


def _answers(body: Mapping[str, Any]) -> dict[str, str]:
    """Block id to what was typed or picked; a question left empty is not there."""
    found: dict[str, str] = {}
    for block_id, actions in body["view"]["state"]["values"].items():
        for answer in actions.values():
            option = answer.get("selected_option") or {}
            text = answer.get("value") or option.get("value")
            if isinstance(text, str):
                found[block_id] = text
    return found
