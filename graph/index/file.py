"""The index as one file: two lines that tell what is where, then the arrays, mapped into memory.

The first line names the format and the checksum of the second, which is JSON; that has the arrays' checksums.

A file is written beside its place and then moved there, so a reader never sees half of one, and processes
that have the former one open go on with it.
"""

import json
import os
import tempfile
import zlib
from contextlib import suppress
from dataclasses import astuple
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph.changes import Stamp
from graph.index.arrays import TemporalIndex

FORMAT = b"regesta temporal index 1"
_ARRAYS = (
    *("code", "first", "last", "kind", "start", "head", "event", "role"),
    *("long_start", "long_entry", "before", "seats", "names"),
)
_ALIGNMENT = 64


class DamagedError(Exception):
    """The file is none of ours, of another version, or not whole."""


def write(index: TemporalIndex, file: Path) -> None:
    """Put the index into a file; it replaces one that is there at once.

    Raises:
        OSError: The folder can't be made or written.
    """
    arrays = _arrays(index)
    header = json.dumps(_header(index, arrays), separators=(",", ":")).encode("ascii") + b"\n"
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(prefix=file.name, suffix=".new", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(_title(header) + header)
            for array in arrays.values():
                out.write(b"\0" * (-out.tell() % _ALIGNMENT))
                out.write(np.ascontiguousarray(array).data)
        Path(name).replace(file)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def stamp_of(file: Path) -> Stamp:
    """Which graph a file tells of, without reading more of it.

    Raises:
        DamagedError: It is no such file.
        OSError: It can't be read.
    """
    return _stamp(_head(file)[0])


def read(file: Path) -> TemporalIndex:
    """The index of a file, mapped into memory, after its checksums have been compared.

    Raises:
        DamagedError: The file is none of ours, of another version, or not whole.
        OSError: It can't be read.
    """
    header, end = _head(file)
    # A plain array over the mapped memory: slices of a memmap are several times slower to make.
    whole = np.asarray(np.memmap(file, dtype=np.uint8, mode="r"))
    found: dict[str, NDArray[Any]] = {}
    for name in _ARRAYS:
        found[name], end = _array(whole, header, name, end)
    names = bytes(found.pop("names")).decode("utf-8")
    return TemporalIndex(
        **found,
        actors=tuple(names.split("\0")) if names else (),
        states=tuple(header["states"]),
        odd={int(code): name for code, name in header["odd"].items()},
        stamp=_stamp(header),
    )


def _arrays(index: TemporalIndex) -> dict[str, NDArray[Any]]:
    names = np.frombuffer("\0".join(index.actors).encode("utf-8"), dtype=np.uint8)
    return {name: names if name == "names" else getattr(index, name) for name in _ARRAYS}


def _header(index: TemporalIndex, arrays: dict[str, NDArray[Any]]) -> dict[str, object]:
    return {
        "stamp": astuple(index.stamp),
        "states": index.states,
        "odd": {str(code): name for code, name in index.odd.items()},
        "arrays": {
            name: [array.dtype.str, array.shape, zlib.crc32(np.ascontiguousarray(array).data)]
            for name, array in arrays.items()
        },
    }


def _head(file: Path) -> tuple[dict[str, Any], int]:
    """What the second line says, and where it ends."""
    with file.open("rb") as lines:
        title, line = lines.readline(), lines.readline()
        end = lines.tell()
    if title != _title(line):
        raise DamagedError(f"{file} is no index of this version, or damaged")
    header = json.loads(line)
    return header, end


def _title(header: bytes) -> bytes:
    return b"%s %08x\n" % (FORMAT, zlib.crc32(header))


def _array(
    whole: NDArray[np.uint8], header: dict[str, Any], name: str, after: int
) -> tuple[NDArray[Any], int]:
    """One array and where it ends; they stand in their order, each at a multiple of the alignment."""
    kind, shape, checksum = header["arrays"][name]
    dtype = np.dtype(kind)
    begin = after + -after % _ALIGNMENT
    end = begin + dtype.itemsize * int(np.prod(shape))
    part = whole[begin:end]
    if len(part) != end - begin or zlib.crc32(part.data) != checksum:
        raise DamagedError(f"the array {name!r} is damaged")
    return part.view(dtype).reshape(shape), end


def _stamp(header: dict[str, Any]) -> Stamp:
    database, version, token = header["stamp"]
    return Stamp(database, version, token)
