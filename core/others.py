"""Whether others raised the same: a band out of what was published, never a live count.

Rationale: a live count, asked before and after a send, tells when somebody wrote. A release was
frozen, protected and published, so whoever asks twice learns nothing that is not public already.
"""

from dataclasses import dataclass

from core.dates import month_written
from core.summaries import Period

BANDS = (5, 10, 20, 50, 100)


@dataclass(frozen=True, slots=True)
class Others:
    """How often, in a band, and in which days. `most` is None where there is no upper end."""

    least: int
    most: int | None
    period: Period

    def __str__(self) -> str:
        """A sentence for the form."""
        times = (
            f"{self.least} times or more"
            if self.most is None
            else f"{self.least} to {self.most} times"
        )
        first, last = month_written(self.period.start), month_written(self.period.end)
        when = f"in {first}" if first == last else f"from {first} to {last}"
        return (
            f"Others raised this too: {times} {when}. Numbers are from the last published count, "
            "and none under 5 is ever shown."
        )


def band_of(number: int | None, period: Period) -> Others | None:
    """The band that a published number lies in; None where it is hidden or too small."""
    if number is None or number < BANDS[0]:
        return None
    least = max(one for one in BANDS if one <= number)
    above = BANDS[BANDS.index(least) + 1 :]
    return Others(least, above[0] - 1 if above else None, period)
