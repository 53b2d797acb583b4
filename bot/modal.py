"""The form in Slack. It asks about harm first, and says exactly who could learn who wrote."""

from typing import Any

from slack_sdk.models.blocks import Block

from bot.blocks import (
    ask_from_list,
    ask_one,
    ask_words,
    heading,
    help_lines,
    link_to_web_form,
    modal,
    say,
)
from bot.workspace import SlackSettings
from core.council import Council
from core.facts import Kind, Permission
from core.questions import IN_SLACK
from core.themes import SHIPPED, ThemeList

CONCERN = "concern"
AT_RISK, KIND, AREA, TEAM, WORDS = "at_risk", "kind", "area", "team", "words"
IMPACT, TRIED, WOULD_HELP, QUOTE, WHO = "impact", "tried", "would_help", "quote", "who"
YES, NO, NOT_SURE = "yes", "no", "not_sure"
NAMED, CONFIDENTIAL, UNNAMED = "named", "confidential", "unnamed"
SAMPLE = "This is a sample. Please send nothing real."
TYPED_IN_COMMAND = (
    "You typed something after the command. Heard has dropped it. Slack may have kept it. "
    "Please never write a concern there: write it in this form."
)


def concern_modal(
    council: Council,
    slack: SlackSettings,
    themes: ThemeList = SHIPPED,
    *,
    typed_in_command: bool = False,
) -> dict[str, Any]:
    """The form as Slack wants it; warns a person who typed text after the command."""
    warnings = [say(SAMPLE)] if council.is_sample else []
    if typed_in_command:
        warnings.append(say(TYPED_IN_COMMAND))
    asked = [*_harm_first(council), *_questions(themes), *_who(slack), *_routes(council)]
    blocks = [*warnings, *asked]
    return modal(CONCERN, "Concern or good news", blocks, submit="Send", close="Cancel")


def _harm_first(council: Council) -> list[Block]:
    answers = ((YES, "Yes", "Phone first, then send this too."), (NO, "No", ""))
    hours = f"{council.opens:%H:%M} to {council.closes:%H:%M}"
    return [
        ask_one(AT_RISK, IN_SLACK[AT_RISK], answers),
        say(f"If yes, phone now. Do not wait for us.\n{help_lines(council)}"),
        say(
            f"Who reads this: {council.readers}. They read it Monday to Friday, {hours}. "
            "If it shows that somebody could be badly hurt, they must pass it on."
        ),
    ]


def _questions(themes: ThemeList) -> list[Block]:
    kinds = (
        (Kind.CONCERN.value, "A concern", "Something is not right, or could be better."),
        (Kind.GOOD_NEWS.value, "Good news", "Something works, and others should know."),
    )
    areas = [(NOT_SURE, "Not sure"), *((theme.key, theme.name) for theme in themes.themes)]
    no_names = 'Leave out names, dates of birth, addresses and case numbers: say "a child".'
    return [
        ask_one(KIND, IN_SLACK[KIND], kinds),
        ask_from_list(AREA, IN_SLACK[AREA], areas),
        ask_words(
            TEAM,
            IN_SLACK[TEAM],
            optional=True,
            lines=False,
            hint="Leave this empty if your team is so small that it points to you.",
        ),
        ask_words(WORDS, IN_SLACK[WORDS], hint=no_names),
        ask_words(IMPACT, IN_SLACK[IMPACT], optional=True),
        ask_words(TRIED, IN_SLACK[TRIED], optional=True),
        ask_words(WOULD_HELP, IN_SLACK[WOULD_HELP], optional=True),
        ask_one(QUOTE, IN_SLACK[QUOTE], _QUOTING, chosen=Permission.COUNT_ONLY.value),
    ]


_QUOTING = (
    (Permission.EVERYONE.value, "Yes, to councillors and everyone", ""),
    (Permission.COUNCILLORS.value, "Only to councillors, in private", ""),
    (Permission.COUNT_ONLY.value, "No, only count it", ""),
)
_OPENNESS = (
    (NAMED, "With my name", "Those who deal with it see my name and may use it."),
    (
        CONFIDENTIAL,
        "In confidence",
        "They see my name and do not pass it on, but for the limits above.",
    ),
    (
        UNNAMED,
        "Without my name",
        "Heard keeps no name and no Slack id. The limits above still hold.",
    ),
)


def _who(slack: SlackSettings) -> list[Block]:
    return [
        heading("Who could learn that it was you"),
        say(
            "In confidence has limits: if a child could be badly hurt, or the law says so, "
            "your name must be passed on."
        ),
        say(
            "Without your name, Heard keeps no name, no Slack id and no exact time, and cannot "
            "find you to ask more. It is still no promise that nobody can find out:\n"
            "• What you write may point to you. Colleagues may know the story.\n"
            "• Slack carries your words to us, and the people who run your Slack may see that "
            "you used Heard, and when.\n"
            "• The owners of a Slack may export messages, private ones too. Heard never puts "
            "your words in a message.\n"
            "• A work computer or phone may record what is typed on it."
        ),
        link_to_web_form(
            "The web form asks the same and is more private: Slack is not part of it, and you "
            "can use your own phone.",
            slack.web_form,
        ),
        ask_one(WHO, IN_SLACK[WHO], _OPENNESS),
    ]


def _routes(council: Council) -> list[Block]:
    if not council.routes:
        return []
    lines = "\n".join(f"• {_name(key)}: {how}" for key, how in council.routes)
    return [heading("Other proper routes"), say(f"These stay open to you:\n{lines}")]


def _name(key: str) -> str:
    """A route's name as people read it: front_door becomes Front door."""
    return key[:1].upper() + key[1:].replace("_", " ")
