"""Room tagging, from the command line: `python -m tagging < in.jsonl > out.jsonl`.

Ends with 0 when at least one line was read or there was none, and with 1 when none could be.
"""

import sys

from tagging import default_tagger
from tagging.lines import Tagged, tag_lines


def main() -> int:
    """Tags standard input line by line; what cannot be read is named on standard error."""
    read = refused = 0
    for answer in tag_lines(sys.stdin.buffer, default_tagger()):
        if isinstance(answer, Tagged):
            read += 1
            print(answer.line)
        else:
            refused += 1
            print(f"line {answer.number}: {answer.reason}", file=sys.stderr)
    return 1 if refused and not read else 0


if __name__ == "__main__":
    raise SystemExit(main())
