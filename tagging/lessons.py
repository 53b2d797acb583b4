"""Room tagging: makes the tables of weights anew: `python -m tagging.lessons THEMES WORRY`.

Both files hold a labelled text a line ({"text", "themes"} and {"text", "level"}). A fifth, drawn
before any cue was written, is held out: nothing learns from it, and the figures come from it.
It has the same authors as the rest, so it is no judging set.
"""

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from typing import Any

from core.themes import BY_KEY
from tagging.cues import DATA
from tagging.learning import Example, learn, written
from tagging.measures import theme_figures, worry_figures
from tagging.normalising import tokens
from tagging.themes import ThemeCues, ThemeReader, suggested
from tagging.worry import RAISED, WorryReader

DRAWN = 20261123
FIFTH = 5
ORDINARY = 900  # theme texts that teach the worry table what ordinary feedback is like
WORRYING = {"safety", "domestic_abuse", "substance_misuse", "mental_health"}
UNSAFE = {"safety", "domestic_abuse"}
YOUNG_HANDS = {
    *("first-young_person", "teen", "child", "plainteen", "esol"),
    *("ld", "leaver", "multi", "mid", "more"),
}
TWICE = 2

Text = dict[str, Any]


def held_out(lines: Sequence[Text]) -> tuple[list[Text], list[Text]]:
    """Gives the texts to learn from and the fifth to measure on, in their first order."""
    order = list(range(len(lines)))
    Random(DRAWN).shuffle(order)  # noqa: S311 - the same fifth each time; nothing secret in it
    fifth = len(lines) // FIFTH
    return [lines[at] for at in sorted(order[fifth:])], [lines[at] for at in sorted(order[:fifth])]


def learn_themes(lessons: Iterable[Text]) -> str:
    """Gives the table of weights for themes."""
    cues = ThemeCues()
    examples = [
        Example(
            one["text"],
            frozenset(one["themes"]),
            {key: said for key, (said, _) in cues.read(tokens(one["text"])).items()},
        )
        for one in lessons
    ]
    return written(learn(examples, tuple(BY_KEY)))


def learn_worry(lessons: Iterable[Text], feedback: Sequence[Text]) -> str:
    """Gives the table of weights for worry.

    Rationale: the cues were made from these texts, so beside them they would look too sure;
    the weights are learned without. Young people's texts on safety teach more ways to say it.
    """
    calm = [one for one in feedback if not WORRYING & set(one["themes"])]
    Random(DRAWN).shuffle(calm)  # noqa: S311 - the same texts each time
    low = [one for one in feedback if UNSAFE & set(one["themes"]) and one["hand"] in YOUNG_HANDS]
    labelled = [(one["text"], one["level"] != "none") for one in lessons for _ in range(TWICE)]
    labelled += [(one["text"], False) for one in calm[:ORDINARY]]
    labelled += [(one["text"], True) for one in low]
    raised, calm_keys = frozenset({RAISED}), frozenset[str]()
    examples = [Example(text, raised if look else calm_keys, {}) for text, look in labelled]
    return written(learn(examples, (RAISED,), smallest=0.2))


def main(themes_file: str, worry_file: str) -> None:
    """Learns, writes both tables, and says how they do on what they never saw."""
    themes, themes_held = held_out(_read(themes_file))
    worry, worry_held = held_out(_read(worry_file))
    (DATA / "theme_weights.tsv").write_text(learn_themes(themes), encoding="utf-8")
    (DATA / "worry_weights.tsv").write_text(learn_worry(worry, themes), encoding="utf-8")
    reader, looker = ThemeReader(), WorryReader()
    said = [reader.read(one["text"], tokens(one["text"])) for one in themes_held]
    levels = [looker.read(tokens(one["text"])).worry.value for one in worry_held]
    figures = theme_figures(
        [set(one["themes"]) for one in themes_held],
        [set(suggested(scores)) for scores in said],
        [[score.key for score in scores] for scores in said],
    )
    figures |= worry_figures([one["level"] for one in worry_held], levels)
    sys.stdout.write("".join(f"{name:34}{value:.3f}\n" for name, value in figures.items()))


def _read(path: str) -> list[Text]:
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    main(*sys.argv[1:])
