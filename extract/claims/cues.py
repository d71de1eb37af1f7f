"""Polarity and modality: the cues around an event and in the clauses above it."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile

from extract.claims.reading import Reading
from extract.claims.repetition import worth_telling
from extract.claims.rules import ClaimRules
from extract.claims.schema import Cue
from extract.events.frames import Frame
from extract.events.lexicon import NOUN
from extract.events.syntax import is_passive, modifies_noun
from extract.events.tree import Tree
from ontology.event_types import event_types
from ontology.model import Modality, Order, Polarity

_AUX = ("aux", "aux:tense", "aux:pass", "aux:caus", "cop")
_ARGUMENTS = ("nsubj", "obj", "nsubj:pass", "obl")
_UP = (
    "xcomp",
    "ccomp",
    "csubj",
    "acl",
    "advcl",
    "obj",
    "nsubj",
    "nsubj:pass",
    "obl",
    "obl:arg",
    "nmod",
    "csubj:pass",
)
_DEPTH = 6


class CueReader:
    """Reads the cues of one text."""

    def __init__(self, tree: Tree, rules: ClaimRules, frames: Mapping[int, Frame]) -> None:
        self._tree = tree
        self._rules = rules
        self._frames = frames

    def read(self, frame: Frame) -> Reading:
        """What polarity and modality the text gives to the event of a frame."""
        reading = Reading()
        seen: set[int] = set()
        own = (frame.trigger,) if self._is_topic(frame) else (frame.trigger, frame.verb)
        for token in dict.fromkeys(own):
            self._near(token, reading, frame.kind == NOUN and token == frame.trigger, seen)
        if len(own) > 1 or frame.verb == frame.trigger:
            self._above(frame, reading, seen)
        return reading

    def _is_topic(self, frame: Frame) -> bool:
        """*The siege did not break them*: what a verb says of an event that it takes for granted."""
        tree, verb = self._tree, frame.verb
        if frame.kind != NOUN or verb == frame.trigger or is_passive(tree, verb) or tree.pos[verb] != "VERB":
            return False
        token = frame.trigger
        while tree.deps[token] == "conj":
            token = tree.heads[token]
        return tree.deps[token] == "nsubj" and self._rules.occurring.isdisjoint(tree.verb_keys(verb))

    # ---- at the event's own word

    def _near(self, token: int, reading: Reading, noun: bool, seen: set[int]) -> None:
        tree = self._tree
        for kid in tree.children[token]:
            if kid in seen:
                continue
            for place in self._places(token, kid, noun):
                for cue in self._cues(place, kid):
                    if self._fits(cue, kid, token):
                        seen.add(kid)
                        reading.add(cue, tree.words[kid])
        if not noun:
            self._moods(token, reading)
            self._arguments(token, reading, seen)

    def _places(self, token: int, kid: int, noun: bool) -> tuple[str, ...]:
        dep = self._tree.deps[kid]
        if dep in _AUX:
            return ("aux",)
        if dep in ("mark", "cc"):
            return ("mark", "preposition")
        if dep == "case":
            return ("preposition",)
        if dep in ("amod", "acl") and noun:
            return ("adjective", "adverb")
        if (
            dep in ("advmod", "det", "advmod:neg", "discourse", "obl", "obl:mod", "advcl", "nmod")
            and kid != token
        ):
            return ("adverb",)
        return ()

    def _arguments(self, verb: int, reading: Reading, seen: set[int]) -> None:
        """*führten keine Gespräche*, *no soldier was killed*: a negative determiner at an argument."""
        tree = self._tree
        for kid in tree.kids(verb, *_ARGUMENTS):
            for inner in (kid, *tree.kids(kid, "det", "advmod", "cc")):
                if inner in seen:
                    continue
                for cue in self._cues("adverb", inner):
                    if cue.polarity is Polarity.NEGATIVE and tree.pos[inner] in (
                        "DET",
                        "PRON",
                        "ADV",
                        "PART",
                        "CCONJ",
                    ):
                        seen.add(inner)
                        reading.add(cue, tree.words[inner])

    def _moods(self, verb: int, reading: Reading) -> None:
        tree = self._tree
        for node in (verb, *tree.kids(verb, *_AUX)):
            found = [
                cue
                for cue in self._rules.moods
                if all(feat in tree.feats[node] for feat in cue.feats) and self._form(cue.verb_form, verb)
            ]
            told = [cue for cue in found if cue.above and self._is_told(cue, verb)]
            for cue in told or (cue for cue in found if not cue.above):
                reading.add(cue, tree.words[node])

    def _is_told(self, cue: Cue, verb: int) -> bool:
        """*said that it would attack*: a clause below a verb of saying in the tense that a cue asks for."""
        tree, head = self._tree, self._tree.heads[verb]
        if tree.deps[verb] not in ("ccomp", "parataxis") or self._rules.verbs.isdisjoint(
            tree.verb_keys(head)
        ):
            return False
        return any(
            all(feat in tree.feats[node] for feat in cue.above) for node in (head, *tree.kids(head, *_AUX))
        )

    def _fits(self, cue: Cue, word: int, verb: int) -> bool:
        return self._form(cue.form, word) and self._form(cue.verb_form, verb)

    def _form(self, wanted: Iterable[str], token: int) -> bool:
        """Whether features hold; ``perfect`` and ``simple`` ask for an infinitive of the perfect, or none."""
        for feat in wanted:
            if feat in ("perfect", "simple"):
                if self._is_perfect(token) != (feat == "perfect"):
                    return False
            elif feat not in self._tree.feats[token]:
                return False
        return True

    def _is_perfect(self, verb: int) -> bool:
        """*soll angegriffen haben*: an auxiliary in the infinitive, not that of the passive."""
        tree = self._tree
        return any("VerbForm=Inf" in tree.feats[kid] for kid in tree.kids(verb, "aux", "aux:tense"))

    def _cues(self, place: str, token: int) -> Iterator[Cue]:
        seen = set()
        for key in self._tree.verb_keys(token) if place == "embed" else self._tree.keys[token]:
            for cue in self._rules.cues.get((place, key), ()):
                if id(cue) not in seen:
                    seen.add(id(cue))
                    yield cue

    # ---- in the clauses above

    def _above(self, frame: Frame, reading: Reading, seen: set[int]) -> None:
        tree, token = self._tree, frame.trigger
        noun = frame.kind == NOUN or modifies_noun(tree, token)
        if modifies_noun(tree, token):
            return
        for _ in range(_DEPTH):
            head, dep = tree.heads[token], tree.deps[token]
            if head == token or dep == "acl:relcl":
                return
            if dep == "advcl" and self._is_inverted(token):
                reading.weaken(Modality.HYPOTHETICAL)
                reading.why = [*(reading.why or ()), "inverted clause"]
            if dep == "conj":
                self._shared(token, head, reading, seen)
            elif dep in _UP and not (token == frame.trigger and self._is_adjunct(token, dep)):
                self._embedded(token, head, dep, noun, reading, seen)
                other = self._frames.get(head)
                if other is not None and self._content(frame, other, dep, reading):
                    return
                if other is not None and self._is_condition(other, dep, reading):
                    reading.drop = True
                    return
            else:
                return
            if dep == "acl" and "VerbForm=Inf" in tree.feats[token] and reading.modality is Modality.ASSERTED:
                reading.drop = True
            noun = noun and tree.pos[head] not in ("VERB", "AUX")
            token = head

    @staticmethod
    def _is_condition(above: Frame, dep: str, reading: Reading) -> bool:
        """*threatened to strike if X attacked*: what a threat depends on is a part of it."""
        return dep == "advcl" and above.event_type == "THREATEN" and reading.modality is Modality.HYPOTHETICAL

    def _is_inverted(self, clause: int) -> bool:
        """*Sollte sie angreifen, …*, *Had they attacked, …*: a condition without conjunction."""
        tree = self._tree
        if tree.kids(clause, "mark"):
            return False
        parts = [part for part in tree.subtree(clause) if tree.pos[part] not in ("PUNCT", "SPACE", "CCONJ")]
        return (
            tree.pos[parts[0]] in ("AUX", "VERB")
            and "VerbForm=Fin" in tree.feats[parts[0]]
            and len(parts) > 1
        )

    def _is_adjunct(self, noun: int, dep: str) -> bool:
        """*at a meeting*, *after the attack*: when or where, not what the verb is about."""
        if dep not in ("obl", "nmod", "obl:arg"):
            return False
        rules = self._rules
        return any(
            word in rules.places or ("preposition", word) in rules.order
            for word in self._tree.prepositions[noun]
        )

    def _embedded(
        self, token: int, head: int, dep: str, noun: bool, reading: Reading, seen: set[int]
    ) -> None:
        tree = self._tree
        if dep in ("nmod", "obl", "advcl") and noun is False and dep != "advcl":
            return
        if dep != "nsubj" or tree.pos[head] in ("VERB", "ADJ", "NOUN"):
            for cue in self._cues("embed", head):
                if self._fits(cue, head, token):
                    reading.add(cue, tree.words[head])
        if noun and dep in ("obj", "nsubj:pass") and tree.pos[head] == "VERB":
            self._moods(head, reading)  # *adelantará la retirada*: an act that somebody will do something to
        if dep == "xcomp":
            for cue in self._cues("aux", head):
                if self._fits(cue, head, token):
                    reading.add(cue, tree.words[head])
            self._near(head, reading, False, seen)

    def _shared(self, token: int, head: int, reading: Reading, seen: set[int]) -> None:
        """A conjunct without auxiliary or subject of its own shares those of the first."""
        tree = self._tree
        if tree.pos[token] not in ("VERB", "AUX") or tree.kids(token, *_AUX, "nsubj", "nsubj:pass"):
            return
        own = [kid for kid in tree.kids(head, *_AUX, "mark") if kid not in seen]
        for kid in own:
            for place in ("aux",) if tree.deps[kid] != "mark" else ("mark",):
                for cue in self._cues(place, kid):
                    if self._fits(cue, kid, token):
                        reading.add(cue, tree.words[kid])

    def _is_over(self, noun: int, above: int) -> bool:
        """*signed a deal after weeks of talks*: the talks lie before the act, they aren't in it."""
        path = [noun, *takewhile(lambda node: node != above, self._tree.ancestors(noun))]
        words = (word for node in path for word in self._tree.prepositions[node])
        return any(self._rules.order.get(("preposition", word)) is Order.AFTER for word in words)

    def _content(self, frame: Frame, above: Frame, dep: str, reading: Reading) -> bool:
        """What an event inside the content of a speech act counts as; whether the search ends there."""
        if (
            above.trigger == frame.trigger
            or above.trigger in (frame.verb,)
            or dep in ("nsubj", "nsubj:pass", "advcl")
            or (frame.kind == NOUN and self._is_over(frame.trigger, above.trigger))
        ):
            return False
        kind = event_types()[above.event_type]
        policy = kind.content
        if policy is None or not worth_telling(above) or (kind.factive and frame.kind == NOUN):
            return False
        if policy == "drop":
            reading.drop = True
        elif frame.kind != NOUN or policy == "planned":
            reading.weaken(Modality(policy))
        reading.why = [*(reading.why or ()), f"content of {above.predicate}"]
        return True
