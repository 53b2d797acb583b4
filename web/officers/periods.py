"""Which days a summary or a paper speaks of: the last quarters, or any two dates."""

from dataclasses import dataclass
from datetime import date, timedelta

from flask_wtf import FlaskForm
from wtforms import DateField
from wtforms.validators import InputRequired, ValidationError

from core.dates import MONTHS
from core.summaries import Period

FIRST_DAY = "Give the first day."
LAST_DAY = "Give the last day."
NO_DAY = "That is not a day. Choose one, or type it like 2027-03-31."


class DayField(DateField):
    """A day; what cannot be one is explained in plain words."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the day, or say how to give it."""
        try:
            super().process_formdata(valuelist)
        except ValueError as error:
            raise ValueError(NO_DAY) from error


class PeriodForm(FlaskForm):
    """Two dates, both ends included."""

    start = DayField("First day", [InputRequired(FIRST_DAY)])
    end = DayField("Last day", [InputRequired(LAST_DAY)])

    def validate_end(self, field: DayField) -> None:
        """Refuse a period that ends before it starts."""
        if field.data and self.start.data and field.data < self.start.data:
            raise ValidationError("The last day must not be before the first day.")

    def period(self) -> Period | None:
        """The period that was asked for, where both days stand."""
        if self.start.data is None or self.end.data is None:
            return None
        return Period(self.start.data, self.end.data)


@dataclass(frozen=True, slots=True)
class Quarter:
    """Three months with a name that people say."""

    name: str
    period: Period


def quarter_of(day: date) -> Quarter:
    """The quarter in which this day falls."""
    first = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    after = (first + timedelta(days=95)).replace(day=1)
    last = after - timedelta(days=1)
    name = f"{MONTHS[first.month - 1]} to {MONTHS[last.month - 1]} {last.year}"
    return Quarter(name, Period(first, last))


def quarters(today: date, many: int = 5) -> tuple[Quarter, ...]:
    """This quarter and those before it, newest first."""
    found = [quarter_of(today)]
    while len(found) < many:
        found.append(quarter_of(found[-1].period.start - timedelta(days=1)))
    return tuple(found)
