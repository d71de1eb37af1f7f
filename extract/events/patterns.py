"""Idioms over three or more words: entries that give a pattern of spaCy's DependencyMatcher.

All other entries are found by an index of their words: 1,782 patterns of a trigger and one dependent (the
German lexicon) took 1.1 s for 1,000 tokens, the index with all conditions and arguments 0.02 s.
"""

from dataclasses import dataclass

from spacy.matcher import DependencyMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extract.events.lexicon import VERB, Lexicon, Trigger, entry_name


@dataclass(frozen=True, slots=True)
class Idiom:
    """A place where a pattern fits: the trigger token, the tokens of the sides, and all tokens."""

    match: Trigger
    trigger: int
    subject: int | None
    object: int | None
    tokens: frozenset[int]


class Patterns:
    """The patterns of a lexicon, compiled for a vocabulary."""

    def __init__(self, vocab: Vocab, lexicon: Lexicon) -> None:
        self._matcher = DependencyMatcher(vocab)
        self._entries: dict[int, tuple[Trigger, list[str]]] = {}
        for number, entry in enumerate(lexicon.entries, 1):
            if entry.pattern:
                name = entry_name(lexicon.lang, number, entry)
                nodes = [node.model_dump(by_alias=True, exclude_none=True) for node in entry.pattern]
                self._matcher.add(name, [nodes])
                ids = [node.right_id for node in entry.pattern]
                self._entries[vocab.strings[name]] = (Trigger(entry, VERB, (), name, number), ids)

    def find(self, doc: Doc) -> list[Idiom]:
        """All places where a pattern fits; of several at one trigger the first entry counts."""
        if not self._entries:
            return []
        found: dict[int, Idiom] = {}
        for key, tokens in self._matcher(doc):
            match, ids = self._entries[key]
            places = dict(zip(ids, tokens, strict=True))
            idiom = Idiom(
                match, places["trigger"], places.get("subject"), places.get("object"), frozenset(tokens)
            )
            known = found.get(idiom.trigger)
            if known is None or match.order < known.match.order:
                found[idiom.trigger] = idiom
        return list(found.values())
