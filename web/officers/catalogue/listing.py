"""The list of themes: those that are live with what they map to, and those that were retired."""

from flask import render_template

from services import catalogue
from web.door import house
from web.officers.session import officer


def theme_list() -> str:
    """Every theme, the live ones first."""
    every = catalogue.listed(house(), officer())
    return render_template(
        "officers/catalogue/list.html",
        live=[one for one in every if one.theme.live],
        retired=[one for one in every if not one.theme.live],
        named=house().themes().name_of,
        frameworks=frameworks(),
    )


def frameworks() -> dict[str, dict[str, str]]:
    """The names of promises and ambitions by their keys, as the council says them."""
    council = house().council
    return {"pledge": dict(council.promises), "ambition": dict(council.ambitions)}
