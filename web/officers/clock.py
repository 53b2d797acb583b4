"""Which day it is for people in England, whatever the server thinks."""

from datetime import date

from core.working_days import london_day
from web.door import house


def today() -> date:
    """Today, in London."""
    return london_day(house().now())
