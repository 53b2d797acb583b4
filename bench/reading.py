"""E3: how quick the trained tagger is, beside the bare encoder and TextBlob's NaiveBayes.

Each figure comes from a process of its own on one core; floor and figure from the same process, in
turns, so that other work on the machine slows both. 100,000 and a million texts are projected from
the bulk rate: nobody waits an hour for a bench.
"""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from bench.figures import Speed
from bench.servers import ROOT

MANY, TURNS, ONE_BY_ONE, ROUNDS = 220, 5, 100, 3
BULK_SHARE, MOST_MB, MOST_START_S, MOST_ONE_MS, TWO_WORKERS = 0.8, 400, 3.0, 40, 1.8
ONE_CORE = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
BEGIN = """
import json, resource, statistics, sys, time
begun = time.perf_counter()
from tagging import trained_tagger
tagger = trained_tagger()
started = time.perf_counter() - begun
from tagging.texts import TUNING, read_folder
texts = [one.text for one in read_folder(TUNING)]
def took(do, clock=time.perf_counter):
    begun = clock()
    do()
    return clock() - begun
"""
ALONE = (
    BEGIN
    + f"""
encoder = tagger.encoder
tagger.suggest_many(texts[:64])
pairs = [
    (took(lambda: encoder.read(texts)), took(lambda: tagger.suggest_many(texts)))
    for _ in range({TURNS})
]
one = [took(lambda text=text: tagger.suggest(text)) for text in texts[:{ONE_BY_ONE}]]
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
bare, bulk = (statistics.median(pair[at] for pair in pairs) for at in (0, 1))
print(json.dumps([started, memory, bare, bulk, statistics.median(one), len(texts)]))
"""
)
BAYES = """
import json, time
from tagging.baselines import naive_bayes
from tagging.texts import TEXTS, TUNING, read_folder
lessons = read_folder(TEXTS)[:600]
texts = [one.text for one in read_folder(TUNING)] * 10
begun = time.perf_counter()
naive_bayes(lessons, texts[:1])
taught = time.perf_counter() - begun
begun = time.perf_counter()
naive_bayes(lessons, texts)
print(json.dumps([(time.perf_counter() - begun - taught) / (len(texts) - 1)]))
"""
WORKER = (
    BEGIN
    + """
print("ready", flush=True)
sys.stdin.readline()
print(took(lambda: [tagger.suggest_many(texts) for _ in range(3)]), flush=True)
"""
)


def e3() -> list[Speed]:
    """Texts a second in bulk and one by one, memory, start, and what a second worker adds."""
    started, memory, bare, bulk, one, many = _asked(ALONE)
    (bayes,) = _asked(BAYES)
    rate, floor = many / bulk, many / bare
    pairs = [(_workers(1), _workers(2)) for _ in range(ROUNDS)]
    alone, together = max(pair[0] for pair in pairs), max(pair[1] for pair in pairs)
    n = int(many)
    return [
        Speed("E3", "texts a second in bulk, one core; floor: the bare encoder in numpy", rate,
              "texts/s", floor, f">= {BULK_SHARE} of it", rate >= BULK_SHARE * floor, n),
        Speed("E3", "the same; floor: TextBlob NaiveBayes, one for each theme, taught by 600 texts",
              rate, "texts/s", 1 / bayes, "measured, no goal set", True, n),
        Speed("E3", "100,000 views read again, projected", 100_000 / rate / 60, "min", None,
              "measured, no goal set", True, n),
        Speed("E3", "a million, projected, two workers", 1_000_000 / together / 3600, "h", None,
              "measured, no goal set", True, n),
        Speed("E3", "one text, one core, reasons and all (median)", 1000 * one, "ms", None,
              f"<= {MOST_ONE_MS}", one * 1000 <= MOST_ONE_MS, ONE_BY_ONE),
        Speed("E3", "memory at most", memory, "MB", None, f"<= {MOST_MB}", memory <= MOST_MB, n),
        Speed("E3", "start, with TextBlob and all files checked", started, "s", None,
              f"<= {MOST_START_S}", started <= MOST_START_S, 1),
        Speed("E3", "two workers together, texts a second; floor: one alone", together, "texts/s",
              alone, f">= {TWO_WORKERS} times it", together >= TWO_WORKERS * alone, n),
    ]  # fmt: skip


def _asked(code: str) -> list[float]:
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=os.environ | ONE_CORE,
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [float(figure) for figure in json.loads(done.stdout)]


def _workers(many: int) -> float:
    """Texts a second of so many workers that begin together."""
    started = [_worker() for _ in range(many)]
    for worker in started:
        assert worker.stdout is not None
        worker.stdout.readline()
    with ThreadPoolExecutor(many) as threads:
        return sum(threads.map(_rate, started))


def _worker() -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", WORKER], cwd=ROOT, env=os.environ | ONE_CORE,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def _rate(worker: "subprocess.Popen[str]") -> float:
    told, _ = worker.communicate("go\n", timeout=600)
    return 3 * MANY / float(told)
