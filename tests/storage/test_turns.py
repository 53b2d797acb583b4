"""Turns at one SQLite file: fair among processes, given back by the dead, never waited for ever."""

import threading
import time
from multiprocessing import get_context

import pytest

from core.errors import NotSaved
from storage.turns import Turns

FORK = get_context("fork")


def hog(place: str, going, turns) -> None:
    mine = Turns(place, 5.0)
    while going.is_set():
        with mine.one():
            time.sleep(0.005)
            turns.value += 1


def hold(place: str, held) -> None:
    with Turns(place, 5.0).one():
        held.set()
        time.sleep(30)


def test_one_at_a_time_writes_among_threads_and_processes(tmp_path):
    turns, inside, most = Turns(f"{tmp_path}/a", 5.0), [], []

    def work() -> None:
        for _ in range(50):
            with turns.one():
                inside.append(1)
                most.append(len(inside))
                inside.pop()

    threads = [threading.Thread(target=work) for _ in range(6)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(most) == 300
    assert max(most) == 1


def test_a_third_process_gets_its_turn_beside_two_that_never_rest(tmp_path):
    place, going = f"{tmp_path}/a", FORK.Event()
    going.set()
    counts = [FORK.Value("i", 0) for _ in range(2)]
    hogs = [FORK.Process(target=hog, args=(place, going, count)) for count in counts]
    for one in hogs:
        one.start()
    mine, waits = Turns(place, 2.0), []
    for _ in range(20):
        began = time.monotonic()
        with mine.one():
            waits.append(time.monotonic() - began)
        time.sleep(0.01)
    going.clear()
    for one in hogs:
        one.join(10)
    assert max(waits) < 1.0
    assert all(count.value > 10 for count in counts)


def test_a_process_that_is_killed_gives_its_turn_back(tmp_path):
    place, held = f"{tmp_path}/a", FORK.Event()
    holder = FORK.Process(target=hold, args=(place, held))
    holder.start()
    assert held.wait(10)
    with pytest.raises(NotSaved), Turns(place, 0.2).one():
        pass
    holder.kill()
    holder.join(10)
    with Turns(place, 2.0).one():
        pass


def test_a_fork_does_not_share_its_parents_turn(tmp_path):
    turns = Turns(f"{tmp_path}/a", 0.3)
    refused = FORK.Value("b", 0)

    def child() -> None:
        theirs = Turns(
            turns.place, 0.3, _process=turns._process, _next=turns._next, _now=turns._now
        )
        try:
            with theirs.one():
                pass
        except NotSaved:
            refused.value = 1

    with turns.one():
        process = FORK.Process(target=child)
        process.start()
        process.join(10)
    assert refused.value == 1


def test_a_folder_that_cannot_be_written_is_not_saved(tmp_path):
    with pytest.raises(NotSaved), Turns(f"{tmp_path}/none/a", 0.2).one():
        pass


def test_a_thread_that_gave_up_waiting_does_not_keep_others_out(tmp_path):
    mine, others = Turns(f"{tmp_path}/a", 0.1), Turns(f"{tmp_path}/a", 1.0)
    gave_up = threading.Event()

    def wait() -> None:
        with pytest.raises(NotSaved), mine.one():
            pass
        gave_up.set()

    with mine.one():
        waiting = threading.Thread(target=wait)
        waiting.start()
        assert gave_up.wait(5)
    waiting.join()
    with others.one():
        pass
