"""What the make targets say on a terminal."""

import sys


def shout(text: str) -> None:
    """Say it on stderr between two rules, so that nobody can overlook it."""
    rule = "!" * 78
    sys.stderr.write(f"\n{rule}\n!!  {text}\n{rule}\n\n")
