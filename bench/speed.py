"""`python -m bench.speed [ID ...]`: speed, weight and scale as JSON Lines, beside their floors."""

import sys
from collections.abc import Callable
from functools import partial

from bench import reading, search, submissions, summaries, watchfulness, weight
from bench.figures import Speed

ROWS: dict[str, list[Callable[[], list[Speed]]]] = {
    "E1": [partial(submissions.e1, engine) for engine in ("sqlite", "postgresql")],
    "E3": [reading.e3],
    "E4": [weight.e4],
    "E5": [partial(watchfulness.e5, engine) for engine in ("sqlite", "postgresql")],
    "E2": [partial(summaries.e2, engine) for engine in ("sqlite", "postgresql")],
    "E6": [partial(summaries.e6, engine) for engine in ("sqlite", "postgresql")],
    "E7": [
        partial(search.e7, engine, many)
        for engine in ("sqlite", "postgresql")
        for many in (10_000, 100_000)
    ],
}


def main(wanted: list[str]) -> int:
    """Run the rows named, or all of them; 1 where a goal is missed."""
    unknown = set(wanted) - ROWS.keys()
    if unknown:
        print(f"no such row: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    missed = 0
    for row in wanted or ROWS:
        for measure in ROWS[row]:
            for figure in measure():
                print(figure.line(), flush=True)
                missed += not figure.ok
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
