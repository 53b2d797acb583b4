"""Room tagging: the encoder's vectors of the texts that teach, kept so that each is read once."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np

from tagging.encoder import Encoder
from tagging.machine import Array
from tagging.sight import NOTHING, pooled

AT_ONCE = 256


def joined_vectors(texts: Sequence[str], encoder: Encoder, cache: Path | None) -> Array:
    """Gives (texts, pools x layers x width) joined vectors; what the cache lacks is added to it."""
    known = _read(cache)
    missing = [text for text in dict.fromkeys(texts) if _mark(text) not in known]
    for start in range(0, len(missing), AT_ONCE):
        some = missing[start : start + AT_ONCE]
        for text, windows in zip(some, encoder.read(some), strict=True):
            states = [one.states for one in windows if len(one.states)]
            vector = pooled(np.concatenate(states)) if states else NOTHING
            known[_mark(text)] = vector.astype(np.float16)
    if cache is not None and missing:
        cache.parent.mkdir(parents=True, exist_ok=True)
        with cache.open("wb") as file:
            np.savez(file, marks=np.array(list(known)), vectors=np.stack(list(known.values())))
    return np.stack([known[_mark(text)] for text in texts]).astype(np.float32)


def _read(cache: Path | None) -> dict[str, np.ndarray[tuple[int], np.dtype[np.float16]]]:
    if cache is None or not cache.exists():
        return {}
    with np.load(cache, allow_pickle=False) as file:
        vectors = file["vectors"]
        if vectors.shape[1:] != NOTHING.shape:
            return {}
        return dict(zip(file["marks"].tolist(), vectors, strict=True))


def _mark(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
