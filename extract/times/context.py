"""What the words around a time expression say of its direction: behind, ahead, or neither.

Where the text is parsed, the governing verb decides by its tense; otherwise the nearest cue word of the
sentence. A careful reader does the same before dating "on Friday".
"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from itertools import islice

from spacy.tokens import Doc, Token

from extract.times.calendar import Period
from extract.times.grammar import Grammar
from extract.times.lexer import BREAK, Tape

PAST, PRESENT, FUTURE = -1, 0, 1
_MAX_CLIMB = 12  # heads; longer chains are parse errors
_MAX_LOOK = 40  # words to either side; beyond, a cue says little
_PASSIVE = "aux:pass"
_NAMES = {PAST: "past", PRESENT: "present", FUTURE: "future", None: "unknown"}


@dataclass(frozen=True, slots=True)
class Context:
    """What is known when an expression is resolved.

    ``last`` is the date mentioned last, ``near`` whether that was in this sentence;
    ``last_day`` and ``day_near`` say the same of single days, within three sentences.
    ``direction`` is PAST, PRESENT, FUTURE, or None where nothing tells.
    """

    published: date | None
    last: Period | None = None
    near: bool = False
    last_day: Period | None = None
    day_near: bool = False
    direction: int | None = None


class Directions:
    """Answers for the expressions of one text."""

    def __init__(self, doc: Doc, tape: Tape, rules: Grammar) -> None:
        self._doc = doc
        self._tape = tape
        self._rules = rules
        self._parsed = doc.has_annotation("DEP") and doc.has_annotation("MORPH")
        self._starts = [token.idx for token in doc] if self._parsed else []

    def of(self, begin: int, end: int) -> int | None:
        """Direction for the expression that takes the tape's tokens ``begin`` to ``end`` (exclusive)."""
        found = self._governor(end - 1)[1] if self._parsed else None
        return self._by_cues(begin, end) if found is None else found

    def meets(self, needs: frozenset[str], begin: int, end: int) -> bool:
        """Whether the direction is one of those that a rule needs.

        ``stative`` is the present tense of a verb that is not among the cues for scheduled events: "today
        many work at home" speaks of these days, "they meet today" of one day.
        """
        if not needs:
            return True
        if _NAMES[self.of(begin, end)] in needs:
            return True
        if "stative" not in needs or not self._parsed:
            return False
        verb, direction = self._governor(end - 1)
        return direction == PRESENT and verb is not None and verb.lemma_ not in self._rules.scheduled

    def _governor(self, end: int) -> tuple[Token | None, int | None]:
        """The verb that governs the expression that ends with tape token ``end``, and its direction."""
        position = bisect_right(self._starts, self._tape.tokens[end].start) - 1
        token = self._doc[max(position, 0)]
        infinitive = False
        for _ in range(_MAX_CLIMB):
            if token.pos_ in ("VERB", "AUX") or any(child.dep_ == "cop" for child in token.children):
                found = self._tense(token)
                if found is not None:
                    return token, FUTURE if infinitive and found == PRESENT else found
                infinitive = infinitive or (
                    "Inf" in token.morph.get("VerbForm", [])
                    and token.dep_ in ("xcomp", "acl", "ccomp", "ROOT")
                )
            elif infinitive and token.pos_ == "NOUN":
                return token, FUTURE  # "plans to meet on Friday"
            if token.head.i == token.i:
                break
            token = token.head
        return None, FUTURE if infinitive else None

    def _tense(self, verb: Token) -> int | None:
        """The direction that a verb with its auxiliaries gives; None for a bare infinitive."""
        group = [verb, *(child for child in verb.children if child.dep_.partition(":")[0] in ("aux", "cop"))]
        future = self._rules.modal_future
        if any(t.lemma_ in future or t.lower_ in future for t in group[1:] if t.dep_ != _PASSIVE):
            return FUTURE
        if verb.lemma_ in self._rules.planned and "Part" in verb.morph.get("VerbForm", []):
            return FUTURE
        finite = [t.morph for t in group if "Fin" in t.morph.get("VerbForm", [])]
        tenses = {tense for morph in finite for tense in morph.get("Tense", [])}
        if "Fut" in tenses or any("Cnd" in morph.get("Mood", []) for morph in finite):
            return FUTURE
        if tenses & {"Past", "Imp", "Pqp"}:
            return PAST
        participle = "Part" in verb.morph.get("VerbForm", []) and "Pres" not in verb.morph.get("Tense", [])
        perfect = participle and any(t.dep_ != _PASSIVE for t in group[1:])
        if perfect or (participle and len(group) == 1):
            return PAST
        return PRESENT if "Pres" in tenses else None

    def _by_cues(self, begin: int, end: int) -> int | None:
        """The nearest cue word of the sentence, looking to both sides."""
        left, right = begin - 1, end
        for _ in range(_MAX_LOOK):
            for i in (left, right):
                found = self._cue(i)
                if found is not None:
                    return found
            left = -1 if left < 0 or self._ends_sentence(left) else left - 1
            right = self._tape.size if right >= self._tape.size or self._ends_sentence(right) else right + 1
        return None

    def _cue(self, i: int) -> int | None:
        if not 0 <= i < self._tape.size:
            return None
        word = self._tape.lower[i]
        if word in self._rules.past_cues:
            return PAST
        return FUTURE if word in self._rules.future_cues else None

    def _ends_sentence(self, i: int) -> bool:
        """Whether token ``i`` closes a sentence: a blank line, ! or ?, or a full stop before a capital."""
        tokens = self._tape.tokens
        form = tokens[i].lower
        if form in (BREAK, "!", "?"):
            return True
        if form != "." or i + 1 >= len(tokens) or tokens[i + 1].glued:
            return False
        return not (i and tokens[i - 1].lower.isdecimal()) and tokens[i + 1].text[:1].isupper()

    def within(self, begin: int, end: int, sentences: int) -> bool:
        """Whether at most so many sentences end between the tape's tokens ``begin`` and ``end``."""
        ends = (i for i in range(begin, end) if self._ends_sentence(i))
        return sum(1 for _ in islice(ends, sentences + 1)) <= sentences
