"""Room tagging: learns from the labelled texts: `python -m tagging.train [FOLDER] [--cache FILE]`.

Writes a model folder with its version and its figures on the tuning texts. Two minutes
and 4.5 GB, and two minutes more for the encoder to read texts that the cache does not hold.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import numpy as np

from core.facts import Feeling
from core.themes import BY_KEY
from tagging.encoder import Encoder
from tagging.fitting import Fitted, fit
from tagging.labels import theme_labels, theme_rows
from tagging.machine import Array, Seen
from tagging.model import MODELS, Model, save
from tagging.normalising import tokens
from tagging.sight import Part, Sight, learn_basis
from tagging.texts import TEXTS, TUNING, Labelled, near_duplicates, read_folder
from tagging.tuning import FIRST_CUTS, tuned
from tagging.vectors import joined_vectors
from tagging.vigilance import RAISED, URGENT
from tagging.vocabulary import Vocabulary, learn_vocabulary, pieces_of, words_of

SIGNS = (
    *("self_harm", "suicidal", "abuse", "neglect", "exploitation", "grooming_online"),
    *("missing", "violence", "unsafe_home", "staff_conduct"),
)
WORRYING = frozenset({"safety", "domestic_abuse", "substance_misuse", "mental_health"})


def learn(
    lessons: Sequence[Labelled], tuning: Sequence[Labelled], encoder: Encoder, cache: Path | None
) -> Model:
    """Gives the model that these texts teach, its cuts fixed on the tuning texts."""
    joined = joined_vectors([one.text for one in lessons], encoder, cache)
    basis = learn_basis(joined)
    words, pieces = _vocabularies(lessons)
    sight = Sight(encoder, basis, words, pieces)
    seen = sight.of([Part(tokens(o.text), j) for o, j in zip(lessons, joined, strict=True)])
    widths = len(words.names), len(pieces.names)
    worry, calm = _worry(lessons, seen, widths)
    model = Model(
        version=_version(lessons),
        basis=basis,
        words=words,
        pieces=pieces,
        centres=seen.vectors,
        themes=_themes(lessons, seen, widths).machine,
        worry=worry.machine,
        feeling=_feeling(lessons, seen, widths).machine,
        cuts=FIRST_CUTS,
        figures={},
    )
    return tuned(model, encoder, tuning, taught=len(lessons), calm=calm)


def _vocabularies(lessons: Sequence[Labelled]) -> tuple[Vocabulary, Vocabulary]:
    said = [tokens(one.text) for one in lessons]
    return (
        learn_vocabulary([list(words_of(words)) for words in said], seen=2),
        learn_vocabulary([list(pieces_of(words)) for words in said], seen=4),
    )


def _themes(lessons: Sequence[Labelled], seen: Seen, widths: tuple[int, int]) -> Fitted:
    keys = tuple(BY_KEY)
    rows = theme_rows(lessons)
    labels = theme_labels([lessons[at] for at in rows], keys)
    return _fit(lessons, seen, rows, labels, keys, widths)


def _worry(
    lessons: Sequence[Labelled], seen: Seen, widths: tuple[int, int]
) -> tuple[Fitted, list[float]]:
    """Gives the machine, and how likely ordinary texts would be raised without their hands.

    Rationale: texts without a worry label teach what ordinary is, if their themes are calm.
    """
    keys = (RAISED, URGENT, *SIGNS)
    rows = [
        at for at, one in enumerate(lessons) if one.worry or not WORRYING & (one.themes or set())
    ]
    labels = []
    for at in rows:
        one = lessons[at]
        raised = one.worry not in (None, "none")
        labels.append([raised, one.worry == "urgent", *(raised and one.signal == s for s in SIGNS)])
    fitted = _fit(lessons, seen, rows, _table(labels), keys, widths)
    ordinary = [
        place
        for place, at in enumerate(rows)
        if lessons[at].worry == "none" and not lessons[at].hard and lessons[at].themes is not None
    ]
    return fitted, fitted.apart[ordinary, 0].tolist()


def _feeling(lessons: Sequence[Labelled], seen: Seen, widths: tuple[int, int]) -> Fitted:
    keys = tuple(feeling.value for feeling in Feeling)
    rows = [at for at, one in enumerate(lessons) if one.feeling is not None]
    labels = _table([[lessons[at].feeling == key for key in keys] for at in rows])
    return _fit(lessons, seen, rows, labels, keys, widths)


def _fit(
    lessons: Sequence[Labelled],
    seen: Seen,
    rows: Sequence[int],
    labels: Array,
    keys: Sequence[str],
    widths: tuple[int, int],
) -> Fitted:
    """Gives what these rows of all lessons teach; the others pull nothing."""
    hands = [lessons[at].hand for at in rows]
    fitted = fit(_some(seen, rows), labels, hands, keys, widths)
    pull = np.zeros((len(lessons), len(keys)), np.float32)
    pull[rows] = fitted.machine.pull
    return replace(fitted, machine=replace(fitted.machine, pull=pull))


def _table(rows: Sequence[Sequence[bool]]) -> Array:
    return np.array(rows, np.float32)


def _some(seen: Seen, rows: Sequence[int]) -> Seen:
    return Seen(
        seen.vectors[rows], [seen.words[at] for at in rows], [seen.pieces[at] for at in rows]
    )


def _version(lessons: Sequence[Labelled]) -> str:
    marks = sorted(
        f"{o.text}|{[o.about(key) for key in BY_KEY]}|{o.worry}|{o.signal}" for o in lessons
    )
    return sha256("\n".join(marks).encode("utf-8", "replace")).hexdigest()[:8]


def main(arguments: Sequence[str]) -> int:
    """Learns, writes the folder, and says what the tuning texts say of it."""
    asked = argparse.ArgumentParser(prog="python -m tagging.train", description=__doc__)
    asked.add_argument("folder", nargs="?", type=Path, default=MODELS)
    asked.add_argument("--texts", type=Path, default=TEXTS)
    asked.add_argument("--tuning", type=Path, default=TUNING)
    asked.add_argument("--cache", type=Path)
    given = asked.parse_args(arguments)
    lessons = read_folder(given.texts)
    if again := near_duplicates(lessons):
        told = "".join(f"{one.hand}: {one.text}\n" for one in again)
        sys.stderr.write(
            f"{told}Take these out first: each is nearly the same as an earlier text.\n"
        )
        return 1
    model = learn(lessons, read_folder(given.tuning), Encoder(), given.cache)
    save(model, given.folder)
    sys.stdout.write(f"{model.version}: {len(lessons)} texts\n")
    sys.stdout.writelines(f"{name:34}{value}\n" for name, value in model.figures.items())
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
