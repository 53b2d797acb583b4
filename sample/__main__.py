"""The sample Heard: `python -m sample run`. A main: it wires the rooms and starts the doors.

python -m sample run      pour the invented voices where there are none yet, then start the web and
                          the clock; PORT says where (8000)
python -m sample number   the six figures that each sample officer needs to sign in just now
python -m sample fresh    throw this sample away and pour it anew, dated from today

Everything lies in var/sample: its own books, keys and secrets. No HEARD_ variable of a real Heard
is looked at, and nothing is sent: letters that would go out are shown on the terminal.
"""

import logging
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Mapping
from email.message import EmailMessage
from pathlib import Path

import settings
import wiring
from core.errors import HeardError
from core.stopping import Stop
from sample import board, daily, guarding, papers, pouring, pulse, staff
from sample.crowd import crowd
from sample.doors import DidNotStart, Doors, PortTaken, check_port
from sample.letterbox import Letterbox
from storage import migrations

HERE = Path(__file__).parent
PLACE = Path("var/sample")
PASSES = "officers.json"
CODE = "code.txt"
OPEN_WITHIN_S = 60.0
QUICK = Path("/dev/shm")  # noqa: S108 - memory, where there is: writing need not wait for a disk
PASSED_ON = frozenset({"HEARD_BIND", "HEARD_PUBLIC_URL", "HEARD_PROXIES", "HEARD_THREADS"})


def environment(given: Mapping[str, str], place: Path) -> dict[str, str]:
    """The variables of a Heard that lives in `place` and reaches nobody outside."""
    kept = {n: v for n, v in given.items() if not n.startswith("HEARD_") or n in PASSED_ON}
    folder = place.resolve()
    return kept | {
        "HEARD_COUNCIL": str(HERE / "council.toml"),
        "HEARD_DATABASE_URL": f"sqlite:///{folder}/heard.db",
        "HEARD_KEYS_URL": f"sqlite:///{folder}/keys.db",
        "HEARD_CLOCK_URL": f"sqlite:///{folder}/clock.db",
        "HEARD_CLOCK_NAME": f"sample-{given.get('PORT', '8000')}",
        "HEARD_SECRETS_FILE": f"{folder}/secrets.json",
        "HEARD_ANCHORS": f"{folder}/anchors",
    }


