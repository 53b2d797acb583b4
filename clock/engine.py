"""Runs the duties with DBOS: one queue, a few schedules, its own tables, no call to anywhere.

Any number of clocks may run on one set of tables: a schedule fires once among them, and the
lease on each outbox row keeps two from sending the same notice. Nothing is limited across
clocks, for the place of one that was killed would stay taken.
"""

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Any, Self

from dbos import DBOS, DBOSConfig

from clock.duties import Duties
from clock.names import APPLICATION, DELIVER, LOOK_AGAIN, OUTBOX
from clock.quiet_log import QuietLog

EVERY_5_S = "*/5 * * * * *"
EVERY_15_S = "*/15 * * * * *"
EVERY_NIGHT = "0 30 3 * * *"
EVERY_NIGHT_LATER = "0 45 3 * * *"
EVERY_NIGHT_LAST = "0 15 4 * * *"
EVERY_MIN = "0 * * * * *"
EVERY_10_MIN = "0 */10 * * * *"
LOOK_EVERY_S = 0.1
SWEEP = "sweep"
QUEUED = {SWEEP: {"queue_name": OUTBOX}}
AT_ONCE = 4
FORGET_AFTER = timedelta(minutes=30)
FORGET_AT_ONCE = 500
STOP_WITHIN_S = 10


class Engine:
    """The duties, running. Use it as a context manager.

    Args:
        clock_url: where DBOS keeps its tables: SQLite or PostgreSQL.
        name: a clock that comes back under its name takes up what was cut off.
    """

    def __init__(self, clock_url: str, duties: Duties, *, name: str = "clock") -> None:
        self._duties = duties
        self._quiet = QuietLog()
        logging.getLogger("dbos").addFilter(self._quiet)
        DBOS(config=_config(clock_url, name))

    def __enter__(self) -> Self:
        """Make or update the tables, take up what was cut off, and start."""
        scheduled = self._scheduled()
        workflows = {DELIVER: self._woken} | {name: do for name, (do, _) in scheduled.items()}
        made = {name: DBOS.workflow(name=name)(_named(name, do)) for name, do in workflows.items()}
        self._look_again = made[LOOK_AGAIN]
        DBOS.launch()
        DBOS.register_queue(OUTBOX, worker_concurrency=AT_ONCE, polling_interval_sec=LOOK_EVERY_S)
        told = [_schedule(name, made[name], when) for name, (_, when) in scheduled.items()]
        DBOS.apply_schedules([one | QUEUED.get(one["schedule_name"], {}) for one in told])
        return self

    def _scheduled(self) -> dict[str, tuple[Callable[[], object], str]]:
        """What is done again and again, and when."""
        duties = self._duties
        return {
            SWEEP: (duties.deliver, EVERY_5_S),
            LOOK_AGAIN: (duties.look_again, EVERY_15_S),
            "beat": (duties.beat, EVERY_15_S),
            "match": (duties.match, EVERY_15_S),
            "escalate": (duties.escalate, EVERY_15_S),
            "watch": (duties.watch, EVERY_10_MIN),
            "school": (duties.go_to_school, EVERY_15_S),
            "draw": (duties.draw, EVERY_15_S),
            "close_soundings": (duties.close_soundings, EVERY_10_MIN),
            "tell_the_day": (duties.tell_the_day, EVERY_MIN),
            "shuffle": (duties.shuffle, EVERY_NIGHT_LAST),
            "sweep_keys": (duties.sweep, EVERY_NIGHT),
            "write_up": (duties.write_up, EVERY_10_MIN),
            "anchor": (duties.anchor, EVERY_10_MIN),
            "erase": (duties.erase, EVERY_NIGHT_LATER),
            "forget": (lambda: DBOS.run_step(None, forget_finished), EVERY_10_MIN),
        }

    def _woken(self) -> None:
        """Send first; the second look goes beside it, so that no notice waits for a reader."""
        self._duties.deliver()
        if not self._duties.reading.busy:
            DBOS.start_workflow(self._look_again)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Finish what is being sent, start nothing more."""
        DBOS.destroy(destroy_registry=True, workflow_completion_timeout_sec=STOP_WITHIN_S)
        logging.getLogger("dbos").removeFilter(self._quiet)


def forget_finished() -> None:
    """Delete what the engine kept about duties that are done; they say nothing that is needed."""
    before = (datetime.now(UTC) - FORGET_AFTER).isoformat()
    while True:
        done = DBOS.list_workflows(
            end_time=before, limit=FORGET_AT_ONCE, load_input=False, load_output=False
        )
        if not done:
            return
        DBOS.delete_workflows([one.workflow_id for one in done])


def _schedule(name: str, workflow: Any, when: str) -> Any:
    return {"schedule_name": name, "workflow_fn": workflow, "schedule": when}


def _named(name: str, do: Callable[[], object]) -> Any:
    """The duty as the engine wants it: it takes nothing that a schedule brings."""

    def named(*_: object) -> None:
        do()

    named.__name__ = named.__qualname__ = name
    return named


def _config(clock_url: str, name: str) -> DBOSConfig:
    return {
        "name": APPLICATION,
        "system_database_url": clock_url,
        "application_version": "1",
        "executor_id": name,
        "enable_otlp": False,
        "run_migrations": True,
        "use_listen_notify": False,
        "log_level": "WARNING",
        "sys_db_pool_size": 5,
    }
