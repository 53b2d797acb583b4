"""Room tagging: how well the tagger does on labelled texts: `python -m tagging.evaluate FILE...`.

Prints one table: the tagger beside the cue tagger, TextBlob's NaiveBayes and the bare encoder
with regression, these two taught by the same texts and every cut but the cue tagger's fixed on the
tuning file; then the tagger by voice and by theme, worry, details and feeling. Ranges hold 95 % of
1,000 draws of the texts with replacement. With `--second FILE...`, which holds a line of labels for
each text in the same order, also what somebody who labels the same texts blind reaches.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from core.facts import Suggestions
from core.themes import BY_KEY
from tagging import default_tagger
from tagging.baselines import BASELINES, Guess, guesses
from tagging.measures import calm_marked, covered, theme_figures
from tagging.tagger import CueTagger
from tagging.texts import TEXTS, TUNING, Labelled, read_folder, read_texts

DRAWS = 1_000
Measure = Callable[[Sequence[int]], float]
LEVELS = ("urgent", "concern", "none")


def ranged(measure: Measure, many: int) -> str:
    """Gives a figure with its 95 % range over draws of `many` texts."""
    chance = np.random.default_rng(20261123)
    draws = [measure(chance.integers(0, many, many).tolist()) for _ in range(DRAWS)]
    low, high = np.nanpercentile(draws, [2.5, 97.5])
    return f"{measure(range(many)):.3f} [{low:.3f}-{high:.3f}]"


def theme_row(texts: Sequence[Labelled], guesses: Sequence[Guess]) -> str:
    """Gives micro-F1, macro-F1 and recall at 3 of some guesses, with their ranges."""
    labels = [set(one.themes or ()) for one in texts]

    def of(name: str) -> Measure:
        return lambda rows: theme_figures(
            [labels[at] for at in rows],
            [guesses[at].picked for at in rows],
            [guesses[at].ranked for at in rows],
        )[f"themes: {name}"]

    names = ("micro-F1", "macro-F1", "recall at 3")
    return " | ".join(ranged(of(name), len(texts)) for name in names)


def share_row(hits: Sequence[bool]) -> str:
    """Gives a share with its range, and of how many."""
    if not hits:
        return "- (0)"
    row = ranged(lambda rows: float(np.mean([hits[at] for at in rows])), len(hits))
    return f"{row} ({len(hits)})"


def table(texts: Sequence[Labelled], said: Sequence[Suggestions]) -> Iterator[str]:
    """Gives the lines of the report about the tagger itself."""
    own = [as_guess(one) for one in said]
    yield "| voice | micro-F1 | macro-F1 | recall at 3 |\n| --- | --- | --- | --- |"
    for voice in sorted({one.voice or "unsaid" for one in texts}):
        rows = [at for at, one in enumerate(texts) if (one.voice or "unsaid") == voice]
        row = theme_row([texts[at] for at in rows], [own[at] for at in rows])
        yield f"| {voice} ({len(rows)}) | {row} |"
    yield "\n| theme | F1 | texts |\n| --- | --- | --- |"
    for key in BY_KEY:
        yield _one_theme(texts, own, key)
    yield "\n| worry, details, feeling | share (of) |\n| --- | --- |"
    yield from (f"| {name} | {share_row(hits)} |" for name, hits in _shares(texts, said))


def _one_theme(texts: Sequence[Labelled], guesses: Sequence[Guess], key: str) -> str:
    true = [{key} & set(one.themes or ()) for one in texts]
    picked = [{key} & guess.picked for guess in guesses]

    def f1(rows: Sequence[int]) -> float:
        nothing: list[list[str]] = [[] for _ in rows]
        some = theme_figures([true[at] for at in rows], [picked[at] for at in rows], nothing)
        return some["themes: micro-F1"]

    return f"| {key} | {ranged(f1, len(texts))} | {sum(map(len, true))} |"


def _shares(
    texts: Sequence[Labelled], said: Sequence[Suggestions]
) -> Iterator[tuple[str, list[bool]]]:
    pairs = [(t, s) for t, s in zip(texts, said, strict=True) if t.worry]
    for level in LEVELS:
        of = [s.worry.value for t, s in pairs if t.worry == level]
        yield f"{level} raised", [worry != "none" for worry in of]
    hard = [s.worry.value != "none" for t, s in pairs if t.hard and t.worry == "none"]
    yield "hard negatives raised", hard
    yield "urgent as urgent", [s.worry.value == "urgent" for t, s in pairs if t.worry == "urgent"]
    raised = [(t, s) for t, s in pairs if t.signal and s.worry.value != "none"]
    yield "sign named right, of those raised", [t.signal == s.signal for t, s in raised]
    details = [(t, s) for t, s in zip(texts, said, strict=True) if t.personal is not None]
    yield "characters of details covered", [hit for t, s in details for hit in covered(t, s)]
    yield "texts without details marked", calm_marked(details)
    feelings = [(t, s) for t, s in zip(texts, said, strict=True) if t.feeling]
    yield "feeling right", [t.feeling == s.feeling.value for t, s in feelings]


def by_second(texts: Sequence[Labelled], files: Sequence[Path]) -> Iterator[str]:
    """Gives how far a second person's labels agree with the author's.

    Raises:
        ValueError: the files do not hold a line for each text.
    """
    lines = [json.loads(line) for path in files for line in path.read_text("utf-8").splitlines()]
    if len(lines) != len(texts):
        raise ValueError(f"{len(lines)} second labels for {len(texts)} texts")
    picked = [Guess(set(line["themes"]), line["themes"]) for line in lines]
    yield f"| a second person, blind | {theme_row(texts, picked)} |"
    for name in ("worry", "feeling"):
        same = [getattr(text, name) == line[name] for text, line in zip(texts, lines, strict=True)]
        yield f"a second person, the same {name}: {share_row(same)}"


def as_guess(said: Suggestions) -> Guess:
    """Gives what a tagger said of themes."""
    return Guess(set(said.suggested), [theme.key for theme in said.themes])


def main(arguments: Sequence[str]) -> int:
    """Prints the table."""
    asked = argparse.ArgumentParser(prog="python -m tagging.evaluate", description=__doc__)
    asked.add_argument("files", nargs="+", type=Path)
    asked.add_argument("--second", nargs="+", type=Path, default=[])
    asked.add_argument("--no-baselines", action="store_true")
    given = asked.parse_args(arguments)
    texts = [text for path in given.files for text in read_texts(path)]
    plain = [one.text for one in texts]
    tagger, cues = default_tagger(), CueTagger()
    said = [tagger.suggest(text) for text in plain]
    print_ = sys.stdout.write
    print_(f"{len(texts)} texts, by {said[0].method}\n\n")
    print_("| method | micro-F1 | macro-F1 | recall at 3 |\n| --- | --- | --- | --- |\n")
    print_(f"| **the tagger** | {theme_row(texts, [as_guess(one) for one in said])} |\n")
    alone = [as_guess(cues.suggest(text)) for text in plain]
    print_(f"| cue words with learned weights (0010) | {theme_row(texts, alone)} |\n")
    if not given.no_baselines:
        lessons, tuning = read_folder(TEXTS), read_folder(TUNING)
        for name, method in BASELINES.items():
            row = theme_row(texts, guesses(method, lessons, tuning, plain))
            print_(f"| {name} | {row} |\n")
    if given.second:
        print_("\n".join(by_second(texts, given.second)) + "\n")
    print_("\n" + "\n".join(table(texts, said)) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
