"""`landfast serve`: the web pages, served by gunicorn with threads."""

import socket
from typing import Any

import click

from landfast.jobs.start import django_ready, keep_database

APPLICATION = "landfast.config.wsgi:application"
THREADS = 8
MAX_PORT = 65535


@click.command("serve")
@click.option("--port", type=click.IntRange(1, MAX_PORT), default=8000, show_default=True)
@click.option("--host", default="127.0.0.1", show_default=True, help="Adressen, der lyttes på.")
@click.option("--workers", type=click.IntRange(1, 64), default=2, help="Antal processer.")
def command(port: int, host: str, workers: int) -> None:
    """Vis Landfast i browseren, til du standser det med Ctrl-C."""
    check_free(host, port)
    django_ready()
    keep_database()
    click.echo(f"Landfast kører på http://{host}:{port}/ (stands med Ctrl-C).")
    _serve(f"{host}:{port}", workers)


def check_free(host: str, port: int) -> None:
    """Say so in a sentence when nobody can listen there."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM
        )[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise click.UsageError(
            f"Der kan ikke lyttes på {host}:{port} (optaget eller forkert). "
            "Vælg en anden port med --port."
        ) from error


def log_settings() -> dict[str, Any]:
    """The server's own lines look as all others."""
    from django.conf import settings

    ours: dict[str, Any] = settings.LOGGING
    server = {"gunicorn.error": {"level": "WARNING"}, "gunicorn.access": {"level": "WARNING"}}
    return {**ours, "loggers": {**ours["loggers"], **server}}


def _serve(address: str, workers: int) -> None:
    from gunicorn.app.base import BaseApplication
    from gunicorn.util import import_app

    class Application(BaseApplication):
        def load_config(self) -> None:
            settings: dict[str, Any] = {
                "bind": address,
                "workers": workers,
                "worker_class": "landfast.jobs.serving.Worker",
                "threads": THREADS,
                "keepalive": 5,
                "timeout": 60,
                "graceful_timeout": 10,
                "loglevel": "warning",
                "proc_name": "landfast",
                "logconfig_dict": log_settings(),
            }
            for name, value in settings.items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            return import_app(APPLICATION)

    Application().run()
