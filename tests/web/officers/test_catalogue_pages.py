"""The pages of the theme set, walked as an officer walks them. Each page is read strictly."""

from collections.abc import Callable

import pytest

from core.facts import Role
from services import review
from services.house import House
from tests.web.officers.conftest import Desk, Staff, Told

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


def test_a_theme_is_added_renamed_retired_and_brought_back_and_its_page_tells_how(
    worker: Desk,
) -> None:
    worker.get("/desk/themes/add")
    refused = worker.post("/desk/themes/add", name="Money", plain="Cash", stance="Too little")
    assert refused.status == 422
    assert "Another theme has that name" in refused.said()
    assert refused.value("plain") == "Cash"
    added = worker.follow(worker.post("/desk/themes/add", name="Dogs", for_young="y"))
    assert "Theme added." in added.said()
    assert "Dogs" in worker.follow(worker.get("/write")).said()
    renamed = worker.post("/desk/themes/dogs", name="Pets", plain="My pets", pledge="home")
    page = worker.follow(renamed)
    assert "name: Dogs" in page.said()
    assert "name: Pets" in page.said()
    worker.post("/desk/themes/dogs/retire")
    retired = worker.get("/desk/themes")
    assert "Retired on 12 January 2027" in retired.said()
    worker.post("/desk/themes/dogs/back")
    assert "brought back" in worker.get("/desk/themes/dogs").said()


def test_a_theme_is_split_its_views_sorted_and_what_is_left_merged(
    worker: Desk, staff: Staff, tell: Callable[..., Told], house: House
) -> None:
    views = [tell(f"My school and worker, {n}") for n in range(2)]
    for view in views:
        worker.get(view.path)
        version = review.open_view(house, staff.officer(Role.PARTICIPATION), view.view_id).version
        worker.post(f"{view.path}/themes", themes=["education", "social_worker"], version=version)
    split = worker.post("/desk/themes/education/split", parts="School\nGetting there\n")
    page = worker.follow(split)
    while "Every view is sorted" not in page.said():
        assert "My school and worker" in page.said()
        action = page.all("form[@id='parts']")[0].get("action") or ""
        sent = worker.post(action, version=page.value("version"), themes=["school"])
        page = worker.follow(sent)
    for view in views:
        agreed = review.open_view(house, staff.officer(Role.PARTICIPATION), view.view_id).agreed
        assert agreed == ("school", "social_worker")
    merged = worker.follow(worker.post("/desk/themes/education/merge", into="school"))
    assert "Merged. 0 views moved." in merged.said()
    assert house.themes().current("education") == "school"
    assert worker.post("/desk/themes/school/merge", into="").status == 422
    assert worker.get("/desk/themes/no_such").status == 404
