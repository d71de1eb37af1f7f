"""Who shapes the shares of a data file: this process, or others that it starts."""

import pickle
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from typing import IO, Protocol

from graph.bulk.shape import Numbered, Seen, Shaper, Task
from ontology.errors import RegestaError, ServiceError

_ENDED = "A process that reads the data file has ended. Is there memory and room on the disk left?"


class Hand(Protocol):
    """Shapes every so manieth share of a file."""

    def look(self) -> Seen | None:
        """What its next share brings; None behind the last."""

    def write(self, numbered: Numbered) -> None:
        """Write that share."""


class _Own:
    """This process."""

    def __init__(self, shaper: Shaper) -> None:
        self._shares = shaper.look()
        self.write = shaper.write

    def look(self) -> Seen | None:
        return next(self._shares, None)


class _Process:
    """Another process, which goes on with its next share while others are at theirs."""

    def __init__(self, task: Task) -> None:
        command = [sys.executable, "-m", "graph.bulk.helpers"]
        self._child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 - ours
        if self._child.stdin is None or self._child.stdout is None:
            raise TypeError("a process was started without its pipes")
        self._in, self._out = self._child.stdout, self._child.stdin
        self._send(task)

    def look(self) -> Seen | None:
        try:
            found = _receive(self._in)
        except EOFError as error:
            raise ServiceError(_ENDED) from error
        if isinstance(found, RegestaError):
            raise found
        return found if isinstance(found, Seen) else None

    def write(self, numbered: Numbered) -> None:
        self._send(numbered)

    def _send(self, thing: object) -> None:
        try:
            _send(self._out, thing)
        except BrokenPipeError as error:
            raise ServiceError(_ENDED) from error

    def close(self) -> None:
        """Let it finish what it was told to write."""
        with suppress(BrokenPipeError):
            self._out.close()
        for _ in iter(lambda: self._in.read(1 << 16), b""):
            pass  # what it still says, so that it doesn't wait for a reader
        self._in.close()
        if self._child.wait() and sys.exc_info()[0] is None:
            raise ServiceError(_ENDED)


@contextmanager
def helpers(task: Task, turns: int) -> Iterator[Sequence[Hand]]:
    """So many hands for the shares of a task, each with its own; all is written when it ends."""
    with ExitStack() as stack:
        if turns == 1:
            yield [_Own(stack.enter_context(Shaper(task)))]
            return
        parts = [replace(task, part=str(turn), turn=turn, turns=turns) for turn in range(turns)]
        hands = [_Process(part) for part in parts]
        for hand in hands:
            stack.callback(hand.close)
        yield hands


def _send(pipe: IO[bytes], thing: object) -> None:
    pickle.dump(thing, pipe, protocol=pickle.HIGHEST_PROTOCOL)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> object:
    return pickle.load(pipe)  # noqa: S301 - only this module writes into these pipes


def main() -> None:
    """Work on the task that comes in, share by share: tell what each brings, then write it as numbered."""
    source, out = sys.stdin.buffer, sys.stdout.buffer
    try:
        task = _receive(source)
        if isinstance(task, Task):
            with Shaper(task) as shaper:
                for seen in shaper.look():
                    _send(out, seen)
                    numbered = _receive(source)
                    if isinstance(numbered, Numbered):
                        shaper.write(numbered)
        _send(out, None)
    except RegestaError as error:
        _send(out, error)


if __name__ == "__main__":
    main()
