"""Room tagging: from which score to suggest and to raise, fixed on the tuning texts alone."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from core.facts import Suggestions
from tagging.encoder import Encoder
from tagging.measures import theme_figures, worry_figures
from tagging.model import Model
from tagging.texts import Labelled
from tagging.trained import TrainedTagger
from tagging.vigilance import RAISED, URGENT

THEME = "theme"
FIRST_CUTS = {THEME: 0.35, RAISED: 0.2, URGENT: 0.4}
URGENT_RAISED, CONCERN_RAISED, CALM_RAISED = 0.98, 0.92, 0.20  # what issue 3 aims for


def tuned(model: Model, encoder: Encoder, texts: Sequence[Labelled], *, taught: int) -> Model:
    """Gives the model with its cuts, and its figures on these texts."""
    if not texts:
        return model
    plain = [one.text for one in texts]
    first = TrainedTagger(encoder, model)
    raised = _raised_cut(texts, first.raised(plain))
    cuts = {**model.cuts, THEME: theme_cut(texts, first.suggest_many(plain)), RAISED: raised}
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
    """Gives the cut from which themes fit these texts best."""
    labels = [set(one.themes or ()) for one in texts]

    def fits(cut: float) -> float:
        found = theme_figures(labels, *_picked(said, cut))
        return found["themes: micro-F1"] + found["themes: macro-F1"]

    cuts: list[float] = np.arange(0.22, 0.6, 0.01).round(2).tolist()
    return max(cuts, key=fits)


def _raised_cut(texts: Sequence[Labelled], scores: Sequence[float]) -> float:
    """The highest cut that raises what must be, but none that raises a fifth of the calm."""
    cuts: list[float] = np.arange(0.02, 0.6, 0.01).round(2).tolist()
    cut = cuts[0]
    for cut in cuts:
        calm = _share(texts, scores, "none", cut)
        urgent, concern = (_share(texts, scores, level, cut) for level in ("urgent", "concern"))
        past = urgent < URGENT_RAISED or concern < CONCERN_RAISED
        if past and calm <= CALM_RAISED:
            break
    return cut


def _share(texts: Sequence[Labelled], scores: Sequence[float], level: str, cut: float) -> float:
    of = [score for one, score in zip(texts, scores, strict=True) if one.worry == level]
    return sum(score >= cut for score in of) / max(1, len(of))
