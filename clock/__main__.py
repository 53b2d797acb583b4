"""`python -m clock`: starts the third door and keeps it going until it is told to stop."""

import logging
import os
import signal
import sys

import settings
import wiring
from clock.duties import Duties
from clock.engine import Engine
from core.stopping import Stop
from storage import migrations

PATIENCE_S = 20.0
# Read by numpy when the full reader brings it in. With several threads that wait for each other on
# busy cores, a text took five times as long, and the doors had less of the machine.
ONE_CORE = ("OPENBLAS_NUM_THREADS", "1")


def _awake() -> None:
    """The clock need not be woken by itself."""


def main() -> int:
    """Bring the stores up to date, start, and wait for SIGTERM or SIGINT; the exit status."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    try:
        held = settings.load(os.environ)
    except settings.SettingsError as error:
        print(error, file=sys.stderr)
        return 2
    stop = Stop()
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, stop.set)
    migrations.upgrade(held.database_url, held.keys_url)
    house = wiring.build_house(held, wake=_awake, patience_s=PATIENCE_S, tagger=wiring.NoTagger())
    duties = Duties(house, wiring.build_senders(held))
    with Engine(held.clock_url, duties, name=held.clock_name):
        duties.beat()
        print("The clock goes.", flush=True)
        os.environ.setdefault(*ONE_CORE)
        duties.reading.take(wiring.load_reader())  # seconds: no notice waits for it
        duties.beat()
        stop.wait()
        duties.reading.ending = True
    house.store.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
