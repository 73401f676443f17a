"""Lines of the servers' own log: one object a line in production, plain text elsewhere.

What is counted on by whoever collects them stands in docs/operators.md. No line holds a name, an
address or a secret: those who write them say codes, keys and keyed hashes.
"""

import json
import logging
from datetime import UTC, datetime
from logging.handlers import SysLogHandler
from pathlib import Path


class JsonLines(logging.Formatter):
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
            "text": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"},
            "json": {"()": JsonLines},
        },
        "handlers": handlers,
        "root": {"handlers": [*handlers], "level": "WARNING"},
        "loggers": {"landfast.security": {"level": "INFO"}},
    }
