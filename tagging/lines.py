"""Room tagging: one line of JSON in, one line of JSON out, for `python -m tagging`."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Protocol

from core.facts import Suggestions
from core.ports import Tagger

LONGEST_LINE = 4_000_000  # bytes
TOGETHER = 64  # lines that are read at once: the encoder is quicker with many


class ManyTagger(Tagger, Protocol):
    """A tagger that reads many texts quicker than one by one."""

    def suggest_many(self, texts: Sequence[str]) -> list[Suggestions]:
        """What the machine suggests about each text."""
        ...


@dataclass(frozen=True, slots=True)
class Tagged:
    """A line of output."""

    line: str


@dataclass(frozen=True, slots=True)
class NotRead:
    """A line that could not be read: its number from 1, and why, without any of its words."""

    number: int
    reason: str


def tag_lines(lines: Iterable[bytes], tagger: ManyTagger) -> Iterator[Tagged | NotRead]:
    """Gives an answer for every line that is not blank, in order."""
    numbered = ((number, raw) for number, raw in enumerate(lines, start=1) if raw.strip())
    while some := list(islice(numbered, TOGETHER)):
        yield from _answers(some, tagger)


def _answers(some: Sequence[tuple[int, bytes]], tagger: ManyTagger) -> Iterator[Tagged | NotRead]:
    read = [_attempt(number, raw) for number, raw in some]
    said = iter(tagger.suggest_many([one[1] for one in read if isinstance(one, tuple)]))
    for one in read:
        if isinstance(one, tuple):
            yield Tagged(json.dumps(as_json(one[0], next(said)), ensure_ascii=True))
        else:
            yield one


def _attempt(number: int, raw: bytes) -> tuple[str | int, str] | NotRead:
    try:
        return _read(raw)
    except ValueError as reason:
        return NotRead(number, str(reason))


def _read(raw: bytes) -> tuple[str | int, str]:
    if len(raw) > LONGEST_LINE:
        raise ValueError(f"longer than {LONGEST_LINE} bytes")
    try:
        line = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise ValueError("not UTF-8") from None
    except (json.JSONDecodeError, RecursionError):
        raise ValueError("not JSON") from None
    except ValueError:  # Python refuses numbers of thousands of digits
        raise ValueError("a number too long to read") from None
    if not isinstance(line, dict):
        raise ValueError("not an object")
    return _field(line, "id", (str, int)), _field(line, "text", (str,))


def _field(line: dict[str, Any], name: str, kinds: tuple[type, ...]) -> Any:
    if name not in line:
        raise ValueError(f"no {name}")
    value = line[name]
    if isinstance(value, bool) or not isinstance(value, kinds):
        raise ValueError(f"{name} is not {' or '.join(WORDED[kind] for kind in kinds)}")
    return value


WORDED = {str: "text", int: "a whole number"}


def as_json(identity: str | int, said: Suggestions) -> dict[str, Any]:
    """Gives the suggestions in the fixed shape of a line of output."""
    return {
        "id": identity,
        "themes": [{"key": t.key, "score": t.score, "why": list(t.why)} for t in said.themes],
        "suggested": list(said.suggested),
        "feeling": said.feeling.value,
        "worry": said.worry.value,
        "signal": said.signal,
        "personal": [{"start": p.start, "end": p.end, "type": p.type} for p in said.personal],
        "language": said.language,
    }
