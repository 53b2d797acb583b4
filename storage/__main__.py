"""`python -m storage`: upgrade, backup, restore and verify. A main: it reads the settings."""

import argparse
import os
import sys
from pathlib import Path

import settings
from core.errors import HeardError
from settings import Settings, SettingsError
from storage import backup, checkup, migrations
from storage.store import open_store


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
    store = open_store(chosen.database_url, chosen.keys_url, chosen.secrets)
    found = checkup.check(store)
    store.close()
    print(f"{found.views} views, {found.audit_lines} lines of audit, head {found.audit_head}")
    for trouble in found.troubles:
        print(f"WRONG: {trouble}", file=sys.stderr)
    print("Everything holds." if not found.troubles else "Something does not hold.")
    return 1 if found.troubles else 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m storage", description=__doc__)
    verbs = parser.add_subparsers(required=True)
    verbs.add_parser("upgrade").set_defaults(run=upgrade)
    verbs.add_parser("verify").set_defaults(run=verify)
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
