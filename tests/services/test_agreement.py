"""The machine against the people: every figure here was worked out by hand first."""

from dataclasses import replace
from datetime import date

import pytest

from core.agreement import Line, Share
from core.errors import NotAllowed
from core.facts import Role, Suggestions, ThemeScore, Worry
from core.summaries import Count, Period
from services import agreement, intake, review
from tests.services.people import grouped, officer, participation_worker, said

BOTH_MONTHS = Period(date(2027, 1, 1), date(2027, 2, 28))
# What the machine picked (it echoes the words), and what people agreed.
JANUARY = (
    ("money", ("money",)),
    ("money", ("money",)),
    ("money", ("money", "education")),
    ("money", ("education",)),
    ("money education", ("money", "education")),
    ("education", ("education",)),
    ("education", ("education",)),
    ("French", ("money",)),
)


class Echo:
    """Picks the themes that the words name, and thinks of safety each time without picking it."""

    def suggest(self, text):
        if text == "Broken":
            raise RuntimeError("the machine is out of order")
        if text == "French":
            return Suggestions(language="fr", method="echo")
        named = tuple(key for key in text.split() if key.islower())
        themes = (*(ThemeScore(key, 0.9) for key in named), ThemeScore("safety", 0.1))
        return Suggestions(themes, named, worry=Worry.NONE, language="en", method="echo")


@pytest.fixture
def tagger():
    return Echo()


@pytest.fixture
def by(house):
    return participation_worker(house)


@pytest.fixture
def two_months(house, by, now):
    """Eight decided views and one waiting in January, one decided in February, one in March."""
    for words, keys in JANUARY:
        grouped(house, by, keys, words=words)
    intake.receive(house, said("money"))
    for _ in range(2):
        now.pass_by(days=31)
        grouped(house, by, ("money",), words="money")


def themes_of(measured):
    """The lines by theme, which this officer may see."""
    assert measured.themes is not None
    return measured.themes


def of_theme(measured, name):
    return next(line for line in themes_of(measured) if line.name == name)


def test_the_figures_are_those_worked_out_by_hand(house, by, two_months):
    measured = agreement.measure(house, by, BOTH_MONTHS)
    assert measured.whole == Line("All months", Share(8, 9), Share(8, 10), Share(9, 10))
    january, february = measured.months
    assert january == Line("January 2027", Share(7, 8), Share(7, 9), Share(8, 9))
    assert february == Line("February 2027", None, None, None)
    assert of_theme(measured, "Money") == Line("Money", Share(5, 6), Share(5, 5))
    education = of_theme(measured, "School, college and work")
    assert (education.right, education.found) == (None, Share(3, 5))
    assert (Share(5, 6).percent, Share(3, 5).percent) == (83, 60)
    assert measured.unread == Count(None, under=5)


def test_only_what_the_machine_picked_counts_as_suggested(house, by, two_months):
    safety = of_theme(agreement.measure(house, by, BOTH_MONTHS), "Feeling safe")
    assert (safety.right, safety.found) == (None, None)


def test_the_last_decision_counts_and_a_view_counts_once(house, by):
    for _ in range(5):
        view_id, _ = grouped(house, by, ("education",), words="money")
        version = review.open_view(house, by, view_id).version
        review.agree_themes(house, by, view_id, ("money",), version)
    measured = agreement.measure(house, by, BOTH_MONTHS)
    assert measured.whole == Line("All months", Share(5, 5), Share(5, 5), Share(5, 5))


def test_no_theme_at_all_is_a_decision_that_makes_the_suggestion_wrong(house, by):
    for _ in range(5):
        grouped(house, by, (), words="money")
    measured = agreement.measure(house, by, BOTH_MONTHS)
    assert measured.whole == Line("All months", Share(0, 5), None, Share(5, 5))


def test_many_suggestions_on_few_views_are_too_few_to_say(house, by):
    for _ in range(4):
        grouped(house, by, ("money", "education"), words="money education")
    measured = agreement.measure(house, by, BOTH_MONTHS)
    assert measured.whole == Line("All months", None, None, None)


def test_what_the_machine_could_not_read_is_counted_apart(house, by):
    for words in ("French", "Broken", "French", "Broken", "French"):
        grouped(house, by, ("money",), words=words)
    measured = agreement.measure(house, by, BOTH_MONTHS)
    assert measured.unread == Count(5)
    assert measured.whole == Line("All months", None, None, Share(5, 5))


def test_a_theme_that_is_on_no_list_now_is_named_and_counted(house, by):
    for _ in range(5):
        view_id, _ = grouped(house, by, (), words="old_theme")
        with house.store.transaction() as books:
            on = date(2027, 1, 12)
            books.themes.agree(view_id, ("old_theme",), officer_id=by.id, post="Post", on=on)
    measured = agreement.measure(house, by, BOTH_MONTHS)
    assert themes_of(measured)[-1] == Line(
        "Old theme (not on the list now)", Share(5, 5), Share(5, 5)
    )
    assert measured.whole.right == Share(5, 5)


def test_a_council_may_ask_for_more_views_before_a_figure_is_given(house, by, two_months):
    careful = replace(house, rules=replace(house.rules, threshold=10))
    measured = agreement.measure(careful, by, BOTH_MONTHS)
    assert measured.whole == Line("All months", None, None, Share(9, 10))


def test_nothing_said_gives_no_figure(house, by):
    measured = agreement.measure(house, by, Period(date(2020, 11, 15), date(2021, 2, 1)))
    assert [month.name for month in measured.months] == [
        "November 2020",
        "December 2020",
        "January 2021",
        "February 2021",
    ]
    assert {line.right for line in (*themes_of(measured), *measured.months)} == {None}
    assert measured.unread == Count(0)


@pytest.mark.parametrize("role", [Role.SAFEGUARDING, Role.ADMINISTRATOR, Role.MEMBERS_READER])
def test_whoever_sees_no_live_summary_is_refused(house, role):
    who, _ = officer(house, role)
    with pytest.raises(NotAllowed):
        agreement.measure(house, who, BOTH_MONTHS)
