"""Room tagging: the folder that keeps what was learned: arrays without code, and its figures.

Rationale: plain numpy files cannot run anything when they are read, and each version says what
it was taught and how well it did, so that an older one can be put back.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from tagging.machine import Array, Machine, machine_of, nearness
from tagging.sight import Basis
from tagging.vocabulary import Vocabulary

MODELS = Path(__file__).parent / "model"
ABOUT, ARRAYS = "about.json", "arrays.npz"
SHAPE = 2  # of the files; a model of another shape is not read


class NoModel(Exception):
    """No model is here, or it cannot be used."""


@dataclass(frozen=True, slots=True)
class Model:
    """What was learned.

    Args:
        version: a short name that changes with every learning.
        centres: vectors of the texts that taught, (texts, dimensions): one set for all machines,
            so that a text is compared with them once.
        cuts: from which score a theme is suggested, words are raised, and raised as urgent.
        figures: how it did on the tuning texts.
    """

    version: str
    basis: Basis
    words: Vocabulary
    pieces: Vocabulary
    centres: Array
    themes: Machine
    worry: Machine
    feeling: Machine
    cuts: Mapping[str, float]
    figures: Mapping[str, Any]

    def near(self, vectors: Array) -> Array:
        """Gives how near each vector is to each text that taught, (vectors, texts)."""
        return nearness(vectors, self.centres)


def save(model: Model, folder: Path) -> None:
    """Writes a model into a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    arrays: dict[str, Any] = {
        "basis/middle": model.basis.middle,
        "basis/directions": model.basis.directions.astype(np.float16),
        "centres": model.centres.astype(np.float16),
        "words/rarity": model.words.rarity,
        "pieces/rarity": model.pieces.rarity,
        "words/names": _packed(model.words),
        "pieces/names": _packed(model.pieces),
    }
    for name, machine in _machines(model):
        arrays |= {f"{name}/{part}": array for part, array in machine.arrays().items()}
    with (folder / ARRAYS).open("wb") as file:
        np.savez_compressed(file, **arrays)
    about = {
        "shape": SHAPE,
        "version": model.version,
        "sha256": sha256((folder / ARRAYS).read_bytes()).hexdigest(),
        "cuts": dict(model.cuts),
        "figures": dict(model.figures),
    }
    (folder / ABOUT).write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")


def load(folder: Path = MODELS) -> Model:
    """Gives the model of a folder.

    Raises:
        NoModel: it is not there, was changed since it was written, or is of another shape.
    """
    try:
        about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
        content = (folder / ARRAYS).read_bytes()
        if about["shape"] != SHAPE or sha256(content).hexdigest() != about["sha256"]:
            raise NoModel("the model was changed since it was written")
        with np.load(folder / ARRAYS, allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files}
        return _model(about, arrays)
    except (OSError, ValueError, KeyError) as reason:
        raise NoModel("the model cannot be read") from reason


def _model(about: Mapping[str, Any], arrays: Mapping[str, Any]) -> Model:
    return Model(
        version=about["version"],
        basis=Basis(arrays["basis/middle"], arrays["basis/directions"].astype(np.float32)),
        words=_unpacked(arrays, "words"),
        pieces=_unpacked(arrays, "pieces"),
        centres=arrays["centres"].astype(np.float32),
        themes=machine_of(_part(arrays, "themes/")),
        worry=machine_of(_part(arrays, "worry/")),
        feeling=machine_of(_part(arrays, "feeling/")),
        cuts=about["cuts"],
        figures=about["figures"],
    )


def _machines(model: Model) -> tuple[tuple[str, Machine], ...]:
    return ("themes", model.themes), ("worry", model.worry), ("feeling", model.feeling)


def _part(arrays: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {key.removeprefix(name): array for key, array in arrays.items() if key.startswith(name)}


def _packed(vocabulary: Vocabulary) -> Any:
    return np.frombuffer("\n".join(vocabulary.names).encode(), np.uint8)


def _unpacked(arrays: Mapping[str, Any], name: str) -> Vocabulary:
    names = arrays[f"{name}/names"].tobytes().decode().split("\n")
    return Vocabulary(names, arrays[f"{name}/rarity"])
