"""A unit: words that refer together, before they are linked ("der russische Präsident Putin")."""

from dataclasses import dataclass, field

from extract.actors.lexicon import Noun
from ontology.gazetteer import Found, NameKind


@dataclass
class Unit:
    """A reference under construction.

    ``found`` are candidate names, ``entity`` the model's label where no name is known. ``nouns`` are the
    senses of a title or body, ``core`` the tokens of the name or noun itself. ``name`` is the unit of a
    person's name joined to a title, ``modifiers`` are the units of the state, organisation or person that a
    noun belongs to. ``prefix``: the name is a part of a longer word; ``code``: the owner that a compound noun
    names; ``taken``: the unit has become a part of another one.
    """

    start: int
    end: int
    found: tuple[Found, ...] = ()
    entity: str = ""
    nouns: tuple[Noun, ...] = ()
    core: tuple[int, int] = (0, 0)
    name: "Unit | None" = None
    modifiers: list["Unit"] = field(default_factory=list)
    prefix: bool = False
    taken: bool = False
    code: str | None = None
    pieces: tuple[int, int] = (0, 0)

    def has(self, *kinds: NameKind) -> bool:
        """Whether a candidate name has one of these kinds."""
        return any(found.kind in kinds for found in self.found)
