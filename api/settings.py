"""The settings of one run: read once from the environment, checked, frozen, and passed down."""

import ipaddress
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator

from api.logs import Format
from ontology.errors import ParameterError

PREFIX = "REGESTA_"


def _xdg(variable: str, fallback: str) -> Path:
    """A folder after the XDG base directory specification: ``$variable``, or ``fallback`` below home."""
    return Path(os.environ.get(variable) or Path.home() / fallback) / "regesta"


class Settings(BaseModel):
    """Each field is set by the environment variable ``REGESTA_<FIELD IN CAPITALS>``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    neo4j_uri: Annotated[
        str | None,
        Field(description="Bolt address of a Neo4j server to use. Unset: a managed server on this machine."),
    ] = None
    neo4j_user: Annotated[str, Field(description="User name for `REGESTA_NEO4J_URI`.")] = "neo4j"
    neo4j_password: Annotated[SecretStr | None, Field(description="Password for `REGESTA_NEO4J_URI`.")] = None
    neo4j_database: Annotated[str, Field(description="Database of the server.")] = "neo4j"
    data_dir: Annotated[
        Path, Field(description="Where the managed server keeps its databases, password and logs.")
    ] = Field(default_factory=lambda: _xdg("XDG_DATA_HOME", ".local/share"))
    cache_dir: Annotated[Path, Field(description="Where the fetched Neo4j programs are kept.")] = Field(
        default_factory=lambda: _xdg("XDG_CACHE_HOME", ".cache")
    )
    host: Annotated[str, Field(description="Address that the web server listens on.")] = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535, description="Port of the web server; 0 takes a free one.")] = (
        8000
    )
    api_key: Annotated[
        SecretStr | None,
        Field(
            min_length=16,
            description="A key that allows everything, beside those of `regesta keys`. Without any key the "
            "API only reads, on loopback addresses only.",
        ),
    ] = None
    public_read: Annotated[
        bool, Field(description="Whether clients of other machines may read without a key.")
    ] = False
    rate_limit_per_minute: Annotated[
        int,
        Field(ge=1, description="Requests a minute of one key, or of one address of another machine."),
    ] = 1_200
    cors_origins: Annotated[
        tuple[str, ...],
        Field(description="Web origins, separated by commas, whose pages may read the API from a browser."),
    ] = ()
    article_limit_bytes: Annotated[
        int, Field(ge=1_000, description="Longest article that is read, in bytes of UTF-8.")
    ] = 1_000_000
    body_limit_bytes: Annotated[int, Field(ge=1_000, description="Longest body of a request, in bytes.")] = (
        4_000_000
    )
    body_timeout_seconds: Annotated[
        float, Field(gt=0, description="How long the body of a request may take to come.")
    ] = 30.0
    log_format: Annotated[
        Format, Field(description="How the web server logs to standard error: `json` or `text`.")
    ] = "text"
    page_size: Annotated[
        int, Field(ge=1, le=1_000, description="Results per page where the request names no `limit`.")
    ] = 100
    sparql_timeout_seconds: Annotated[float, Field(gt=0, description="How long a SPARQL query may take.")] = (
        30.0
    )
    sparql_answer_limit_bytes: Annotated[
        int, Field(ge=1_000, description="Longest answer to a SPARQL query, in bytes.")
    ] = 50_000_000
    start_timeout_seconds: Annotated[
        float, Field(gt=0, description="How long the managed server may take to answer after its start.")
    ] = 90.0
    connect_timeout_seconds: Annotated[
        float, Field(gt=0, description="How long a connection to Neo4j may take.")
    ] = 10.0

    @field_validator("cors_origins", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(",") if part.strip())
        return value

    @field_validator("neo4j_uri")
    @classmethod
    def _speaks_bolt(cls, value: str | None) -> str | None:
        if value is not None and urlsplit(value).scheme.partition("+")[0] not in ("bolt", "neo4j"):
            raise ValueError("it must be a Bolt address such as bolt://localhost:7687")
        return value

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """The settings that an environment gives; an empty value counts as unset.

        Raises:
            ParameterError: A value is not of its setting's type or out of its bounds.
        """
        source = os.environ if environment is None else environment
        given = {name: source[variable(name)] for name in cls.model_fields if source.get(variable(name))}
        try:
            return cls.model_validate(given)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            name, message = variable(str(first["loc"][0])), first["msg"].removeprefix("Value error, ")
            raise ParameterError(
                name,
                f"The setting {name} is wrong: {message}. docs/configuration.md lists what it takes.",
            ) from None

    @property
    def loopback(self) -> bool:
        """Whether the web server can be reached from this machine only."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


def variable(field: str) -> str:
    """The environment variable of a setting."""
    return PREFIX + field.upper()
