"""How a practitioner can send: with a name or without, and who could still work out who it was."""

from slack_sdk.models.blocks import Block

from bot.blocks import ask_one, heading, link_to_web_form, say
from bot.fields import CONFIDENTIAL, NAMED, QUOTE, UNNAMED, WHO
from bot.workspace import SlackSettings
from core.council import Council
from core.facts import Permission
from core.questions import PRACTITIONERS

WAYS = (
    (NAMED, "With my name", "Those who deal with it see my name and may use it."),
    (
        CONFIDENTIAL,
        "In confidence",
        "They see my name and keep it to themselves, with limits.",
    ),
    (UNNAMED, "Without my name", "Heard keeps no name and no Slack id."),
)
QUOTING = (
    (Permission.EVERYONE.value, "Yes, to councillors and everyone", ""),
    (Permission.COUNCILLORS.value, "Only to councillors, in private", ""),
    (Permission.COUNT_ONLY.value, "No, only count it", ""),
)
MEANS = (
    "With my name: those who deal with it know it and may use it. You are never named in a paper.\n"
    "In confidence: they know it and keep it to themselves. The limits: if a child could be badly "
    "hurt, or the law says so, it must be passed on.\n"
    "Without my name: Heard keeps no name and no Slack id, and cannot find you to ask more. Only "
    "an alert, if one goes out, shows the exact time. With your code words you can look back and "
    "answer."
)
LIMITS = (
    "Without your name is no promise that nobody can find out:\n"
    "• What you write may point to you. Colleagues may know the story.\n"
    "• Slack carries your words to us. The people who run your Slack may see that you used Heard, "
    "and when.\n"
    "• The owners of a Slack may export messages, private ones too. Heard never puts your words "
    "in a message.\n"
    "• A work computer or phone may record what is typed on it.\n"
    "• If somebody could be badly hurt, or the machine cannot tell, an alert goes out at once. It "
    "shows when you sent this, to the minute, and none of your words. It stays in the mail box or "
    "Slack channel of the people on duty."
)


def ask_who(slack: SlackSettings | None, chosen: str = "") -> list[Block]:
    """The question, under what each way means; with a way to the web form where there is time."""
    return [
        heading("Who could learn that it was you"),
        say(MEANS),
        say(LIMITS),
        *([more_private(slack)] if slack else []),
        ask_one(WHO, PRACTITIONERS[WHO], WAYS, chosen=chosen),
    ]


def more_private(slack: SlackSettings) -> Block:
    """The way to the form on the web."""
    return link_to_web_form(
        "The web form asks the same and is more private: Slack is not part of it, and you can "
        "use your own phone.",
        slack.web_form,
    )


def ask_quote(chosen: str = "") -> Block:
    """Whether the words may be quoted; the private answer where nothing was chosen."""
    chosen = chosen or Permission.COUNT_ONLY.value
    return ask_one(QUOTE, PRACTITIONERS[QUOTE], QUOTING, chosen=chosen)


def other_routes(council: Council) -> list[Block]:
    """The proper routes beside this one, as the council names them."""
    if not council.routes:
        return []
    lines = "\n".join(f"• {_name(key)}: {how}" for key, how in council.routes)
    return [heading("Other proper routes"), say(f"These stay open to you:\n{lines}")]


def _name(key: str) -> str:
    """A route's name as people read it: front_door becomes Front door."""
    return key[:1].upper() + key[1:].replace("_", " ")
