"""The server's log on standard error: one line for each record, as JSON or as text."""

import logging
import sys
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Literal

import orjson

Format = Literal["json", "text"]
REQUEST: ContextVar[str | None] = ContextVar("request", default=None)
"""The id of the request that is being answered."""
FIELDS = "fields"
"""Under this name records bear values of their own: ``extra={FIELDS: {…}}``."""
_LOGGERS = ("regesta", "uvicorn")


class _Json(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        told: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            "request_id": REQUEST.get(),
            **getattr(record, FIELDS, {}),
        }
        if record.exc_info:
            told["exception"] = self.formatException(record.exc_info)
        return orjson.dumps({name: value for name, value in told.items() if value is not None}).decode()


class _Text(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        # What clients send stands in messages: no control character of theirs makes a line of its own.
        message = "".join(char if char.isprintable() else "�" for char in record.getMessage())
        request = REQUEST.get()
        line = f"{self.formatTime(record)} {record.levelname} {message}" + (
            f" [{request}]" if request else ""
        )
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line


def configure(form: Format, level: str = "info") -> None:
    """Let the server and its parts log to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Json() if form == "json" else _Text())
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        logger.handlers[:] = [handler]
        logger.setLevel(level.upper())
        logger.propagate = False
