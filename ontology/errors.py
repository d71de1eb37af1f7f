"""The errors of Regesta: one base class, and messages that tell what to do next.

RegestaError
 ├─ InputError             what the user gave cannot be used
 │   ├─ ArticleError       one article cannot be read (the others go on)
 │   ├─ ParameterError     one named parameter is wrong
 │   └─ UnknownActorError, AmbiguousActorError  a name finds none, or several
 ├─ DataError              a data file of the project itself breaks its schema
 ├─ NotFoundError          no object has this id
 │   └─ EndedError         one had it, but what told of it is no longer valid
 └─ ServiceError           a part that is needed is absent (Neo4j, Java, Maven)
"""


class RegestaError(Exception):
    """Base of all errors that Regesta raises on purpose. ``str(error)`` is fit to show to a user."""


class InputError(RegestaError):
    """What the user gave cannot be used."""


class ArticleError(InputError):
    """One article cannot be read; ``source`` names the file, line or request it came from."""

    def __init__(self, message: str, source: str = "") -> None:
        super().__init__(f"{source}: {message}" if source else message)
        self.source = source


class ParameterError(InputError):
    """The parameter ``name`` is wrong."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(message)
        self.name = name


class UnknownActorError(ParameterError):
    """A name that no actor bears."""


class AmbiguousActorError(ParameterError):
    """A name that several actors bear equally well; ``candidates`` are (id, label) pairs."""

    def __init__(self, name: str, message: str, candidates: tuple[tuple[str, str], ...]) -> None:
        super().__init__(name, message)
        self.candidates = candidates


class DataError(RegestaError):
    """A data file of the project breaks its schema; the message names file, entry and key."""


class NotFoundError(RegestaError):
    """No object has the id asked for."""


class EndedError(NotFoundError):
    """What has the id asked for rests on articles that were withdrawn, replaced or read anew."""


class ServiceError(RegestaError):
    """A service or program that is needed is absent or refuses; the message says how to get it."""
