"""What has to be swept now and then."""

from core.working_days import london_day
from services.house import House


def sweep_keys(house: House) -> int:
    """Destroy the keys from before yesterday that no view came to use; how many there were."""
    today = london_day(house.now())
    with house.store.reading() as books:
        used = books.views.keys_in_use()
    unused = house.store.vault.unused(used, today)
    house.store.vault.destroy(unused)
    return len(unused)
