"""A find and a version of the machine, for the pages that a browser walks through."""

from core.new_themes import FEWEST, Find, Member
from core.schooling import Version


def found(house, views) -> str:
    """A find of three views, and a version of the machine that learned; the find's id."""
    members = [Member(view.view_id, 0, 2) for view in list(views.values())[:FEWEST]]
    figures = {"themes: micro-F1": 0.6, "themes: macro-F1": 0.6, "themes: recall at 3": 0.8}
    with house.store.transaction() as books:
        books.schooling.mirror([Version("v1", "2027", "A post", 5, 3, figures, figures)])
        books.new_themes.propose([Find("Waits are too long", tuple(members))], house.now())
        return str(books.new_themes.listed()[0].id)
