"""Lines of the servers' own log: one object a line in production, plain text elsewhere.

What is counted on by whoever collects them stands in docs/operators.md. No line holds a name, an
address or a secret: those who write them say codes, keys and keyed hashes.
"""

import json
import logging
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from logging.handlers import SysLogHandler
from pathlib import Path
from typing import Any

TELLS = ("landfast.security", "landfast.redthread")
"""Who tells of more than what goes wrong: security, and how far a night's look has come."""


class WithoutRows(logging.Formatter):
    """Plain text. Of what the database refused the trail tells class and code: its own words may
    hold a row of somebody's record.
    """

    def formatException(self, ei: Any) -> str:  # noqa: N802 - logging's own name
        """The trail of an error, with what it came from before it."""
        return "".join(_trail(ei[1])).rstrip()


def _trail(error: BaseException) -> Iterator[str]:
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from _trail(before)
        yield "\n"
    yield from traceback.format_tb(error.__traceback__)
    kind = type(error)
    is_the_databases = kind.__module__.startswith(("psycopg", "django.db"))
    said = (getattr(error, "sqlstate", None) or "") if is_the_databases else str(error)
    yield f"{kind.__module__}.{kind.__qualname__}: {said}\n"


class JsonLines(WithoutRows):
    """When (UTC), how grave, from where, what; an error's trail; a security line's facts."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, whatever stands in it."""
        told = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "process": record.process,
            "message": record.getMessage(),
            **getattr(record, "facts", {}),
        }
        if record.exc_info:
            told["error"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False, default=str)


def to_collector(path: str) -> SysLogHandler:
    """A handler that also hands each line to the machine's own collector, which sends them on."""
    if not Path(path).is_socket():
        raise SystemExit(f"LANDFAST_LOG_SOCKET peger på {path}, som ikke er en socket.")
    handler = SysLogHandler(path)
    handler.ident = "landfast: "
    return handler


def settings_for(form: str, socket: str) -> dict[str, object]:
    """The settings of logging: `form` is json or text; with a socket every line goes there too."""
    if form not in {"json", "text"}:
        raise SystemExit("LANDFAST_LOG_FORMAT skal være json eller text.")
    handlers: dict[str, dict[str, object]] = {
        "console": {"class": "logging.StreamHandler", "formatter": form},
    }
    if socket:
        handlers["collector"] = {"()": to_collector, "path": socket, "formatter": "json"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "text": {"()": WithoutRows, "fmt": "%(asctime)s %(levelname)s %(name)s %(message)s"},
            "json": {"()": JsonLines},
        },
        "handlers": handlers,
        "root": {"handlers": [*handlers], "level": "WARNING"},
        "loggers": {name: {"level": "INFO"} for name in TELLS},
    }
