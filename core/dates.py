"""Dates as people here write them."""

from datetime import date

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
HALF_YEARS = range(182, 185)
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def written(day: date) -> str:
    """12 January 2027."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def read(text: str) -> date | None:
    """The day that `written` wrote; None where it is something else."""
    day, _, rest = text.partition(" ")
    month, _, year = rest.partition(" ")
    if month not in MONTHS or not (day.isdecimal() and year.isdecimal()):
        return None
    try:
        return date(int(year), MONTHS.index(month) + 1, int(day))
    except ValueError:
        return None


def with_weekday(day: date) -> str:
    """Tuesday 12 January 2027."""
    return f"{DAYS[day.weekday()]} {written(day)}"


def month_written(day: date) -> str:
    """January 2027."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def span_written(days: int) -> str:
    """A span of days as people say it: one year, six months, 30 days."""
    if days % 365 == 0:
        return "one year" if days == 365 else f"{days // 365} years"
    if days in HALF_YEARS:
        return "six months"
    return "one day" if days == 1 else f"{days} days"
