"""Tells a practitioner, before they send, whether others raised the same: from releases alone."""

from core.errors import HeardError
from core.facts import Voice
from core.others import Others, band_of
from core.releases import of_theme
from services.house import House


def raised_too(house: House, theme: str | None) -> Others | None:
    """How often practitioners raised this theme in the newest release; None where none may say.

    It never raises: a form must open while the books are away.
    """
    if not theme:
        return None
    try:
        with house.store.reading() as books:
            releases = books.releases.all()
    except HeardError:
        return None
    if not releases:
        return None
    newest = releases[0]
    counted = newest.count(of_theme(Voice.PRACTITIONER, theme))
    return band_of(counted.number, newest.period)
