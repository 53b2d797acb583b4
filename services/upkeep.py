"""What has to be swept now and then."""

from datetime import timedelta

from core.working_days import london_day
from services.house import House, naive_utc

UNSHUFFLED = timedelta(days=8)  # a clock that stood still for a week loses nothing


def sweep_keys(house: House) -> int:
    """Destroy the keys from before yesterday that no view came to use; how many there were."""
    today = london_day(house.now())
    with house.store.transaction() as books:
        books.arrivals.forget(naive_utc(house.now()))
        used = books.views.keys_in_use() | books.arrivals.keys_in_use()
    unused = house.store.vault.unused(used, today)
    house.store.vault.destroy(unused)
    return len(unused)


def shuffle(house: House) -> int:
    """Leave no order of arrival in the books; how many tables had one."""
    return house.store.shuffle(london_day(house.now()) - UNSHUFFLED)
