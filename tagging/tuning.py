"""Room tagging: from which score to suggest and to raise, fixed on the tuning texts alone."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from core.facts import Suggestions
from tagging.encoder import Encoder
from tagging.measures import reader_fit, theme_figures, worry_figures
from tagging.model import Model
from tagging.texts import Labelled
from tagging.trained import TrainedTagger
from tagging.vigilance import RAISED, URGENT

THEME = "theme"
FIRST_CUTS = {THEME: 0.35, RAISED: 0.2, URGENT: 0.4}
NEARLY = 0.01  # of micro-F1 and macro-F1 together
CALM_RAISED = 0.17  # of ordinary feedback: a little under the fifth that issue 3 allows


def tuned(
    model: Model,
    encoder: Encoder,
    texts: Sequence[Labelled],
    *,
    taught: int,
    calm: Sequence[float] = (),
) -> Model:
    """Gives the model with its cuts, and its figures on these texts.

    Args:
        calm: how likely ordinary texts that taught it would be raised, had their hands not.
    """
    if not texts:
        return model
    plain = [one.text for one in texts]
    first = TrainedTagger(encoder, model)
    calm_too = zip(texts, first.raised(plain), strict=True)
    every = [*calm, *(score for one, score in calm_too if one.worry == "none")]
    cuts = {
        **model.cuts,
        THEME: theme_cut(texts, first.suggest_many(plain)),
        RAISED: _raised_cut(every),
    }
    chosen = replace(model, cuts=cuts)
    said = TrainedTagger(encoder, chosen).suggest_many(plain)
    return replace(chosen, figures={"taught by": taught, **figures(texts, said)})


def figures(texts: Sequence[Labelled], said: Sequence[Suggestions]) -> dict[str, float]:
    """Gives the figures of themes and worry."""
    found = theme_figures([set(one.themes or ()) for one in texts], *_picked(said, None))
    levels = [one.worry or "none" for one in texts]
    found |= worry_figures(levels, [one.worry.value for one in said])
    return {"texts": float(len(texts))} | {name: round(found[name], 4) for name in found}


def _picked(
    said: Sequence[Suggestions], cut: float | None
) -> tuple[list[set[str]], list[list[str]]]:
    ranked = [[theme.key for theme in one.themes] for one in said]
    if cut is None:
        return [set(one.suggested) for one in said], ranked
    return [{t.key for t in one.themes if t.score >= cut} for one in said], ranked


def theme_cut(texts: Sequence[Labelled], said: Sequence[Suggestions]) -> float:
    """Gives the cut from which themes fit best what the readers of these texts say.

    Rationale: few texts cannot tell neighbouring cuts apart, so it is the middle one of those
    that fit nearly as well as the best.
    """

    def fits(cut: float) -> float:
        return reader_fit(texts, _picked(said, cut)[0])

    cuts: list[float] = np.arange(0.22, 0.6, 0.01).round(2).tolist()
    fit = {cut: fits(cut) for cut in cuts}
    near_best = [cut for cut in cuts if fit[cut] >= max(fit.values()) - NEARLY]
    return near_best[len(near_best) // 2]


def _raised_cut(calm: Sequence[float]) -> float:
    """The lowest cut that ordinary feedback allows: everything that can be raised is.

    Rationale: to miss a worry costs more than to read one view sooner than others, and the urgent
    and the concerned of the tuning texts are too few to fix a cut by.
    """
    return round(float(np.quantile(calm, 1 - CALM_RAISED)), 4)
