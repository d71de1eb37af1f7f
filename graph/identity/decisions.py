"""What people decided about identity: that reports mean one event, or that they don't.

Decisions hold for statements, so they outlive regrouping, new articles and new readings of old ones. Where
two contradict each other the later one wins, for the pairs of statements on which they do.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from graph.identity.report import Party

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Decision:
    """All statements of ``first`` mean the same event as those of ``second``, or ("split") none does."""

    id: str
    kind: Literal["merge", "split"]
    first: tuple[str, ...]
    second: tuple[str, ...]

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Each of ``first`` with each of ``second``, each pair in alphabetical order."""
        return tuple((min(a, b), max(a, b)) for a in self.first for b in self.second if a != b)


@dataclass(frozen=True, slots=True)
class Move:
    """The actor known as ``actor`` is ``party``, which may have turned out to be somebody else in turn."""

    id: str
    actor: str
    party: Party


@dataclass(frozen=True)
class Decisions:
    """Decisions that hold, in the order in which they were taken."""

    steps: tuple[Decision, ...] = ()
    moves: tuple[Move, ...] = ()

    @cached_property
    def _pairs(self) -> dict[Pair, bool]:
        """True for what is one event, False for what is not; in the order of the decisions."""
        found: dict[Pair, bool] = {}
        for step in self.steps:
            for pair in step.pairs:
                found.pop(pair, None)
                found[pair] = step.kind == "merge"
        return found

    @cached_property
    def joined(self) -> tuple[Pair, ...]:
        """Pairs of statements that mean one event."""
        return tuple(pair for pair, one in self._pairs.items() if one)

    @cached_property
    def _apart(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for (a, b), one in self._pairs.items():
            if not one:
                found.setdefault(a, set()).add(b)
                found.setdefault(b, set()).add(a)
        return found

    @cached_property
    def _moves(self) -> dict[str, Move]:
        return {move.actor: move for move in self.moves}

    def apart(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Whether some two of these statements must not mean one event."""
        if not self._apart:
            return False
        others = set(other)
        return any(not self._apart.get(a, _NONE).isdisjoint(others) for a in one)

    def partners(self, statements: Collection[str]) -> set[str]:
        """Further statements that hang together with some by decisions that they are one event."""
        reached, waiting = set(statements), set(statements)
        while waiting:
            ends = {b for pair in self.joined for a, b in (pair, pair[::-1]) if a in waiting}
            waiting = ends - reached
            reached |= waiting
        return reached - set(statements)

    def party(self, party: Party) -> Party:
        """Who takes part: the party itself, or whom it turned out to be."""
        trace = self.trace(party.id)
        return trace[-1].party if trace else party

    def trace(self, actor: str) -> tuple[Move, ...]:
        """The moves that lead from an actor to whom it is, if it is somebody else."""
        found: list[Move] = []
        while (move := self._moves.get(actor)) and move not in found:
            found.append(move)
            actor = move.party.id
        return tuple(found)

    def names_of(self, actor: str) -> tuple[str, ...]:
        """All ids that now mean an actor, its own first."""
        others = (move.actor for move in self.moves if self.trace(move.actor)[-1].party.id == actor)
        return (actor, *sorted(others))


_NONE: frozenset[str] = frozenset()
UNDECIDED = Decisions()


def united(parts: Sequence[tuple[str, ...]], decisions: Decisions) -> list[list[int]]:
    """Which of some groups of statements are one event by decision: their numbers, together.

    A pair that would bring together what must stay apart is passed over.
    """
    place = {name: number for number, names in enumerate(parts) for name in names}
    members = {number: [number] for number in range(len(parts))}
    home = list(range(len(parts)))
    for a, b in decisions.joined:
        if a not in place or b not in place:
            continue
        one, other = sorted((home[place[a]], home[place[b]]))
        if one == other or decisions.apart(_names(parts, members[one]), _names(parts, members[other])):
            continue
        for number in members[other]:
            home[number] = one
        members[one] += members.pop(other)
    return list(members.values())


def _names(parts: Sequence[tuple[str, ...]], numbers: Iterable[int]) -> Iterator[str]:
    return (name for number in numbers for name in parts[number])
