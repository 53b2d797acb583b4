"""The queue: who waits for a person to read them, worry first, then the day an answer is due."""

from collections import Counter
from dataclasses import asdict, dataclass, fields

from flask import render_template, request

from core.facts import State, Voice
from core.languages import NAMES, UNKNOWN, language_name, needs_interpreter
from core.stories import QueueLine
from services import desk
from web.door import house
from web.officers.clock import today
from web.officers.plain import in_words
from web.officers.session import officer

PAGE = 50
INTERPRETER, NEEDED = "interpreter", "Needs an interpreter"
SPOKEN = {*NAMES, UNKNOWN}
CHOICES = {
    "voices": [(voice.value, in_words(voice)) for voice in Voice],
    "states": [(state.value, in_words(state)) for state in State],
}


@dataclass(frozen=True, slots=True)
class Sieve:
    """Which lines to show. Unknown values show everything, so that no link ever breaks."""

    voice: str = ""
    theme: str = ""
    state: str = ""
    language: str = ""

    def keeps(self, line: QueueLine) -> bool:
        """True where the line passes every filter that is set."""
        named = house().themes().by_key.get(self.theme)
        return (
            (self.voice not in set(Voice) or line.voice == self.voice)
            and (self.state not in set(State) or line.state == self.state)
            and (named is None or named.name in line.theme_names)
            and self._speaks(line.language)
        )

    def _speaks(self, language: str) -> bool:
        if self.language == INTERPRETER:
            return needs_interpreter(language)
        return self.language not in SPOKEN or language == self.language

    def chosen(self) -> dict[str, str]:
        """The filters that are set, for links to the same view of the queue."""
        return {name: value for name, value in asdict(self).items() if value}


def sieve() -> Sieve:
    """The filters in this request's address."""
    wanted = request.args
    return Sieve(**{name.name: wanted.get(name.name, "") for name in fields(Sieve)})


def queue() -> str:
    """The queue's page."""
    chosen = sieve()
    waiting = desk.waiting(house(), officer())
    lines = [line for line in waiting if chosen.keeps(line)]
    counted = {"shown": len(lines), "waiting": len(waiting), "sieve": chosen, "today": today()}
    told = {**counted, **_languages(waiting, chosen.language), **_one_page(lines), **CHOICES}
    told["themes"] = [(theme.key, theme.name) for theme in house().themes().themes]
    return render_template("officers/queue.html", **told)


def _languages(waiting: tuple[QueueLine, ...], chosen: str) -> dict[str, object]:
    """Which languages wait: to choose from, and how many views in each want an interpreter."""
    many = Counter(line.language for line in waiting)
    offered = sorted({*many, chosen} & SPOKEN, key=language_name)
    wanted = sorted((code for code in many if needs_interpreter(code)), key=language_name)
    return {
        "languages": [(INTERPRETER, NEEDED), *((code, language_name(code)) for code in offered)],
        "interpreters": [(language_name(code), many[code]) for code in wanted],
    }


def _one_page(lines: list[QueueLine]) -> dict[str, object]:
    """The lines of the page that was asked for, and where it stands among the others."""
    pages = max(1, -(-len(lines) // PAGE))
    page = min(max(1, request.args.get("page", 1, type=int)), pages)
    first = (page - 1) * PAGE
    return {
        "lines": lines[first : first + PAGE],
        "first": first + 1,
        "page": page,
        "pages": pages,
    }
