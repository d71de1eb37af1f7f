"""Which time expression belongs to which clause or event word of a text."""

from collections.abc import Iterator, Mapping, Sequence

from extract.events.frames import Frame
from extract.events.tree import Tree
from extract.mentions import TimeMention, TimexType


class Clauses:
    """The time expressions of one text, each at the event word or clause head that it depends on."""

    def __init__(self, tree: Tree, mentions: Sequence[TimeMention], frames: Mapping[int, Frame]) -> None:
        self._tree = tree
        self._owned: dict[int, list[TimeMention]] = {}
        carriers = {frame.verb for frame in frames.values()} | set(frames)
        for mention in mentions:
            if mention.start in tree.datelines:
                continue
            if mention.type is not TimexType.SET and (
                mention.interval or mention.type is not TimexType.DURATION
            ):
                self._owned.setdefault(self._owner(mention, carriers), []).append(mention)

    def __iter__(self) -> Iterator[int]:
        """The words that have a time, in the order of the text."""
        return iter(sorted(self._owned))

    def at(self, token: int) -> TimeMention | None:
        """The most telling expression at a word: with bounds, no duration, near."""
        return min(
            self._owned.get(token, ()),
            key=lambda item: (
                item.interval is None,
                item.type is TimexType.DURATION,
                abs(item.start - token),
            ),
            default=None,
        )

    def _owner(self, mention: TimeMention, carriers: set[int]) -> int:
        tree = self._tree
        inside = range(mention.start, mention.end)
        root = next((token for token in inside if tree.heads[token] not in inside), mention.start)
        if tree.heads[root] == root:
            return root
        for node in tree.ancestors(root):
            if node in carriers or tree.pos[node] in ("VERB", "AUX") or tree.heads[node] == node:
                return node
        return root
