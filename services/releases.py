"""Frozen numbers: all that anybody and anything sees who may not read the words."""

from core.counting import faces_in
from core.dates import written
from core.differencing import Asked, guarded
from core.duties import ISSUES_PAPERS, SEES_RELEASES, must_hold
from core.errors import HeardError, NotFound
from core.facts import Officer, Voice
from core.orders import Format, Sheet
from core.releases import Release, cells_of, sums_of
from core.summaries import Count, Period
from core.telling import number_words
from core.working_days import london_day
from reports import rows
from services import sight
from services.house import House
from storage.store import Books


class NotFrozen(HeardError):
    """A document was asked for, and its figures still move."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "The figures of these days still move. Freeze them first: two copies of a paper with "
            "different figures could point at one person."
        )


def freeze(house: House, officer: Officer, period: Period) -> Release:
    """The release of these days: the one that there is, or a new one that is safe beside all.

    Raises:
        Overlaps, CannotProtect: a difference could point at a person; nothing was published.
    """
    must_hold(officer, ISSUES_PAPERS)
    with house.store.transaction() as books:
        return freeze_in(house, books, officer, period)


def freeze_in(house: House, books: Books, officer: Officer, period: Period) -> Release:
    """The same, within a transaction that is open already."""
    earlier = books.releases.all()
    known = next((one for one in earlier if one.period == period), None)
    if known is not None:
        return known
    counts = would_be(house, books, period, earlier)
    now = house.now()
    made = books.releases.add(
        period,
        counts,
        threshold=house.rules.threshold,
        officer_id=officer.id,
        on=london_day(now),
    )
    books.audit.append(now.isoformat(), officer.id, "release frozen", made.id, made.sha256)
    return made


def must_be_frozen(books: Books, period: Period) -> None:
    """Pass where the numbers of these days never change again; raise NotFrozen elsewhere.

    Rationale: whoever holds two files, or opens a page twice, sees the difference of two days.
    """
    if not is_frozen(books, period):
        raise NotFrozen


def is_frozen(books: Books, period: Period) -> bool:
    """Whether there is a release of just these days."""
    return any(one.period == period for one in books.releases.all())


def counts_of(house: House, books: Books, period: Period) -> dict[str, Count]:
    """The numbers of these days: as they were frozen, or as they would be frozen now."""
    earlier = books.releases.all()
    known = next((one for one in earlier if one.period == period), None)
    return dict(known.counts) if known else would_be(house, books, period, earlier)


def would_be(
    house: House, books: Books, period: Period, earlier: tuple[Release, ...]
) -> dict[str, Count]:
    """What a release of these days would print beside those that were published."""
    keys, kept = tuple(house.themes().known), sight.counted_nowhere(books)

    def look(days: Period) -> dict[str, int]:
        sorts = books.rollup.between(days.start, days.end)
        sorts.subtract(books.rollup.of_views(kept, days.start, days.end))
        corrected = books.corrections.between(days.start, days.end, without=kept)
        return cells_of(sorts, faces_in(sorts, Voice.YOUNG_PERSON), keys, corrected)

    return guarded(Asked(period, look, sums_of(keys)), earlier, house.rules.threshold)


def published(house: House, officer: Officer) -> tuple[Release, ...]:
    """Every release, for every officer of the desk."""
    must_hold(officer, SEES_RELEASES)
    with house.store.reading() as books:
        return books.releases.all()


def find(house: House, officer: Officer, release_id: str) -> tuple[Release, bool]:
    """One release, and whether what is kept still has the hash that was printed."""
    must_hold(officer, SEES_RELEASES)
    with house.store.reading() as books:
        found = books.releases.find(release_id)
        if found is None:
            raise NotFound
        return found, books.releases.holds(release_id)


def download(house: House, officer: Officer, release_id: str, form: Format) -> bytes:
    """A release as a file. JSON is the frozen text itself, with the SHA-256 that is printed."""
    must_hold(officer, SEES_RELEASES)
    now = house.now()
    with house.store.transaction() as books:
        found = books.releases.find(release_id)
        if found is None:
            raise NotFound
        body = books.releases.body(release_id)
        told = f"{found.sha256} as {form}"
        books.audit.append(now.isoformat(), officer.id, "release taken", release_id, told)
    if form is Format.JSON:
        return body.encode()
    days = f"{written(found.period.start)} to {written(found.period.end)}"
    sheet = Sheet(
        title=f"Figures of {days}",
        head=("What is counted", "How many"),
        rows=tuple((key, number_words(n)) for key, n in sorted(found.counts.items())),
        marking=f"Frozen on {written(found.made_on)}. Small numbers are hidden.",
        notes=(f"SHA-256 of the frozen text: {found.sha256}",),
    )
    return rows.write(sheet, form)
