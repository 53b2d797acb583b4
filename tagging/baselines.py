"""Room tagging: the simpler ways that the tagger is measured against, taught by the same texts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from textblob.classifiers import NaiveBayesClassifier

from core.themes import BY_KEY
from tagging.encoder import WIDTH, Encoder
from tagging.learned import stem
from tagging.machine import Array
from tagging.measures import reader_fit
from tagging.normalising import tokens
from tagging.texts import Labelled
from tagging.themes import ThemeCues
from tagging.vectors import joined_vectors

KEYS = tuple(BY_KEY)
ROUNDS, STEP, PULL_BACK = 400, 20.0, 1e-4  # of the regression
HALF = 0.5
CUTS = [0.02 * step for step in range(2, 50)] + [0.99, 0.999, 0.9999]
Scores = dict[str, float]


Method = Callable[[Sequence[Labelled], Sequence[str]], list[Scores]]


@dataclass(frozen=True, slots=True)
class Guess:
    """What a method says of a text's themes: those it would pick, and all, likeliest first."""

    picked: set[str]
    ranked: list[str]


def cues_alone(_: Sequence[Labelled], texts: Sequence[str]) -> list[Scores]:
    """Gives what the hand-made phrases say with nothing learned."""
    cues = ThemeCues()
    return [{k: said for k, (said, _) in cues.read(tokens(text)).items()} for text in texts]


def naive_bayes(lessons: Sequence[Labelled], texts: Sequence[str]) -> list[Scores]:
    """Gives what TextBlob's NaiveBayes says, one a theme, on stemmed words."""
    scores: list[Scores] = [{} for _ in texts]
    words = [_words(one.text) for one in lessons if one.themes is not None]
    labels = [one.themes for one in lessons if one.themes is not None]
    asked = [_words(text) for text in texts]
    for key in KEYS:
        pairs = [(said, key in themes) for said, themes in zip(words, labels, strict=True)]
        classifier = NaiveBayesClassifier(pairs, feature_extractor=_present)
        for score, said in zip(scores, asked, strict=True):
            score[key] = float(classifier.prob_classify(said).prob(True))
    return scores


def bare_encoder(lessons: Sequence[Labelled], texts: Sequence[str]) -> list[Scores]:
    """Gives what logistic regression on the encoder's last layer says."""
    encoder = Encoder()
    taught = [one for one in lessons if one.themes is not None]
    vectors = joined_vectors([one.text for one in taught] + list(texts), encoder, None)[:, :WIDTH]
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    labels = np.array([[key in (one.themes or ()) for key in KEYS] for one in taught], np.float32)
    likely = _regressed(vectors[: len(taught)], labels, vectors[len(taught) :])
    return [dict(zip(KEYS, row, strict=True)) for row in likely.tolist()]


def _regressed(given: Array, labels: Array, asked: Array) -> Array:
    weights = np.zeros((given.shape[1], labels.shape[1]), np.float32)
    start: Array = np.full(labels.shape[1], -2.0, np.float32)
    speed: Array = np.zeros_like(weights)
    for _ in range(ROUNDS):
        missed = _logistic(given @ weights + start) - labels
        speed *= 0.9
        speed -= STEP / len(given) * (given.T @ missed) + STEP * PULL_BACK * weights
        weights += speed
        start -= missed.mean(axis=0)
    return _logistic(asked @ weights + start)


def _logistic(totals: Array) -> Array:
    return (1 / (1 + np.exp(-np.clip(totals, -30, 30)))).astype(np.float32)


def _words(text: str) -> list[str]:
    return [stem(word.plain) for word in tokens(text)]


def _present(words: Sequence[str], _: Any = None) -> dict[str, bool]:
    return dict.fromkeys(words, True)


def guesses(
    method: Method, lessons: Sequence[Labelled], tuning: Sequence[Labelled], texts: Sequence[str]
) -> list[Guess]:
    """Gives a method's guesses, its cut fixed on the tuning texts as the tagger's own is."""
    scores = method(lessons, [*(one.text for one in tuning), *texts])

    def fits(cut: float) -> float:
        return reader_fit(tuning, [_guess(one, cut).picked for one in scores[: len(tuning)]])

    cut = max(CUTS, key=fits) if tuning else HALF
    return [_guess(one, cut) for one in scores[len(tuning) :]]


def _guess(scores: Scores, cut: float) -> Guess:
    ranked = sorted(scores, key=lambda key: -scores[key])
    return Guess({key for key in scores if scores[key] >= cut}, ranked)


BASELINES: dict[str, Method] = {
    "keywords alone": cues_alone,
    "TextBlob NaiveBayes": naive_bayes,
    "bare encoder with regression": bare_encoder,
}
