"""The theme set: what is agreed, suggested and counted follows a merge, and history tells it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from core.errors import NotAllowed, NotFound
from core.facts import Door, Officer, Role, Submission, Suggestions, ThemeScore, Voice, Worry
from core.theming import CannotKeepTheme, ThemeWords
from services import catalogue, desk, intake, review
from services.house import House
from services.shelf import Shelf
from tests.services.people import participation_worker

ADMIN = Officer("o2", "Ada", "Administrator", frozenset({Role.ADMINISTRATOR}))


class TwoThings:
    """Sees money and moving in every text, one surer than the other."""

    def suggest(self, text: str) -> Suggestions:
        return Suggestions(
            themes=(ThemeScore("money", 0.8), ThemeScore("moving_placement", 0.6)),
            suggested=("money",),
            worry=Worry.NONE,
            language="en",
            method="two things",
        )


@pytest.fixture
def tagger() -> TwoThings:
    return TwoThings()


@pytest.fixture
def by(house: House) -> Officer:
    found: Officer = participation_worker(house)
    return found


@pytest.fixture
def agreed(house: House, by: Officer) -> Callable[..., str]:
    """Store a view and agree its themes; its id."""

    def agree(*keys: str) -> str:
        before = {line.view_id for line in desk.waiting(house, by)}
        once = f"once {len(before)} of this test"
        intake.receive(house, Submission(Voice.YOUNG_PERSON, Door.WEB, "Words.", once))
        (view_id,) = {line.view_id for line in desk.waiting(house, by)} - before
        opened = review.open_view(house, by, view_id)
        review.agree_themes(house, by, view_id, keys, opened.version)
        return view_id

    return agree


def books_hold(house: House) -> bool:
    with house.store.reading() as books:
        return books.rollup.total() == books.rollup.recount() and books.audit.verify().holds


def test_a_merge_moves_what_was_agreed_suggested_and_counted_and_each_view_says_who_did_it(
    house: House, by: Officer, agreed: Callable[..., str]
) -> None:
    one, both = agreed("money"), agreed("money", "moving_placement")
    assert catalogue.merge(house, by, "money", "moving_placement") == 2
    assert books_hold(house)
    for view_id in (one, both):
        seen = review.open_view(house, by, view_id)
        assert seen.agreed == ("moving_placement",)
        assert [(s.key, s.score) for s in seen.suggested] == [("moving_placement", 0.8)]
        assert seen.picked == ("moving_placement",)
        assert seen.decisions[-1].keys == ("moving_placement",)
        assert "money" in seen.decisions[0].keys
    told = catalogue.one(house, by, "money").history
    assert [(c.what, c.before, c.after) for c in told] == [("merged", "Money", "Moving home")]
    with house.store.reading() as books:
        lines = [line for line in books.audit.lines("money") if line.verb == "theme merged"]
    assert [line.detail for line in lines] == ["Money -> Moving home"]


def test_after_a_merge_new_words_and_late_ticks_come_under_the_new_theme(
    house: House, by: Officer, agreed: Callable[..., str]
) -> None:
    catalogue.merge(house, by, "money", "moving_placement")
    late = review.open_view(house, by, agreed("money", "education"))
    assert late.agreed == ("education", "moving_placement")
    assert [s.key for s in late.suggested] == ["moving_placement"]
    assert books_hold(house)


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_a_retired_theme_stays_where_it_was_agreed_and_comes_onto_nothing_new(
    house: House, by: Officer, agreed: Callable[..., str]
) -> None:
    kept, other = agreed("money"), agreed("education")
    catalogue.retire(house, by, "money")
    assert "money" not in house.themes().by_key
    assert desk.waiting(house, by)[0].theme_names  # a retired name is still a name
    for view_id, keys in ((kept, ("money", "safety")), (other, ("money",))):
        version = review.open_view(house, by, view_id).version
        if view_id == kept:
            review.agree_themes(house, by, view_id, keys, version)
        else:
            with pytest.raises(review.UnknownTheme):
                review.agree_themes(house, by, view_id, keys, version)
    assert review.open_view(house, by, kept).agreed == ("money", "safety")
    catalogue.bring_back(house, by, "money")
    assert "money" in house.themes().by_key
    assert books_hold(house)


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_a_split_makes_parts_that_map_like_the_whole_and_what_cannot_be_is_refused(
    house: House, by: Officer
) -> None:
    parts = catalogue.split(house, by, "education", ("School", " ", "Getting to school"))
    assert [house.themes().by_key[key].pledge for key in parts] == ["education"] * 2
    assert [t.key for t in catalogue.one(house, by, "education").parts] == [*parts]
    with pytest.raises(CannotKeepTheme):
        catalogue.split(house, by, "money", ("Only one",))
    with pytest.raises(CannotKeepTheme):
        catalogue.merge(house, by, "money", "money")
    with pytest.raises(NotFound):
        catalogue.retire(house, by, "no_such")
    with pytest.raises(NotAllowed):
        catalogue.add(house, ADMIN, ThemeWords("Mine"))
    assert "mine" not in house.themes().known


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_another_process_sees_a_change_within_a_second_and_keeps_the_last_where_books_are_shut(
    house: House, by: Officer
) -> None:
    clock = [0.0]
    other = replace(house, shelf=Shelf(lambda: clock[0]))
    assert "dogs" not in other.themes().by_key
    catalogue.add(house, by, ThemeWords("Dogs", stance="Dogs may not come along"))
    catalogue.edit(house, by, "money", ThemeWords("Pocket money", pledge="future"))
    assert house.themes().name_of("money") == "Pocket money"
    assert "dogs" not in other.themes().by_key
    clock[0] += 1.0
    assert other.themes().by_key["dogs"].stance == "Dogs may not come along"
    (_, changed) = ("", catalogue.one(house, by, "money").history[-1])
    assert changed.before == "name: Money; plain: Money"
    house.store.close()
    with house.store.engine.connect() as connection:  # the file goes away under its feet
        connection.exec_driver_sql("ALTER TABLE edition RENAME TO gone")
    clock[0] += 1.0
    assert other.themes().name_of("money") == "Pocket money"