def prepare(place: Path) -> None:
    """Make the sample aside and move it into place whole, or not at all."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(
            prefix="heard-", dir=QUICK if QUICK.is_dir() else None
        ) as quick,
        tempfile.TemporaryDirectory(prefix="pouring-", dir=place.parent) as beside,
    ):
        made = _make(Path(quick) / "sample")
        whole = shutil.copytree(made, Path(beside) / "sample")
        try:
            whole.rename(place)
        except OSError:
            if not place.is_dir():
                raise
            # Another `run` was quicker, and its sample is as good.


def _make(folder: Path) -> Path:
    began = time.monotonic()
    held = settings.load(environment(os.environ, folder))
    migrations.upgrade(held.database_url, held.keys_url)
    house = wiring.build_house(held)
    staff.keep(staff.hire(house), folder / PASSES)
    count = pouring.pour(house, staff.reader(house), crowd())
    pouring.check_quotes(house, staff.second(house))
    said = pouring.pour_minutes(house)
    board.pin(house)
    guarding.guard(house)
    papers.pour_papers(house, staff.worker(house))
    pulse.pour_pulse(house, staff.worker(house))
    daily.leave_a_day(house, staff.worker(house), staff.reader(house))
    (folder / CODE).touch(mode=0o600)
    (folder / CODE).write_text(house.store.receipt_for(pouring.TOLD_AGAIN), "utf-8")
    house.store.close()
    took = time.monotonic() - began
    print(
        f"Poured {count} invented voices and {said} public statements in {took:.0f} s.", flush=True
    )
    return folder


def run() -> int:
    """Start the sample and keep it going until Ctrl-C or SIGTERM; the exit status."""
    env = environment(os.environ, PLACE)
    host, port = _where(env)
    check_port(host, port)
    if not PLACE.exists():
        print("Pouring the sample voices (once) ...", flush=True)
        prepare(PLACE)
    stop = Stop()
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, stop.set)
    with Letterbox(_show) as letterbox, Doors(env | _mail(letterbox.port)) as doors:
        doors.wait_until_open(_reach(host), port, stop, OPEN_WITHIN_S)
        print(_welcome(env.get("HEARD_PUBLIC_URL") or f"http://{_reach(host)}:{port}"), flush=True)
        doors.stay(stop)
    print("The sample has stopped. What you did is kept in var/sample.")
    return 0


def _mail(port: int) -> dict[str, str]:
    return {
        "HEARD_SMTP_HOST": "127.0.0.1",
        "HEARD_SMTP_PORT": str(port),
        "HEARD_SMTP_STARTTLS": "0",
        "HEARD_MAIL_FROM": "heard@sample.example",
        "HEARD_SAFEGUARDING_MAIL": "safeguarding@sample.example",
        "HEARD_PARTICIPATION_MAIL": "participation@sample.example",
    }


def _show(letter: EmailMessage) -> None:
    """Show a letter that would go out."""
    body = "\n".join(f"  | {line}" for line in letter.get_content().splitlines())
    print(f"\nA letter to {letter['To']}: {letter['Subject']}\n{body}", flush=True)


def _where(env: Mapping[str, str]) -> tuple[str, int]:
    """The address and port to listen on."""
    port = env.get("PORT") or "8000"
    if not (port.isascii() and port.isdecimal() and 0 < int(port) < 65536):
        raise DidNotStart("PORT must be a whole number from 1 to 65535.")
    return env.get("HEARD_BIND") or "127.0.0.1", int(port)


def _reach(host: str) -> str:
    """Where this machine itself finds a web that listens on `host`."""
    return "127.0.0.1" if host in {"", "0.0.0.0"} else host  # noqa: S104 - compared, not bound


def _welcome(address: str) -> str:
    officers = staff.kept(PLACE / PASSES)
    now = time.time()
    lines = [
        f"  {one.role:21} {one.email:29} {one.password:33} {one.number(now)}" for one in officers
    ]
    return "\n".join(
        (
            "",
            f"A sample Heard is open at {address}   (made-up voices: please send nothing real)",
            f"Sign in as an officer at    {address}/desk",
            "",
            f"  {'role':21} {'email':29} {'password':33} number",
            *lines,
            "",
            "The first three read and answer. The reviewer and the participation worker group,",
            "the participation worker issues papers, and the administrator lets officers in.",
            "A number lasts about half a minute and works once. The next: python -m sample number",
            *_looking_back(address),
            "To stop: Ctrl-C",
        )
    )


def _looking_back(address: str) -> tuple[str, ...]:
    """How to look back; nothing in a sample that was poured before this code was kept."""
    code = PLACE / CODE
    if not code.exists():
        return ()
    told = f"Look back as a young person at {address}/look-back with this code:"
    return told, f"  {code.read_text('utf-8')}"


def number() -> int:
    """Print what each officer needs to sign in just now."""
    if not PLACE.exists():
        print("There is no sample yet. Start it: make run", file=sys.stderr)
        return 1
    now = time.time()
    for one in staff.kept(PLACE / PASSES):
        print(f"{one.number(now)}  {one.email:29} {one.password}")
    left = staff.STEP_S - int(now) % staff.STEP_S
    print(f"New numbers in {left} s; these still work for half a minute after that.")
    return 0


def fresh() -> int:
    """Throw the sample away and pour it anew."""
    check_port(*_where(os.environ))
    shutil.rmtree(PLACE, ignore_errors=True)
    prepare(PLACE)
    return 0


VERBS = {"run": run, "number": number, "fresh": fresh}


def main(arguments: list[str]) -> int:
    """Do what was asked; 0 where it went well."""
    logging.basicConfig(level=logging.WARNING)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if len(arguments) != 1 or arguments[0] not in VERBS:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        return VERBS[arguments[0]]()
    except (HeardError, settings.SettingsError, PortTaken, DidNotStart) as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. Nothing was left half done.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
