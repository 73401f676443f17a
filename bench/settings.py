"""Landfast's settings with one page more: the empty one that the others are compared with."""

from pathlib import Path

from landfast.config.settings import *  # noqa: F403
from landfast.config.settings import TEMPLATES

ROOT_URLCONF = "bench.urls"
TEMPLATES[0]["DIRS"] = [*TEMPLATES[0]["DIRS"], Path(__file__).resolve().parent / "templates"]
