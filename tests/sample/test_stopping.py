"""A waiting sample, clock or bot stops however often and however quickly it is told to."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
# The sample's own waiting part with no doors to watch; it says when it waits, and when it stopped.
WAITS = """
import signal
from core.stopping import Stop
from sample.doors import Doors
stop = Stop()
signal.signal(signal.SIGTERM, stop.set)
print("waits", flush=True)
Doors({}).stay(stop)
print("stopped", flush=True)
import time
time.sleep(0.3)
"""

# A signal every half of a millisecond, so that some come in the middle of each wait and each set.
STORM = """
import signal, time
from core.stopping import Stop
stop = Stop()
signal.signal(signal.SIGALRM, lambda *_: stop.set())
signal.setitimer(signal.ITIMER_REAL, 0.0005, 0.0005)
until = time.monotonic() + 1.5
while time.monotonic() < until:
    stop = Stop()
    stop.wait(0.5)
signal.setitimer(signal.ITIMER_REAL, 0)
print("stopped", flush=True)
"""


def test_a_storm_of_signals_never_locks_the_one_that_waits():
    done = subprocess.run(
        [sys.executable, "-c", STORM], cwd=HOUSE, text=True, stdout=subprocess.PIPE, timeout=30
    )
    assert (done.stdout, done.returncode) == ("stopped\n", 0)


@pytest.mark.parametrize("first_after_s", [0.0, 0.1, 0.25])
def test_twenty_quick_sigterms_stop_the_waiting_sample(first_after_s):
    process = subprocess.Popen(
        [sys.executable, "-c", WAITS], cwd=HOUSE, text=True, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == "waits\n"
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(first_after_s)
        for _ in range(20):
            process.send_signal(signal.SIGTERM)
        said, _ = process.communicate(timeout=5)
    finally:
        process.kill()
        process.wait()
    assert (said, process.returncode) == ("stopped\n", 0)


@pytest.mark.parametrize("main", ["sample", "clock", "bot"])
def test_no_signal_handler_of_a_door_takes_a_lock(main):
    source = (HOUSE / main / "__main__.py").read_text("utf-8")
    assert "Stop()" in source
    assert "threading.Event" not in source
