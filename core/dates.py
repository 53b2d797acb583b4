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
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def written(day: date) -> str:
    """12 January 2027."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def with_weekday(day: date) -> str:
    """Tuesday 12 January 2027."""
    return f"{DAYS[day.weekday()]} {written(day)}"


def month_written(day: date) -> str:
    """January 2027."""
    return f"{MONTHS[day.month - 1]} {day.year}"
