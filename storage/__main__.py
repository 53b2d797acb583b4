"""`python -m storage`: upgrade, backup, restore, verify, rotate, anchor and grants. A main."""

import argparse
import os
import re
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import settings
from core.errors import HeardError
from settings import Settings, SettingsError
from settings.environment import Environment
from settings.keys import begin_rotation, finish_rotation
from storage import backup, checkup, grants, migrations, rotation
from storage.anchors import KEPT, RESTORED
from storage.engines import open_engine
from storage.store import Store, open_store

CLOCK = "clock"


def upgrade(chosen: Settings, _: argparse.Namespace) -> int:
    """Bring both stores to the newest schema."""
    migrations.upgrade(chosen.database_url, chosen.keys_url)
    print("The books and the key store are up to date.")
    return 0


def make_backup(chosen: Settings, arguments: argparse.Namespace) -> int:
    """Copy both stores, the books first."""
    if arguments.to.resolve() == arguments.keys_to.resolve():
        raise backup.BackupFailed("Keep the copies of the keys apart from those of the books.")
    books = backup.backup(chosen.database_url, arguments.to, "heard")
    keys = backup.backup(chosen.keys_url, arguments.keys_to, "keys")
    print(f"The books: {books}\nThe keys:  {keys} (delete it after 30 days)")
    return 0


def bring_back(chosen: Settings, arguments: argparse.Namespace) -> int:
    """Bring both copies back, then check what came."""
    backup.restore(chosen.keys_url, arguments.keys_from)
    backup.restore(chosen.database_url, arguments.copy)
    migrations.upgrade(chosen.database_url, chosen.keys_url)
    return verify(chosen, arguments)


def verify(chosen: Settings, _: argparse.Namespace) -> int:
    """Walk through the audit and the books; 1 where something does not hold."""
    store = _open(chosen)
    found = checkup.check(store)
    store.close()
    print(f"{found.views} views, {found.audit_lines} lines of audit, head {found.audit_head}")
    for trouble in found.troubles:
        print(f"WRONG: {trouble}", file=sys.stderr)
    print("Everything holds." if not found.troubles else "Something does not hold.")
    return 1 if found.troubles else 0


def rotate(chosen: Settings, arguments: argparse.Namespace) -> int:
    """Seal everything with a new master key. Cut off, it is taken up by running it again."""
    if not arguments.anyway and _beats(chosen):
        print("Heard is running. Stop its doors and its clock first.", file=sys.stderr)
        return 1
    env = Environment(os.environ)
    keys = begin_rotation(env)
    if keys is None:
        print("\n".join(env.problems), file=sys.stderr)
        return 1
    engines = (
        open_engine(chosen.keys_url, patience_s=30),
        open_engine(chosen.database_url, patience_s=30),
    )
    records = rotation.rotate(engines[0], rotation.RECORDS, *keys)
    others = sum(rotation.rotate(engines[1], one, *keys) for one in rotation.OF_THE_BOOKS)
    for engine in engines:
        engine.dispose()
    print(f"{records} keys of records and {others} other things are sealed anew.")
    if finish_rotation(env):
        print("The new master key is in the secrets' file. Keep a copy of it apart from backups.")
    else:
        print("Now put the new key into HEARD_MASTER_KEY and take HEARD_NEXT_MASTER_KEY away.")
    return 0


def anchor(chosen: Settings, arguments: argparse.Namespace) -> int:
    """Write the audit's head down outside the database, and print it."""
    store = _open(chosen)
    with store.reading() as books:
        seq, head = books.audit.head()
    if store.anchors is not None:
        what = RESTORED if arguments.restored else KEPT
        store.anchors.keep(seq, head, datetime.now(UTC), what)
    store.close()
    print(f"Audit line {seq}, head {head}. Print this, date it, and keep it where Heard is not.")
    return 0


def grant(_: Settings, arguments: argparse.Namespace) -> int:
    """Print what the tables' owner runs, so that Heard's own user cannot change the audit."""
    if not re.fullmatch(grants.NAME, arguments.role):
        print("A role's name has small letters, figures and _ alone.", file=sys.stderr)
        return 1
    for of, told in (("books", grants.grants), ("key store", grants.of_keys)):
        print(f"-- In the database of the {of}:")
        print(";\n".join(told(arguments.role)) + ";")
    return 0


def _open(chosen: Settings) -> Store:
    return open_store(chosen.database_url, chosen.keys_url, chosen.secrets, anchors=chosen.anchors)


def _beats(chosen: Settings) -> bool:
    """Whether a clock was alive in the last minute."""
    store = _open(chosen)
    with store.reading() as books:
        beat = books.pulse.last(CLOCK)
    store.close()
    now = datetime.now(UTC).replace(tzinfo=None)
    return beat is not None and now - beat < timedelta(minutes=1)


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m storage", description=__doc__)
    verbs = parser.add_subparsers(required=True)
    verbs.add_parser("upgrade").set_defaults(run=upgrade)
    verbs.add_parser("verify").set_defaults(run=verify)
    turn = verbs.add_parser("rotate")
    turn.add_argument("--anyway", action="store_true", help="although a clock was just alive")
    turn.set_defaults(run=rotate)
    head = verbs.add_parser("anchor")
    head.add_argument("--restored", action="store_true", help="an older copy was put back, rightly")
    head.set_defaults(run=anchor)
    role = verbs.add_parser("grants")
    role.add_argument("role", help="the user of PostgreSQL that Heard runs as")
    role.set_defaults(run=grant)
    copy = verbs.add_parser("backup")
    copy.add_argument("--to", type=Path, required=True, help="folder for the books")
    copy.add_argument("--keys-to", type=Path, required=True, help="folder for the keys, elsewhere")
    copy.set_defaults(run=make_backup)
    back = verbs.add_parser("restore")
    back.add_argument("--from", dest="copy", type=Path, required=True, help="copy of the books")
    back.add_argument("--keys-from", type=Path, required=True, help="copy of the keys")
    back.set_defaults(run=bring_back)
    return parser


def main() -> int:
    """Run one command; 0 where it went well."""
    arguments = _arguments().parse_args()
    try:
        return int(arguments.run(settings.load(os.environ), arguments))
    except (SettingsError, HeardError) as trouble:
        print(trouble, file=sys.stderr)
        return 1


if __name__ == "__main__":
    raise SystemExit(main())
