"""Reads a sent modal into a Submission. A name leaves here only where the person chose so."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from bot.fields import (
    ALERT,
    AREA,
    CONFIDENTIAL,
    HELPS,
    IMPACT,
    KIND,
    NAMED,
    QUOTE,
    REPLACE,
    RISK,
    TEAM,
    TRIED,
    TYPED,
    WHO,
    WORDS,
    YES,
)
from bot.memory import Memory
from core.facts import Door, Kind, Openness, Permission, Submission, Voice, Who
from core.slips import Slip, replaced, slips_of
from core.themes import SHIPPED, ThemeList

Choice = TypeVar("Choice", bound=StrEnum)
LABELS = (
    (TEAM, "Your team or service"),
    (IMPACT, "What it means for children"),
    (TRIED, "What has been tried"),
    (HELPS, "What would help"),
)
HANDLING = {NAMED: "May be used", CONFIDENTIAL: "In confidence"}


def read_submission(body: Mapping[str, Any], themes: ThemeList = SHIPPED) -> Submission:
    """The words and choices of one sent modal; its view id makes a second sending the same one."""
    view = body["view"]
    memory, said = Memory.of(view), without_ticked(view)
    handling = HANDLING.get(said.get(WHO, ""))
    details = [(label, said[key]) for key, label in LABELS if said.get(key)]
    if handling:
        details.append(("Name", handling))
    return Submission(
        voice=Voice.PRACTITIONER,
        door=Door.SLACK,
        words=said.get(WORDS, ""),
        once_key=once_key(view),
        kind=choice(Kind, said.get(KIND) or memory.kind, Kind.CONCERN),
        topic=themes.current(said.get(AREA, "")),
        permission=choice(Permission, said.get(QUOTE), Permission.COUNT_ONLY),
        who=_who(body) if handling else Who(),
        writer=writer_of(body) if handling else "",
        asked_for_help=YES in (memory.risk, said.get(RISK)) or view.get("callback_id") == ALERT,
        details=tuple(details),
    )


def once_key(view: Mapping[str, Any]) -> str:
    """The same window, whichever step of it was sent, is the same send."""
    return f"slack:{view.get('root_view_id') or view['id']}"


def without_ticked(view: Mapping[str, Any]) -> dict[str, str]:
    """The answers, with each detail replaced that the person ticked."""
    said, chosen = answers(view), ticked(view)
    return said | {name: replaced(said[name], chosen) for name in TYPED if said.get(name)}


def writer_of(body: Mapping[str, Any]) -> str:
    """Who presses, as team and user: to be kept only of those who give their name."""
    team, user = body.get("team") or {}, body["user"]
    return f"{team.get('id') or user.get('team_id')}/{user['id']}"


def _who(body: Mapping[str, Any]) -> Who:
    user = body["user"]
    name = str(user.get("name") or user.get("username") or "")
    return Who(openness=Openness.CONTACT, name=name, reach=f"slack:{user['id']}")


def choice(choices: type[Choice], picked: str | None, otherwise: Choice) -> Choice:
    """What was picked, or the other where it is none of the choices."""
    return choices(picked) if picked in set(choices) else otherwise


def answers(view: Mapping[str, Any]) -> dict[str, str]:
    """Block id to what was typed or picked; a question left empty is not there.

    Rationale: Slack has been seen to leave out the answers that stood in the form from the start
    and were not touched (bolt-js#1258). Where the words, which must be there, are missing, what
    stood there counts for all that is missing; else an empty box was emptied by its writer.
    """
    found: dict[str, str] = {}
    for block_id, actions in view["state"]["values"].items():
        for answer in actions.values():
            option = answer.get("selected_option") or {}
            text = answer.get("value") or option.get("value")
            if isinstance(text, str):
                found[block_id] = text
    return found if found.get(WORDS) else dict(_stood_there(view)) | found


def typed_in(view: Mapping[str, Any], name: str) -> tuple[str, str]:
    """The one box whose name begins so, and what was typed in it."""
    found = {box: text for box, text in answers(view).items() if box.partition(".")[0] == name}
    return next(iter(found.items()), (name, ""))


def _stood_there(view: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for block in view.get("blocks") or ():
        element = block.get("element") or {}
        option = element.get("initial_option") or {}
        text = element.get("initial_value") or option.get("value")
        if block.get("type") == "input" and isinstance(text, str):
            yield block["block_id"], text


def ticked(view: Mapping[str, Any]) -> tuple[Slip, ...]:
    """The details whose boxes are ticked."""
    return slips_of(
        option["value"]
        for block_id, actions in view["state"]["values"].items()
        for answer in actions.values()
        if block_id.startswith(REPLACE)
        for option in answer.get("selected_options") or ()
    )


def shown(view: Mapping[str, Any]) -> frozenset[str]:
    """Every detail that the form showed, ticked or not."""
    options = (
        option["value"]
        for block in view.get("blocks") or ()
        if str(block.get("block_id")).startswith(REPLACE)
        for option in block["element"]["options"]
    )
    return frozenset(slip.text for slip in slips_of(options))
