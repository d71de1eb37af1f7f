"""First persons: whom *we* and *I* mean, in somebody's speech and in a government's own release."""

from collections.abc import Iterator, Sequence

from extract.events.schema import Defaults
from extract.events.syntax import Groups, subjects
from extract.events.tree import Tree
from extract.mentions import ActorMention, MentionKind
from ontology.model import ActorType

REACH = 4
"""How many sentences back the speaker of a quotation may be named."""

_QUOTES = frozenset('"“”„«»‟')
_DOUBLED = ("``", "''")
_ISSUERS = (ActorType.STATE, ActorType.GOVERNMENT_BODY, ActorType.PERSON, ActorType.IGO)
_INTRODUCED = (MentionKind.BODY, MentionKind.TITLE, MentionKind.NAME)


class Voices:
    """Finds who speaks at a word of one text."""

    def __init__(
        self,
        tree: Tree,
        mentions: Sequence[ActorMention],
        defaults: Defaults,
        reports: frozenset[int] = frozenset(),
    ) -> None:
        """``reports`` are the verbs of saying."""
        self._tree, self._defaults, self._reports = tree, defaults, reports
        self._quoted = _quoted(tree)
        self._mentions = mentions

    def speakers(self, token: int) -> Groups:
        """The tokens that may name who speaks at ``token``, the likeliest first."""
        tree = self._tree
        found: Groups = []
        for node in tree.ancestors(token):
            named = [kid for kid in tree.kids(node, "nsubj", "nsubj:pass") if kid != token]
            named = [kid for kid in named if "Person=1" not in tree.feats[kid]]
            if named:
                found.append(named)
        if token in self._quoted:
            verbs = (*self._opened(token), *self._said(token))
            found += [group for verb in verbs for group in subjects(tree, verb, self._defaults)]
        return found

    def issuer(self, token: int) -> ActorMention | None:
        """Whose release the text is, where the word stands outside of all quotations.

        The capital of its dateline, or else the government, office holder or state of its first sentence.
        """
        if token in self._quoted:
            return None
        tree = self._tree
        first = next((item for item in self._mentions if item.kind is not MentionKind.ADJECTIVE), None)
        if first is None or tree.sentence[first.start] != 0 or not self._may_issue(first):
            return None
        opens = first.kind is MentionKind.METONYM and first.start <= 1 and self._is_placed(first)
        return first if opens or first.kind in _INTRODUCED else None

    @staticmethod
    def _may_issue(mention: ActorMention) -> bool:
        return all(actor.state is not None and actor.type in _ISSUERS for actor in mention.actors)

    def _is_placed(self, place: ActorMention) -> bool:
        """*Ottawa, 3 March – …*: a place alone, without the news agency that reports from there."""
        number = self._tree.sentence[place.start]
        agencies = (
            actor.type for item in self._mentions for actor in item.actors if self._is_in(item, number)
        )
        return ActorType.MEDIA not in agencies and self._tree.pos[place.end] in ("PUNCT", "NUM", "SYM")

    def _is_in(self, mention: ActorMention, number: int) -> bool:
        return self._tree.sentence[mention.start] == number

    def _said(self, token: int) -> Iterator[int]:
        """The verbs of saying around a quotation: in its sentence, before it, right after it."""
        number = self._tree.sentence[token]
        for near in (*range(number, max(-1, number - REACH), -1), number + 1):
            if near < len(self._tree.sentences):
                start, end = self._tree.sentences[near]
                yield from (
                    verb for verb in range(start, end) if verb in self._reports and verb not in self._quoted
                )

    def _opened(self, token: int) -> Iterator[int]:
        """*issued a statement: "…"*: the main verb before the colon that opens a quotation."""
        before = self._quoted[token] - 1
        while before > 0 and self._tree.pos[before] == "SPACE":
            before -= 1
        if before > 0 and self._tree.words[before] == ":":
            yield next(
                (node for node in self._tree.ancestors(before) if self._tree.heads[node] == node), before
            )


def _quoted(tree: Tree) -> dict[int, int]:
    """The tokens inside quotation marks, each with the mark that opens; a new paragraph begins outside."""
    opened, found = -1, dict[int, int]()
    for token, word in enumerate(tree.words):
        if "\n" in word:
            opened = -1
        elif word in _DOUBLED or (len(word) <= 2 and not _QUOTES.isdisjoint(word)):
            opened = -1 if opened >= 0 else token
        elif opened >= 0:
            found[token] = opened
    return found
