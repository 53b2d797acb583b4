"""The set-up guide names what the code knows, and nothing that it does not."""

import re
from pathlib import Path

from bot.manifest import SCOPES
from settings.environment import Environment
from settings.outward import read_slack

GUIDE = (Path(__file__).parents[2] / "docs" / "slack-set-up.md").read_text()


def test_every_slack_setting_is_explained_but_the_one_for_tests():
    env = Environment({})
    read_slack(env)
    known = {name for name in env.known if name.startswith("HEARD_SLACK")}
    named = set(re.findall(r"HEARD_SLACK_[A-Z_]+", GUIDE))
    assert named == known - {"HEARD_SLACK_API_URL"}


def test_every_right_that_the_app_asks_for_is_explained():
    assert all(f"`{scope}`" in GUIDE for scope in SCOPES)
    assert "asks for three rights" in GUIDE
    assert len(SCOPES) == 3
