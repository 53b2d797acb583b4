"""Room tagging: what labelled texts say of themes, as a table to learn from."""

from collections.abc import Sequence

import numpy as np

from tagging.machine import Array
from tagging.texts import Labelled


def theme_rows(lessons: Sequence[Labelled]) -> list[int]:
    """Gives the rows of those lessons that say something about themes."""
    return [at for at, one in enumerate(lessons) if not (one.themes is None and one.again is None)]


def theme_labels(lessons: Sequence[Labelled], keys: Sequence[str]) -> Array:
    """Gives how far each lesson is about each theme, 0 to 1, (lessons, keys)."""
    return np.array([[one.about(key) or 0.0 for key in keys] for one in lessons], np.float32)
