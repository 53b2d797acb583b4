"""Which Slack workspace this door serves, and with which keys."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class SlackSettings:
    """What the door needs to know of Slack. Its secrets stay out of its repr.

    Args:
        team_id: the one workspace that is served (T...); every other is refused.
        enterprise_id: its organisation (E...) on Enterprise Grid, else empty.
        api_url: where the Slack Web API is, with the closing slash.
        web_form: the address of the same form on the web, the more private way; may be empty.
        site: where a code shows its answer; may be empty.
    """

    team_id: str
    bot_token: str = field(repr=False)
    signing_secret: str = field(default="", repr=False)
    app_token: str = field(default="", repr=False)
    enterprise_id: str = ""
    api_url: str = "https://slack.com/api/"
    web_form: str = ""
    site: str = ""


def is_ours(payload: Mapping[str, Any], slack: SlackSettings) -> bool:
    """Whether every workspace and organisation that a payload names is the one we serve.

    Slack's check of a new address names none; everything else must name ours.
    """
    if payload.get("type") == "url_verification":
        return True
    teams = [team for team in _named(payload, "team") if team]
    organisations = [org for org in _named(payload, "enterprise") if org]
    return (
        bool(teams)
        and all(team == slack.team_id for team in teams)
        and all(org == slack.enterprise_id for org in organisations)
    )


def _named(payload: Mapping[str, Any], what: str) -> Iterator[object]:
    """Every id of that sort, in each place where Slack's payloads carry one."""
    at_top = payload.get(what)
    yield at_top.get("id") if isinstance(at_top, dict) else at_top
    for place in (payload, payload.get("team"), payload.get("user"), payload.get("view")):
        if isinstance(place, Mapping):
            yield place.get(f"{what}_id")
