"""Reading the project's own YAML files; a broken one gives an error that names file and entry."""

import re
from importlib.resources import files
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from ontology.errors import DataError

Model = TypeVar("Model", bound=BaseModel)


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # chosen at run time
    """A safe loader for which ``on``, ``no`` and the like are words, as in YAML 1.2."""


_Loader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("(?:true|false)$"), list("tf"))


def read_yaml(package: str, path: str) -> object:
    """The content of the YAML file ``path`` inside ``package`` (dotted name, slashes in the path).

    Raises:
        DataError: where the file is absent or no YAML.
    """
    try:
        text = files(package).joinpath(path).read_text(encoding="utf-8")
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - derives from a safe loader
    except FileNotFoundError as error:
        raise DataError(f"{package}/{path} is missing; reinstall regesta") from error
    except yaml.YAMLError as error:
        raise DataError(f"{package}/{path} is no valid YAML: {error}") from error


def yaml_names(package: str, folder: str) -> tuple[str, ...]:
    """Paths of the YAML files right inside ``folder`` of ``package``, sorted; empty where it is absent."""
    place = files(package).joinpath(folder)
    if not place.is_dir():
        return ()
    return tuple(sorted(f"{folder}/{item.name}" for item in place.iterdir() if item.name.endswith(".yaml")))


def validated(model: type[Model], data: object, name: str) -> Model:
    """``data`` as an instance of ``model``; ``name`` is the file that it came from.

    Raises:
        DataError: where it breaks the schema; the message names the file, the places and the faults.
    """
    try:
        return model.model_validate(data)
    except ValidationError as error:
        faults = "; ".join(f"{_place(item['loc'], data)}: {item['msg']}" for item in error.errors()[:5])
        raise DataError(f"{name}: {faults}") from error


def _place(path: tuple[int | str, ...], data: object) -> str:
    """A path such as ``entries 12 (phone: telefonieren), object``, so that a person finds the line."""
    parts = []
    for step in path:
        data = _step(data, step)
        parts.append(f"{step + 1}{_summary(data)}" if isinstance(step, int) else str(step))
    return ", ".join(parts) or "top level"


def _step(data: object, step: int | str) -> object:
    if isinstance(data, dict):
        return data.get(step)
    if isinstance(data, list) and isinstance(step, int) and step < len(data):
        return data[step]
    return None


def _summary(data: object) -> str:
    if not isinstance(data, dict):
        return ""
    values = (value[0] if isinstance(value, list) and value else value for value in list(data.values())[:2])
    return " (" + ": ".join(str(value) for value in values) + ")"
