"""The shape of ``extract/lang/<language>/claims.yaml``; ``docs/lexicon.md`` explains it to authors."""

from pydantic import Field, field_validator, model_validator

from extract.events.schema import Strict
from ontology.model import Modality, Order, Polarity


class ClaimExpectation(Strict):
    """What an example sentence must give for its event; ``source``: state codes or names of who vouches."""

    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ASSERTED
    source: frozenset[str] = frozenset()
    nothing: bool = False

    @classmethod
    def read(cls, text: str) -> "ClaimExpectation":
        """Read ``"negative planned @RUS"``; ``nothing`` means that no event is told.

        Raises:
            ValueError: where a word is no polarity, modality, source or ``nothing``.
        """
        polarity, modality = Polarity.POSITIVE, Modality.ASSERTED
        source: set[str] = set()
        words, _, names = text.partition("@")
        for word in words.split():
            if word in set(Polarity):
                polarity = Polarity(word)
            elif word != "nothing":
                modality = Modality(word)
        source.update(name.strip() for name in names.split("@") if name.strip())
        return cls(
            polarity=polarity, modality=modality, source=frozenset(source), nothing="nothing" in words.split()
        )


class Cue(Strict):
    """A sign of negation or modality, and where it stands relative to the event's verb or noun.

    Exactly one place is given: ``aux`` (auxiliary or modal at the verb), ``adverb`` (adverb, particle,
    determiner), ``adjective`` (at an event noun), ``mark`` (conjunction over the clause), ``preposition``
    (before an infinitive or event noun), ``embed`` (verb, adjective or noun whose complement the event is),
    ``feats`` (mood or tense of the verb or its auxiliaries). ``form`` asks for features of the
    auxiliary, the embedding word or the verb; ``above`` (for ``feats``) for those of a verb of saying that
    governs the clause, and then the cue takes the place of the others of that mood. ``drop`` means that
    such a clause tells no event; ``keep`` that it tells one though its mood would drop it (*se espera que
    visite*).
    """

    aux: tuple[str, ...] = ()
    adverb: tuple[str, ...] = ()
    adjective: tuple[str, ...] = ()
    mark: tuple[str, ...] = ()
    preposition: tuple[str, ...] = ()
    embed: tuple[str, ...] = ()
    feats: tuple[str, ...] = ()
    form: tuple[str, ...] = ()
    verb_form: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    polarity: Polarity | None = None
    modality: Modality | None = None
    drop: bool = False
    keep: bool = False
    examples: dict[str, str] = Field(default={})

    @property
    def place(self) -> str:
        """The one place that is given."""
        places = ("aux", "adverb", "adjective", "mark", "preposition", "embed", "feats")
        return next(name for name in places if getattr(self, name))

    @field_validator("examples")
    @classmethod
    def _readable(cls, value: dict[str, str]) -> dict[str, str]:
        for text in value.values():
            ClaimExpectation.read(text)
        return value

    @model_validator(mode="after")
    def _one_place(self) -> "Cue":
        places = [self.aux, self.adverb, self.adjective, self.mark, self.preposition, self.embed, self.feats]
        if sum(bool(place) for place in places) != 1:
            raise ValueError("give exactly one of aux, adverb, adjective, mark, preposition, embed, feats")
        if self.polarity is None and self.modality is None and not self.drop:
            raise ValueError("a cue needs polarity, modality or drop")
        if self.keep and (self.drop or self.place == "feats"):
            raise ValueError("keep is for words above a clause, and against drop")
        if self.above and self.place != "feats":
            raise ValueError("above is for feats")
        if not self.examples:
            raise ValueError("a cue needs at least one example")
        return self


class Sources(Strict):
    """How the language names who vouches for a statement.

    ``verbs`` report their clause; ``prepositions`` stand before (or after) the source; ``nouns`` are
    accounts ("Angaben", "report"), named with one of ``noun_prepositions``; ``marks`` open a clause as
    "wie TASS meldete"; with one of the verbs ``deeds`` somebody does what he says of himself (*announced that
    it leaves the alliance*); ``tails`` stand before a source after the clause ("so KCNA"). ``anonymous`` maps
    nouns of sources without a name to what the source is then called.
    """

    verbs: tuple[str, ...]
    prepositions: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    noun_prepositions: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()
    anonymous: dict[str, str] = Field(default={})
    subjunctive: tuple[str, ...] = ()
    examples: dict[str, str] = Field(default={})


class Places(Strict):
    """Prepositions of place; where an event was.

    ``called`` stand between a meeting and the place that it is called by: *the summit of Helsinki*;
    ``topics`` are those of place that after talks name what these are about: *sprachen über die Krim*.
    """

    prepositions: tuple[str, ...]
    called: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


class OrderCue(Strict):
    """Words that put one event before, after or during another.

    ``preposition`` stands before the other event's noun, ``mark`` opens the other event's clause,
    ``adverb`` (one word or a phrase) points back to the event told before, ``noun`` governs the other
    event's noun (*in response to the attack*), ``verb`` has the first event as its subject and the other
    one below it (*the attack led to sanctions*), ``echo`` stands, under a verb of judging, for the act told
    before (*condemned the move*).
    """

    order: Order
    preposition: tuple[str, ...] = ()
    mark: tuple[str, ...] = ()
    adverb: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    verb: tuple[str, ...] = ()
    echo: tuple[str, ...] = ()
    examples: dict[str, str] = Field(min_length=1)


class Background(Strict):
    """What tells that an act came before the story that a text tells.

    ``adverbs`` stand at its verb; ``perfect`` says that the present perfect does so (it is the tense of
    narration in other languages). ``perfect_aloof`` says that a perfect may reach back before the news, where
    the story itself goes on in the preterite.
    """

    adverbs: tuple[str, ...] = ()
    perfect: bool = False
    perfect_aloof: bool = False


class ClaimFile(Strict):
    """A whole ``claims.yaml``.

    ``occurring`` are verbs that say of their subject whether, when or how it happens (*take place*, *begin*);
    negation and mood of all others say nothing about an event that is their subject.
    """

    order: tuple[OrderCue, ...]
    background: Background = Background()

    occurring: tuple[str, ...] = ()
    sources: Sources
    places: Places
    cues: tuple[Cue, ...]
