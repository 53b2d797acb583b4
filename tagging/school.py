"""Room tagging: learns from what officers agreed; measured before it goes live, and undone at will.

Rationale: only the machine for themes learns. Agreeing a theme says nothing about worry, so no
correction can change what is raised. The shipped model's words and directions stay as they are:
no word that only corrections hold ever comes into the folder (docs/decisions/0012).
"""

import json
import os
import secrets
import shutil
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np

from core.schooling import SHIPPED, Lesson, Version
from tagging.encoder import Encoder, Read
from tagging.fitting import refit
from tagging.labels import theme_labels, theme_rows
from tagging.machine import Array, Machine, Seen
from tagging.model import Model, NoModel, load, save
from tagging.normalising import tokens
from tagging.sight import Sight
from tagging.texts import TEXTS, TUNING, Labelled, read_folder
from tagging.trained import TrainedTagger
from tagging.tuning import figures, theme_cut
from tagging.vectors import joined_vectors
from tagging.vocabulary import Sparse, words_of

LIVE, CARD, MARKS = "live", "card.json", "marks.txt"
JUDGED = ("themes: micro-F1", "themes: macro-F1", "themes: recall at 3")
ENOUGH = 5  # agreed views that carry a new theme, before it is suggested
SLACK = 0.005  # of the three together, on 220 texts: less is chance
MOST_LOST = 0.02  # of one of them, whatever the others gained


class School:
    """The versions in one folder.

    Args:
        folder: made where it is not there; for this Heard's own user alone.
        tuning: what each version is measured on.
        encoder: one that is loaded already, so that there are not two.
    """

    def __init__(
        self,
        folder: Path,
        tuning: Sequence[Labelled] | None = None,
        encoder: Encoder | None = None,
    ) -> None:
        self._folder = folder
        self._encoder = encoder
        self._tuning = read_folder(TUNING) if tuning is None else tuning

    def live(self) -> str:
        """Gives the name of the version that is live."""
        try:
            return (self._folder / LIVE).read_text("utf-8").strip() or SHIPPED
        except OSError:
            return SHIPPED

    def live_model(self) -> Model:
        """Gives the live model, or the shipped one where that cannot be used."""
        try:
            return load() if self.live() == SHIPPED else load(self._folder / self.live())
        except NoModel:
            return load()

    def versions(self) -> tuple[Version, ...]:
        """Gives every version that can go live, newest first."""
        cards = [
            Version(**json.loads(card.read_text("utf-8")))
            for card in self._folder.glob(f"*/{CARD}")
        ]
        now = self.live()
        return tuple(
            replace(one, live=one.name == now)
            for one in sorted(cards, key=lambda one: one.made_at, reverse=True)
        )

    def go_back(self, name: str) -> bool:
        """Makes another version live, if it is there and whole; the swap is atomic."""
        if name != SHIPPED:
            if name not in {one.name for one in self.versions()}:
                return False
            try:
                load(self._folder / name)
            except NoModel:
                return False
        self._point(name)
        return True

    def teach(self, lessons: Sequence[Lesson], *, asked_by: str, at: str) -> Version:
        """Gives the version that these lessons teach: live now, or refused and not kept."""
        self._forget({one.mark for one in lessons})
        encoder, before = self._encoder or Encoder(), self.live_model()
        model, texts = _learned(lessons, encoder)
        encoder = _Remembering(encoder)
        model = self._tuned(model, encoder)
        name = f"{at[:10]}-{secrets.token_hex(4)}"
        model = replace(model, version=f"{model.version}+{name[-8:]}")
        was, now = (_figures(one, encoder, self._tuning) for one in (before, model))
        shipped = _figures(load(), encoder, self._tuning)
        refused = any(_worse(now, earlier) for earlier in (was, shipped))
        made = Version(name, at, asked_by, texts, len(lessons), was, now, refused)
        if not refused:
            self._keep(replace(model, figures=now), made, lessons)
            self._point(name)
        return replace(made, live=not refused)

    def _tuned(self, model: Model, encoder: Encoder) -> Model:
        said = TrainedTagger(encoder, model).suggest_many([one.text for one in self._tuning])
        return replace(model, cuts={**model.cuts, "theme": theme_cut(self._tuning, said)})

    def _keep(self, model: Model, made: Version, lessons: Sequence[Lesson]) -> None:
        draft = self._folder / f".{made.name}"
        draft.mkdir(mode=0o700, parents=True)
        save(model, draft)
        marks = "\n".join(sorted(one.mark for one in lessons))
        (draft / MARKS).write_text(marks, "utf-8")
        (draft / CARD).write_text(json.dumps(asdict(made), indent=1), "utf-8")
        draft.rename(self._folder / made.name)

    def _point(self, name: str) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = self._folder / f".{LIVE}-{secrets.token_hex(4)}"
        draft.write_text(name, "utf-8")
        os.replace(draft, self._folder / LIVE)

    def _forget(self, still_here: set[str]) -> None:
        """Takes away versions that words taught which are gone; the shipped one steps in."""
        for card in list(self._folder.glob(f"*/{CARD}")):
            taught_by = set((card.parent / MARKS).read_text("utf-8").split())
            if taught_by - still_here:
                if card.parent.name == self.live():
                    self._point(SHIPPED)
                shutil.rmtree(card.parent)


