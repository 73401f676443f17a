"""What the operator gives: in the environment, or in a file that it names (`NAME_FILE`).

A secret in a file (of a vault, of the service manager) is in no listing of processes and no dump of
an environment. Knows no Django.
"""

import os
from pathlib import Path


def given(name: str) -> str:
    """The variable's value, or what its file holds; empty when neither is set.

    Both at once is a mistake that nobody should have to guess about.
    """
    said, file = os.environ.get(name, ""), os.environ.get(f"{name}_FILE", "")
    if not file:
        return said
    if said:
        raise SystemExit(f"{name} og {name}_FILE er begge sat. Behold den ene.")
    try:
        return Path(file).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise SystemExit(f"{name}_FILE peger på {file}, som ikke kan læses.") from None


def given_https(name: str) -> str:
    """An address that messages are handed to: by an encrypted line, or not at all."""
    said = os.environ.get(name, "").rstrip("/")
    if said and not said.startswith("https://"):
        raise SystemExit(f"{name} skal begynde med https://.")
    return said


def is_given(name: str) -> bool:
    """Has the operator set it, either way?"""
    return bool(os.environ.get(name) or os.environ.get(f"{name}_FILE"))
