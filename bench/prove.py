"""`python -m bench.prove [ID ...]`: proves the promises, one line a row; 1 where one is missed."""

import sys
from collections.abc import Callable
from functools import partial

from bench import (
    anonymous,
    between_lines,
    cold,
    conflict,
    crash,
    desk_access,
    desk_walk,
    desk_watch,
    eyes,
    faults,
    floods,
    guessing,
    leaving,
    lost_line,
    office,
    onlookers,
    opened_files,
    outward,
    payloads,
    points,
    room,
    sdc,
    siege,
    slack_canary,
    slack_echoes,
    slack_forgeries,
    slack_storm,
    slack_unnamed,
    taken_back,
    tamper,
    watchfulness,
)
from bench.figures import Proof

ENGINES = ("sqlite", "postgresql")
LOCKED_S = (2.5, 4.0)
D7 = anonymous.d7, slack_unnamed.d7, between_lines.d7
ROWS: dict[str, list[Callable[[], Proof]]] = {
    "A1": [partial(crash.a1, engine) for engine in ENGINES],
    "A2": [partial(crash.a2, engine) for engine in ENGINES],
    "A3": [
        *(partial(slack_storm.a3_storm, engine) for engine in ENGINES),
        *(partial(slack_storm.a3_lock, engine, s) for engine in ENGINES for s in LOCKED_S),
    ],
    "A4": [
        *(partial(faults.a4, name) for name in faults.FAULTS),
        *outward.OUTWARD,
        *siege.SIEGES,
    ],
    "A5": [partial(points.a5, engine) for engine in ENGINES],
    "A9": [partial(cold.a9, engine) for engine in ENGINES],
    "B1": [desk_access.b1],
    "B2": [partial(slack_forgeries.b2, engine) for engine in ENGINES],
    "B8": [guessing.b8_bits, *(partial(guessing.b8_caps, engine) for engine in ENGINES)],
    "B14": [
        partial(b14, engine)
        for engine in ENGINES
        for b14 in (floods.b14_school, floods.b14_flood, floods.b14_many)
    ],
    "D4": [conflict.d4, conflict.d4_false],
    "D6": [watchfulness.d6_survives, watchfulness.d6_recall],
    "B9": [desk_access.b9],
    "B10": [desk_watch.b10_work, desk_watch.b10_times],
    "B12": [desk_access.b12],
    "D5": [desk_watch.d5],
    "D13": [desk_watch.d13],
    "F46": [desk_walk.walk],
    "B4": [partial(slack_canary.b4, engine) for engine in ENGINES],
    "D7": [partial(d7, engine) for engine in ENGINES for d7 in D7],
    "D8": [partial(slack_echoes.d8, engine) for engine in ENGINES],
    "B6": [payloads.b6_papers, opened_files.b6_opened],
    "B17": [payloads.b17_papers, office.b17],
    "C1": [sdc.c1, *(partial(leaving.c1_outputs, engine) for engine in ENGINES)],
    "C2": [
        sdc.c2,
        *(partial(leaving.c2_again, engine) for engine in ENGINES),
        onlookers.c2_onlookers,
    ],
    "C3": [partial(leaving.c3, engine) for engine in ENGINES],
    "C4": [partial(leaving.c4, engine) for engine in ENGINES],
    **room.ROWS,
    **eyes.ROWS,
    **taken_back.ROWS,
    **lost_line.ROWS,
    **office.ROWS,
    **tamper.ROWS,
}


def main(wanted: list[str]) -> int:
    """Run the rows named, or all of them."""
    unknown = set(wanted) - ROWS.keys()
    if unknown:
        print(f"no such row: {', '.join(sorted(unknown))}; there are {', '.join(ROWS)}")
        return 2
    missed = 0
    for row in wanted or ROWS:
        for prove in ROWS[row]:
            found = prove()
            print(found.line(), flush=True)
            missed += not found.ok
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
