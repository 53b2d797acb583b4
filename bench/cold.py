"""A9: many cold starts with four workers on an empty database."""

import tempfile
from pathlib import Path

from bench.figures import Proof
from bench.servers import environment, gunicorn, postgres_for

STARTS, WORKERS = 20, 4


def a9(engine: str) -> Proof:
    """20 cold starts, 4 workers each, on nothing; how many workers failed to boot."""
    failed = 0
    with postgres_for(engine) as postgres:
        for _ in range(STARTS):
            with tempfile.TemporaryDirectory() as name:
                env = environment(Path(name), engine, postgres)
                server = gunicorn(
                    "bench.wsgi:app", env, workers=WORKERS, threads=2, ready_at="/healthz"
                )
                try:
                    server.start()
                    log = Path(name, f"server-{server.port}.log").read_text()
                    failed += log.count("Worker failed to boot") + log.count("Traceback")
                except RuntimeError:
                    failed += 1
                finally:
                    server.kill()
    return Proof(
        "A9",
        f"{STARTS} cold starts, {WORKERS} workers, {engine}",
        f"{failed} workers failed",
        "0",
        failed == 0,
    )
