"""Routes, decisions with their reasons, and every asking for who wrote. All reasons are sealed."""

import json
from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from core.routes import Decision, Judgement, Referral, Route, Stage
from storage import tables
from storage.secrets import new_id
from storage.vault import Vault, seal, unseal
from storage.views import View

ROW, JUDGED = tables.referral.c, tables.judgement.c
WAITING = ROW.stage == Stage.OPEN


class Referrals:
    """The ledger of routes and decisions."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def open(
        self, view: View, route: Route, *, stage: Stage, on: date, due_at: datetime, outcome: str
    ) -> str:
        """Put a view on a route; the new id."""
        made = new_id()
        self._connection.execute(
            sa.insert(tables.referral).values(
                id=made,
                view_id=view.id,
                route=route,
                stage=stage,
                opened_on=on,
                due_at=_naive(due_at),
                extended=False,
                sealed=self._seal(view, made, "", outcome),
                passed_on=None,
            )
        )
        return made

    def change(
        self, view: View, before: Referral, *, reference: str, outcome: str, **values: Any
    ) -> None:
        """Set what is given; the reference and the outcome are sealed with the view's key."""
        if "due_at" in values:
            values["due_at"] = _naive(values["due_at"])
        sealed = self._seal(view, before.id, reference, outcome)
        self._connection.execute(
            sa.update(tables.referral).where(ROW.id == before.id).values(sealed=sealed, **values)
        )

    def of(self, view: View) -> tuple[Referral, ...]:
        """Every route that this view went, the first first."""
        wanted = sa.select(tables.referral).where(ROW.view_id == view.id)
        rows = self._connection.execute(wanted.order_by(ROW.opened_on, ROW.due_at, ROW.id)).all()
        key = self._vault.key(view.key_id) if rows else b""
        return tuple(
            _referral(row, json.loads(unseal(key, row.sealed, f"referral:{row.id}")))
            for row in rows
        )

    def waiting(self) -> tuple[Referral, ...]:
        """Every route that is open, the one that is due first first; without what is sealed."""
        rows = self._connection.execute(
            sa.select(tables.referral).where(WAITING).order_by(ROW.due_at, ROW.id)
        )
        return tuple(_referral(row, {"reference": "", "outcome": ""}) for row in rows)

    def on_routes(self) -> frozenset[str]:
        """The ids of views that ever went one of the routes."""
        return frozenset(self._connection.execute(sa.select(ROW.view_id)).scalars())

    def judge(self, view: View, made: Judgement, officer_id: str) -> None:
        """Keep a decision after those before it."""
        place = len(self.judgements(view))
        self._connection.execute(
            sa.insert(tables.judgement).values(
                id=new_id(),
                view_id=view.id,
                place=place,
                decision=made.decision,
                sealed=seal(self._vault.key(view.key_id), made.reason, f"judged:{view.id}:{place}"),
                officer_id=officer_id,
                post=made.post,
                on=made.on,
            )
        )

    def judgements(self, view: View) -> tuple[Judgement, ...]:
        """Every decision about a view, first to last."""
        wanted = sa.select(tables.judgement).where(JUDGED.view_id == view.id)
        rows = self._connection.execute(wanted.order_by(JUDGED.place)).all()
        key = self._vault.key(view.key_id) if rows else b""
        return tuple(
            Judgement(
                Decision(row.decision),
                unseal(key, row.sealed, f"judged:{view.id}:{row.place}"),
                row.post,
                row.on,
            )
            for row in rows
        )

    def judged(self) -> frozenset[str]:
        """The ids of views that somebody decided about."""
        return frozenset(self._connection.execute(sa.select(JUDGED.view_id)).scalars())

    def _seal(self, view: View, referral_id: str, reference: str, outcome: str) -> bytes:
        told = json.dumps({"reference": reference, "outcome": outcome}, ensure_ascii=False)
        return seal(self._vault.key(view.key_id), told, f"referral:{referral_id}")


def _referral(row: Any, told: dict[str, str]) -> Referral:
    return Referral(
        id=row.id,
        view_id=row.view_id,
        route=Route(row.route),
        stage=Stage(row.stage),
        opened_on=row.opened_on,
        due_at=row.due_at.replace(tzinfo=UTC),
        extended=row.extended,
        reference=told["reference"],
        passed_on=row.passed_on,
        outcome=told["outcome"],
    )


def _naive(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None)
