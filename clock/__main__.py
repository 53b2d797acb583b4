"""`python -m clock`: starts the third door and keeps it going until it is told to stop.

`python -m clock learn` teaches the machine what officers agreed, `learn list` names its versions,
`learn back VERSION` goes back to one. The desk's button has the running clock do the same. Both are
here, for only a main may join the books with tagging.
"""

import argparse
import logging
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import settings
import wiring
from clock.duties import Duties
from clock.engine import Engine
from core.errors import HeardError
from core.schooling import Version
from core.stopping import Stop
from services import learning
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
        reader = wiring.load_reader()  # seconds: no notice waits for it
        duties.reading.take(reader)
        if reader is not None:
            duties.schooling.take(reader.school, reader.finder)
        duties.beat()
        stop.wait()
        duties.reading.ending = True
    house.store.close()
    return 0


def learn(arguments: Sequence[str]) -> int:
    """Teach, list or go back; 0 where the machine is as was asked, 1 where that was refused."""
    from tagging.school import School

    asked = argparse.ArgumentParser(prog="python -m clock learn")
    asked.add_argument("do", nargs="?", choices=("now", "list", "back"), default="now")
    asked.add_argument("version", nargs="?", default="shipped")
    asked.add_argument("--models", type=Path, default=Path(wiring.MODELS))
    given = asked.parse_args(arguments)
    held = settings.load(os.environ)
    house = wiring.build_house(held, wake=_awake, patience_s=PATIENCE_S, tagger=wiring.NoTagger())
    school = School(given.models)
    try:
        if given.do == "now":
            made = learning.retrain(house, school)
            print(_told(made))
            return int(made.refused)
        if given.do == "back":
            learning.roll_back(house, school, given.version)
        print("\n".join(map(_told, learning.versions(school))) or "Only the shipped version.")
    except HeardError as trouble:
        print(trouble, file=sys.stderr)
        return 1
    finally:
        house.store.close()
    return 0


def _told(one: Version) -> str:
    how = "refused, it would be worse" if one.refused else "live" if one.live else "kept"
    figures = "; ".join(
        f"{name.removeprefix('themes: ')} {one.before[name]:.3f} to {one.after[name]:.3f}"
        for name in one.after
        if name.startswith("themes: ")
    )
    return f"{one.name} ({how}), {one.corrections} corrections: {figures}"


if __name__ == "__main__":
    sys.exit(learn(sys.argv[2:]) if sys.argv[1:2] == ["learn"] else main())
