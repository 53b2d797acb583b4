from pathlib import Path

import pytest

from core.themes import BY_KEY
from tagging import default_tagger
from tagging.normalising import tokens
from tagging.themes import SUGGEST_FROM, ThemeCues, theme_cues

TAGGER = default_tagger()
SEEDS = Path(__file__).parents[1] / "seeds"


def statements():
    for path in sorted(SEEDS.glob("*.txt")):
        yield from (line.strip(" ·\u00a0") for line in path.read_text().splitlines())


def themes_of_the_statement_with(words):
    (found,) = (line for line in statements() if words in line)
    return set(TAGGER.suggest(found).suggested)


def test_every_theme_has_cues_and_every_cue_a_theme():
    assert {cue.key for cue in theme_cues()} == set(BY_KEY)


def test_a_statement_that_lists_several_areas_carries_them_all():
    assert themes_of_the_statement_with("Front Door Assessment, Pathway Planning") >= {
        "early_help_front_door",
        "leaving_care",
        "domestic_abuse",
        "substance_misuse",
        "mental_health",
        "safety",
    }


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("fewer children on their caseload", "workforce_caseloads"),
        ("Social Worker caseloads are monitored", "workforce_caseloads"),
        ("Personal Education Plan (PEP)", "education"),
        ("with a two week wait", "mental_health"),
        ("The case file audit process", "systems_process"),
        ("unaccompanied asylum seekers", "identity_culture"),
        ("The Early Help offer", "early_help_front_door"),
        ("Thresholds have been embedded", "early_help_front_door"),
        ("Listening to the ‘voice of the child’", "being_listened_to"),
    ],
)
def test_public_minutes_come_out_under_their_theme(words, key):
    assert key in themes_of_the_statement_with(words)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("my foster carers are well nice", "home_carers"),
        ("I never get to see my little brother", "family_time"),
        ("had 4 different social workers since xmas", "social_worker"),
        ("no one asked me at my review", "being_listened_to"),
        ("my school kicked me out", "education"),
        ("been on the camhs list forever", "mental_health"),
        ("I need a dentist", "physical_health"),
        ("can I go on sleepovers with my mates", "friends_activities"),
        ("i get bullied on the bus", "safety"),
        ("her partner is violent and the MARAC was late", "domestic_abuse"),
        ("everyone at the unit vapes", "substance_misuse"),
        ("what is my pathway plan", "leaving_care"),
        ("pocket money has not gone up", "money"),
        ("my stuff went in bin bags, moved again", "moving_placement"),
        ("I want to go to a mosque on Fridays", "identity_culture"),
        ("agency staff come and go", "workforce_caseloads"),
        ("the threshold for referral is too high", "early_help_front_door"),
        ("Liquidlogic crashes on every form", "systems_process"),
    ],
)
def test_a_plain_message_gets_its_theme(text, key):
    assert key in TAGGER.suggest(text).suggested


@pytest.mark.parametrize("text", ["hello", "ok thanks", "asdf", "😂", "see you on Tuesday then"])
def test_nothing_to_tag_is_an_answer(text):
    assert TAGGER.suggest(text).suggested == ()


def test_why_holds_the_words_as_they_were_written():
    said = TAGGER.suggest("Nobody told me about my PATHWAY  plan")
    assert "PATHWAY  plan" in {theme.key: theme.why for theme in said.themes}["leaving_care"]


def test_a_longer_phrase_wins_over_the_words_in_it():
    assert "early_help_front_door" not in TAGGER.suggest("I want a key to my front door").suggested


def test_a_hint_alone_is_not_enough_for_the_cues_to_suggest():
    said, _ = ThemeCues().read(tokens("my uncle mended it"))["family_time"]
    assert said < SUGGEST_FROM
