"""What officers asked of the machine, and the versions it learned, as the desk lists them."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.schooling import AskedAlready, Job, Stage, Task, Version
from storage import tables
from storage.secrets import new_id

JOB, VERSION = tables.machine_job.c, tables.machine_version.c
WAITS = (Stage.ASKED, Stage.AT_WORK)
FIGURES = ("before", "after")
MOST_TOLD = 300


class Schooling:
    """The ledger of the machine's jobs and versions."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def ask(self, task: Task, subject: str, officer_id: str, post: str, at: datetime) -> str:
        """Queue a job; its id. AskedAlready where one of its kind is not over."""
        same = sa.select(JOB.id).where(JOB.task == task, JOB.stage.in_(WAITS))
        if self._connection.execute(same).first() is not None:
            raise AskedAlready
        made = new_id()
        fresh = {"stage": Stage.ASKED, "leased_until": None, "told": "", "many": 0}
        said = {"task": task, "subject": subject, "officer_id": officer_id, "post": post}
        self._connection.execute(
            sa.insert(tables.machine_job).values(id=made, asked_at=at, **said, **fresh)
        )
        return made

    def claim(self, now: datetime, until: datetime) -> Job | None:
        """The oldest job that nobody holds, held until `until`; None where there is none."""
        wanted = (
            sa.select(tables.machine_job)
            .where(_free(now))
            .order_by(JOB.asked_at, JOB.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        row = self._connection.execute(wanted).one_or_none()
        if row is None:
            return None
        self._set(row.id, stage=Stage.AT_WORK, leased_until=until)
        return _job(row)

    def waits(self, now: datetime) -> bool:
        """Whether there is a job to claim."""
        return self._connection.execute(sa.select(JOB.id).where(_free(now))).first() is not None

    def hold(self, job_id: str, until: datetime, many: int) -> None:
        """The job goes on: so many views are read."""
        self._set(job_id, leased_until=until, many=many)

    def let_go(self, job_id: str) -> None:
        """Whoever comes next takes the job up again."""
        self._set(job_id, leased_until=None)

    def finish(self, job_id: str, stage: Stage, told: str) -> None:
        """The job is over, and this came of it."""
        self._set(job_id, stage=stage, told=told[:MOST_TOLD], leased_until=None)

    def jobs(self, most: int) -> tuple[Job, ...]:
        """The newest jobs, newest first."""
        wanted = sa.select(tables.machine_job).order_by(JOB.asked_at.desc(), JOB.id).limit(most)
        return tuple(_job(row) for row in self._connection.execute(wanted))

    def versions(self) -> tuple[Version, ...]:
        """Every version that was ever made, newest first."""
        wanted = sa.select(tables.machine_version).order_by(VERSION.made_at.desc(), VERSION.name)
        return tuple(_version(row) for row in self._connection.execute(wanted))

    def mirror(self, kept: Iterable[Version], made: Version | None = None) -> None:
        """List the versions as they lie in the folder, which is the truth, and one just made."""
        known = {one.name: one for one in self.versions()}
        there = {one.name: one for one in kept}
        for one in (*there.values(), *((made,) if made else ())):
            if one.name not in known:
                self._connection.execute(sa.insert(tables.machine_version).values(**_row(one)))
                known[one.name] = one
        for name, one in known.items():
            now = there.get(name)
            told = {"live": now is not None and now.live, "gone": now is None and not one.refused}
            self._connection.execute(
                sa.update(tables.machine_version).where(VERSION.name == name).values(**told)
            )

    def _set(self, job_id: str, **values: object) -> None:
        mine = JOB.id == job_id
        self._connection.execute(sa.update(tables.machine_job).where(mine).values(**values))


def _free(now: datetime) -> sa.ColumnElement[bool]:
    unheld = sa.or_(JOB.leased_until.is_(None), JOB.leased_until <= now)
    return sa.and_(JOB.stage.in_(WAITS), unheld)


def _job(row: Any) -> Job:
    task, stage, on = Task(row.task), Stage(row.stage), row.asked_at.date()
    return Job(row.id, task, stage, row.subject, row.post, on, row.told, row.many)


def _version(row: Any) -> Version:
    told = dict(row._mapping)
    return Version(**told | {name: json.loads(told[name]) for name in FIGURES})


def _row(one: Version) -> dict[str, object]:
    told = {name: getattr(one, name) for name in Version.__dataclass_fields__}
    return told | {name: json.dumps(dict(getattr(one, name))) for name in FIGURES}
