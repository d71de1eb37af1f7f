"""Where the arguments of a trigger stand: a role of the lexicon to the tokens that fill it."""

from extract.events.labels import PHRASES
from extract.events.schema import Defaults
from extract.events.syntax import Groups, agents, is_passive, is_relative, second_subject, subjects
from extract.events.tree import Tree

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM", "DET")
_GOVERNED = ("obj", "nsubj", "nsubj:pass", "obl", "obl:arg", "iobj", "conj", "xcomp")


class Roles:
    """Looks up roles around triggers in one text.

    Every lookup gives alternatives: groups of tokens, the likeliest first.
    """

    def __init__(self, tree: Tree, defaults: Defaults, barred: frozenset[int] = frozenset()) -> None:
        """``barred`` are heads of phrases that take no part: *nach Angaben Kiews*."""
        self._tree = tree
        self._barred = barred
        self._defaults = defaults
        self._quantities = frozenset(defaults.quantity)
        self._situations = frozenset(word.lower() for word in defaults.situations)
        self._lists = {
            "of": frozenset(defaults.of),
            "agent": frozenset(defaults.agent),
            "with": frozenset(defaults.with_),
            "between": frozenset(defaults.between),
            "target": frozenset(defaults.target),
            "origin": frozenset(defaults.origin),
            "members": frozenset(defaults.members),
            "inside": frozenset(defaults.inside),
        }

    @property
    def of_words(self) -> frozenset[str]:
        """The prepositions of genitives."""
        return self._lists["of"]

    def of_verb(self, verb: int, role: str, far: bool | None = None) -> Groups:
        """The tokens at a role of a verb or predicative adjective; subject and object are logical ones.

        ``far`` allows phrases that a parser put at a neighbour of the verb; None: where none is nearer.
        """
        if role == "nsubj":
            return self._actors_of(verb)
        if role == "obj":
            return self._objects_of(verb)
        if role == "iobj":
            named = self._named_objects(verb)
            return _some(self._datives(verb), second_subject(self._tree, verb), named, self._astray(verb))
        if role.startswith("clause") or role in ("ccomp", "xcomp"):
            return self._in_clause(verb, role)
        if role.startswith(("obl:", "nmod:")) or role in self._lists:
            return self._phrases(verb, self._wanted(role), far)
        return _some(self._plain(verb, role))

    def of_noun(self, noun: int, role: str, far: bool | None = None) -> Groups:
        """The tokens at a role of a noun; ``far`` as in :meth:`of_verb`."""
        if role == "poss":
            return _some(self._possessors(noun))
        if role == "of":
            return _some(self._genitives(noun))
        if role == "agent":  # *die Verhaftung von X durch Y*: what stands for the genitive names no agent
            return self._phrases(noun, self._lists["agent"] - self._lists["of"], far)
        if role in ("amod", "compound"):
            named = self._tree.kids(noun, "compound", "flat", "nmod:unmarked")
            return _some(self._tree.kids(noun, "amod") if role == "amod" else [], named)
        if role.startswith(("obl:", "nmod:")) or role in self._lists:
            return self._phrases(noun, self._wanted(role), far)
        return self.of_verb(noun, role, far)

    def within(self, noun: int, role: str) -> Groups:
        """As :meth:`of_noun`, but only what depends on the noun itself.

        *die Lage in Syrien*: ``inside`` is the place of a noun that the defaults list under ``situations``.
        """
        if role == "inside" and self._situations.isdisjoint(self._tree.keys[noun]):
            return []
        if role in self._lists and role != "of":
            return _some(self._with_preposition([noun], self._lists[role]))
        return self.of_noun(noun, role)

    def governor(self, noun: int) -> int | None:
        """The verb whose argument the noun is, through conjunction."""
        tree, token = self._tree, self.outermost(noun)
        head = tree.heads[token]
        return (
            head
            if head != token and tree.deps[token] in _GOVERNED and tree.pos[head] in ("VERB", "AUX", "ADJ")
            else None
        )

    def outermost(self, noun: int) -> int:
        """The token that stands for a noun in its clause: the first of several, *a wave* of strikes."""
        tree, token = self._tree, noun
        while tree.heads[token] != token:
            head = tree.heads[token]
            counted = tree.deps[token] == "nmod" and not self._quantities.isdisjoint(tree.keys[head])
            if tree.deps[token] != "conj" and not (counted and tree.pos[token] == "NOUN"):
                break
            token = head
        return token

    def _actors_of(self, verb: int) -> Groups:
        tree = self._tree
        if is_passive(tree, verb):
            return _some(agents(tree, verb, self._defaults))
        return subjects(tree, verb, self._defaults)

    def _objects_of(self, verb: int) -> Groups:
        tree = self._tree
        if is_passive(tree, verb):
            return subjects(tree, verb, self._defaults)
        own = [kid for kid in tree.kids(verb, "obj") if "Reflex=Yes" not in tree.feats[kid]]
        if own:
            return _some(own, second_subject(tree, verb))
        bare = [
            kid
            for kid in tree.kids(verb, "obl", "obl:arg")
            if not tree.prepositions[kid] and not _dative(tree, kid)
        ]
        marked = self._with_preposition([verb], frozenset(self._defaults.object_markers))
        shared, hidden = self._shared_object(verb), self._hidden_object(verb)
        # *entließ den Präsidenten*: the accusative of weak nouns looks like a dative plural
        weak = [
            kid for kid in tree.kids(verb, "obl:arg") if not tree.prepositions[kid] and _dative(tree, kid)
        ]
        particles = self._defaults.particles
        stray = [tree.heads[part] for part in tree.strays(verb) if tree.lower[part] in particles]
        asked = tree.kids(verb, "iobj") if tree.kids(verb, "xcomp") else []  # *urged China to leave*
        last = (weak, self._contact(verb), stray, asked)
        return _some(marked, second_subject(tree, verb), shared, bare, hidden, *last)

    def _contact(self, verb: int) -> list[int]:
        """*the sanctions we imposed*: the object of a relative clause that has no pronoun."""
        tree = self._tree
        if tree.deps[verb] != "acl:relcl" or not tree.kids(verb, "nsubj"):
            return []
        named = any(is_relative(tree, token) for token in tree.subtree(verb))
        return [] if named or verb < tree.heads[verb] else [tree.heads[verb]]

    def _shared_object(self, verb: int) -> list[int]:
        """*condemned and banned X*: the object of a verb that directly follows in conjunction."""
        tree = self._tree
        for kid in tree.kids(verb, "conj"):
            if tree.pos[kid] == "VERB" and kid - verb <= 3 and not tree.kids(kid, "nsubj"):
                return tree.kids(kid, "obj")
        return []

    def _hidden_object(self, verb: int) -> list[int]:
        """*besuchte im Mai Frankreich*: an accusative that a parser put under the phrase before it."""
        tree = self._tree
        phrases = tree.kids(verb, "obl", "obl:mod", "obl:arg", "advmod")
        return [
            kid
            for phrase in phrases
            for kid in tree.kids(phrase, "nmod", "appos")
            if not tree.prepositions[kid] and "Case=Acc" in tree.feats[kid]
        ]

    def _datives(self, verb: int) -> list[int]:
        tree = self._tree
        bare = [
            kid
            for kid in tree.kids(verb, "obl:arg", "obl")
            if not tree.prepositions[kid] and "Case=Dat" in tree.feats[kid]
        ]
        return (
            tree.kids(verb, "iobj")
            or [kid for kid in tree.kids(verb, "obl:arg") if not tree.prepositions[kid]]
            or bare
        )

    def _named_objects(self, verb: int) -> list[int]:
        """*lieferte Russland Drohnen*: names taken for objects, also after titles, and the first of two."""
        tree = self._tree
        objects = tree.kids(verb, "obj")
        return [
            kid
            for kid in objects
            if tree.pos[kid] == "PROPN"
            or any(tree.pos[name] == "PROPN" for name in tree.kids(kid, "appos", "flat"))
            or _dative(tree, kid)
            or (len(objects) > 1 and kid == objects[0])
        ]

    def _astray(self, verb: int) -> list[int]:
        """*warf der EU Betrug vor*: a dative with article that a parser put before the object's noun."""
        tree = self._tree
        return [
            kid
            for noun in tree.kids(verb, "obj")
            for kid in tree.kids(noun, "nmod")
            if kid < noun and not tree.prepositions[kid] and tree.kids(kid, "det")
        ]

    def _plain(self, token: int, role: str) -> list[int]:
        tree = self._tree
        if role == "particle":
            return tree.kids(token, "compound:prt")
        if role == "refl":
            return [kid for kid in tree.children[token] if "Reflex=Yes" in tree.feats[kid]]
        if role == "neg":
            return [kid for kid in tree.children[token] if "Polarity=Neg" in tree.feats[kid]]
        if role == "aux":
            return tree.kids(token, "aux", "aux:tense", "aux:pass", "aux:caus", "cop")
        if role == "head":
            return [tree.heads[token]] if tree.heads[token] != token else []
        if role == "pred":
            above = [tree.heads[token]] if tree.deps[token] == "cop" else []
            return [*above, *tree.kids(token, "xcomp"), *([token] if tree.kids(token, "cop") else [])]
        if role == "poss":
            return self._possessors(token)
        return [kid for kid in tree.children[token] if tree.deps[kid].split(":")[0] == role]

    def _in_clause(self, verb: int, role: str) -> Groups:
        tree = self._tree
        clauses = tree.kids(verb, "ccomp", "xcomp", "advcl", "parataxis", "csubj")
        clauses += [inner for kid in tree.kids(verb, "obj") for inner in tree.kids(kid, "acl")]
        clauses += [kid for kid in tree.kids(verb, "acl") if "VerbForm=Inf" in tree.feats[kid]]
        if role.startswith("clause") and tree.deps[verb] == "parataxis":
            clauses = [*clauses, tree.heads[verb]]  # *X must withdraw, said Y*
        if role == "clause:aux":
            return _some([kid for clause in clauses for kid in (*self._plain(clause, "aux"), clause)])
        if role in ("ccomp", "xcomp"):
            return _some(clauses, [kid for kid in tree.kids(verb, "advmod") if tree.pos[kid] == "ADJ"])
        found: Groups = []
        for clause in clauses:
            if role != "clause:obj":
                found.extend(
                    subjects(tree, clause, self._defaults) if tree.kids(clause, "nsubj", "nsubj:pass") else []
                )
            if role != "clause:nsubj":
                found.extend(_some(tree.kids(clause, "obj"), tree.kids(clause, "iobj")))
            if role == "clause":
                found.extend([kid] for kid in tree.kids(clause, *PHRASES))
        return found

    def _wanted(self, role: str) -> frozenset[str]:
        known = self._lists.get(role)
        return known if known is not None else frozenset(role.split(":", 1)[1].split("|"))

    def _phrases(self, token: int, wanted: frozenset[str], far: bool | None) -> Groups:
        """Phrases with one of the prepositions: at the token, then where a parser may have put them."""
        near = self._with_preposition([token], wanted)
        if far is False or (near and far is None):
            return _some(near)
        noun = self._tree.pos[token] in ("NOUN", "PROPN")
        return _some(
            near,
            *(
                [
                    kid
                    for kid in self._with_preposition(places, wanted)
                    if not (noun and self._is_cut_off(token, kid))
                ]
                for places in self._other_places(token)
            ),
        )

    def _is_cut_off(self, noun: int, phrase: int) -> bool:
        """Whether another phrase stands between a noun and a phrase that depends on its verb."""
        tree = self._tree
        verb = tree.heads[phrase]
        return verb == self.governor(noun) and any(
            noun < kid < phrase for kid in tree.kids(verb, *PHRASES, "obj", "nsubj", "nsubj:pass")
        )

    def _other_places(self, token: int) -> Groups:
        tree = self._tree
        if tree.pos[token] in ("NOUN", "PROPN"):
            nested = [kid for kid in tree.kids(token, *PHRASES) if kid > token]
            verb = self.governor(token)
            sisters = [verb] if verb is not None else []
            sisters += tree.kids(token, "acl", "acl:relcl", "conj")
            return [nested, sisters]
        inner = tree.kids(token, "obj", "xcomp", "nsubj:pass", "obl", "obl:arg", "obl:mod")
        return [inner, tree.kids(token, "nsubj")]

    def _with_preposition(self, places: list[int], wanted: frozenset[str]) -> list[int]:
        tree = self._tree
        return [
            kid
            for place in places
            for kid in tree.children[place]
            if not wanted.isdisjoint(tree.prepositions[kid])
            and tree.pos[kid] in _NOMINAL
            and kid not in self._barred
        ]

    def _possessors(self, noun: int) -> list[int]:
        tree = self._tree
        found = tree.kids(noun, "nmod:poss", "det:poss")
        found += [kid for kid in tree.kids(noun, "det") if "Poss=Yes" in tree.feats[kid]]
        found += [kid for kid in tree.kids(noun, "nmod") if kid < noun and not tree.prepositions[kid]]
        return found

    def _genitives(self, noun: int) -> list[int]:
        """Genitives after a noun; *die Abwahl Vučićs*: parsers take rare names for appositions."""
        tree, of = self._tree, self._lists["of"]
        return [
            kid
            for kid in tree.kids(noun, "nmod", "nmod:poss", "obl", "obl:arg")
            if kid > noun and (not of.isdisjoint(tree.prepositions[kid]) or not tree.prepositions[kid])
        ] + [kid for kid in tree.kids(noun, "appos") if kid == noun + 1 and tree.pos[kid] == "PROPN"]


def _dative(tree: Tree, token: int) -> bool:
    return "Case=Dat" in tree.feats[token] and "Case=Acc" not in tree.feats[token]


def _some(*groups: list[int]) -> Groups:
    return [group for group in groups if group]