def _worse(now: Mapping[str, float], earlier: Mapping[str, float]) -> bool:
    gained = [now[key] - earlier[key] for key in JUDGED]
    return sum(gained) / len(gained) < -SLACK or min(gained) < -MOST_LOST


def _figures(model: Model, encoder: Encoder, tuning: Sequence[Labelled]) -> dict[str, float]:
    return figures(tuning, TrainedTagger(encoder, model).suggest_many([o.text for o in tuning]))


def _learned(lessons: Sequence[Lesson], encoder: Encoder) -> tuple[Model, int]:
    """Gives the shipped model with its themes learned anew; the shipped vectors are read again."""
    shipped = load()
    theirs = [Labelled(o.words, o.mark, themes=frozenset(o.themes)) for o in lessons]
    sight = Sight(encoder, shipped.basis, shipped.words, shipped.pieces)
    ours = _shipped_texts(shipped)
    every, centres = [*ours, *theirs], shipped.centres
    if theirs:
        joined = joined_vectors([one.text for one in theirs], encoder, None)
        centres = np.concatenate([centres, shipped.basis.place(joined)])
    rows = theme_rows(every)
    weighed = [_weighed(sight, every[at].text) for at in rows]
    seen = Seen(centres[rows], [words for words, _ in weighed], [pieces for _, pieces in weighed])
    keys, curve = _keys(shipped, theirs)
    pull = np.zeros((len(every), len(keys)), np.float32)
    pull[: len(ours), : len(shipped.themes.keys)] = shipped.themes.pull
    labels = theme_labels([every[at] for at in rows], keys)
    widths = len(shipped.words.names), len(shipped.pieces.names)
    themes = refit(seen, labels, keys, widths, (pull[rows], curve))
    pull[rows] = themes.pull
    return _joined(shipped, centres, replace(themes, pull=pull)), len(rows)


def _joined(shipped: Model, centres: Array, themes: Machine) -> Model:
    """The shipped model with other themes; new texts say nothing about worry and feeling."""
    new = ((0, len(centres) - len(shipped.centres)), (0, 0))
    worry = replace(shipped.worry, pull=np.pad(shipped.worry.pull, new))
    feeling = replace(shipped.feeling, pull=np.pad(shipped.feeling.pull, new))
    return replace(shipped, centres=centres, themes=themes, worry=worry, feeling=feeling)


def _shipped_texts(shipped: Model) -> list[Labelled]:
    """Gives the texts that taught the shipped model, in the order in which they did."""
    ours = read_folder(TEXTS)
    if len(ours) != len(shipped.centres):
        raise NoModel("the shipped model was not taught by the shipped texts")
    return ours


def _weighed(sight: Sight, text: str) -> tuple[Sparse, Sparse]:
    words = tokens(text)
    return sight.words.weigh(words_of(words)), sight.pieces.weigh_pieces(words)


class _Remembering(Encoder):
    """Reads each text once: the tuning texts are asked for by every version that is measured."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._read: dict[str, list[Read]] = {}

    def read(self, texts: Sequence[str]) -> list[list[Read]]:
        """Gives the windows of each text."""
        new = [text for text in texts if text not in self._read]
        self._read.update(zip(new, self._encoder.read(new), strict=True))
        return [self._read[text] for text in texts]


def _keys(shipped: Model, theirs: Sequence[Labelled]) -> tuple[tuple[str, ...], Array]:
    """Gives the shipped themes and those that officers added and agreed often enough.

    A new theme is calibrated as the shipped ones are on average.
    """
    carried = Counter(key for one in theirs for key in one.themes or ())
    known = shipped.themes.keys
    added = sorted(key for key in carried if key not in known and carried[key] >= ENOUGH)
    curve = shipped.themes.curve
    usual = np.repeat(curve.mean(axis=1, keepdims=True), len(added), axis=1)
    return (*known, *added), np.concatenate([curve, usual], axis=1)
