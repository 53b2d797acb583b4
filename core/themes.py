"""The themes that a view can carry, and the frameworks each one maps to.

Source: the pledge's six promises and the Continuous Service Improvement framework's elements.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme: its key, the name on reports, the name on young people's pages, and its maps."""

    key: str
    name: str
    plain: str
    pledge: str | None = None
    csi: tuple[str, ...] = ()


THEMES: tuple[Theme, ...] = (
    Theme(
        "home_carers",
        "Home and the people who care for me",
        "Where I live and who looks after me",
        "home",
    ),
    Theme("family_time", "Family time", "Seeing my family", "identity"),
    Theme("social_worker", "My social worker", "My social worker", "involvement"),
    Theme("being_listened_to", "Being listened to", "Being listened to", "involvement"),
    Theme("education", "School, college and work", "School, college or work", "education"),
    Theme(
        "mental_health",
        "Feelings and mental health",
        "How I feel inside",
        "health",
        ("Substance Misuse and Mental Health", "Access to Therapeutic Support"),
    ),
    Theme("physical_health", "Physical health", "My body and health", "health"),
    Theme("friends_activities", "Friends and things to do", "Friends and things to do", "identity"),
    Theme("safety", "Feeling safe", "Feeling safe", "home", ("Neglect and Child Abuse",)),
    Theme(
        "domestic_abuse",
        "Domestic abuse",
        "Adults hurting each other at home",
        "home",
        ("Domestic Abuse",),
    ),
    Theme(
        "substance_misuse",
        "Drugs, alcohol and vapes",
        "Drugs, alcohol or vapes",
        "health",
        ("Substance Misuse and Mental Health",),
    ),
    Theme(
        "leaving_care",
        "Moving on",
        "Getting my own place and growing up",
        "future",
        ("Pathway Planning",),
    ),
    Theme("money", "Money", "Money", "future"),
    Theme("moving_placement", "Moving home", "Moving to a different home", "home"),
    Theme("identity_culture", "Who I am", "Who I am and what I believe", "identity"),
    Theme("workforce_caseloads", "Workforce and caseloads", "Staff and how busy they are"),
    Theme(
        "early_help_front_door",
        "Early help and the front door",
        "Getting help early",
        None,
        ("Early Help", "Front Door Assessment"),
    ),
    Theme("systems_process", "Systems and process", "Forms, rules and computers"),
)
BY_KEY = {theme.key: theme for theme in THEMES}
FOR_YOUNG_PEOPLE = tuple(t for t in THEMES if t.pledge is not None and t.key != "domestic_abuse")
