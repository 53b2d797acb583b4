"""Periods as people type them: "January 2027", "2027-01", "Q4 2026", "last quarter", "2026"."""

import re
from calendar import monthrange
from datetime import date, timedelta

from core.dates import MONTHS
from core.summaries import Period

MONTH = "|".join(MONTHS).lower()
SHORT = "|".join(name[:3] for name in MONTHS).lower()
ENDING = re.compile(
    rf"(?:^|\s)(?:(?P<last>last\s+(?:month|quarter))|(?P<iso>\d{{4}}-\d{{2}})"
    rf"|(?P<name>{MONTH}|{SHORT})\s+(?P<of>\d{{4}})"
    rf"|q(?P<q>[1-4])\s+(?P<qof>\d{{4}})|(?P<year>\d{{4}}))$"
)


def split_period(text: str, today: date) -> tuple[str, Period] | None:
    """What stands before the period, and the period; None where the text does not end in one."""
    told = " ".join(text.casefold().split())
    match = ENDING.search(told)
    found = None if match is None else _period(match, today)
    return None if match is None or found is None else (told[: match.start()].strip(), found)


def _period(match: re.Match[str], today: date) -> Period | None:
    if match["last"]:
        months = 1 if match["last"].endswith("month") else 3
        first = _first_of_quarter(today) if months == 3 else today.replace(day=1)
        ends = first - timedelta(days=1)
        return _months(ends.year, ends.month - months + 1, months)
    if match["iso"]:
        year, month = match["iso"].split("-")
        return _months(int(year), int(month), 1)
    if match["name"]:
        month = [name[:3].lower() for name in MONTHS].index(match["name"][:3]) + 1
        return _months(int(match["of"]), month, 1)
    if match["q"]:
        return _months(int(match["qof"]), 3 * int(match["q"]) - 2, 3)
    return _months(int(match["year"]), 1, 12)


def _first_of_quarter(day: date) -> date:
    return day.replace(month=3 * ((day.month - 1) // 3) + 1, day=1)


def _months(year: int, month: int, count: int) -> Period | None:
    if not (1900 <= year <= 2999 and 1 <= month <= 12):
        return None
    last = month + count - 1
    return Period(date(year, month, 1), date(year, last, monthrange(year, last)[1]))
