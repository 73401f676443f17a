"""Which providers this installation knows: a TOML file named in the settings, one table a realm."""

import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from landfast.login.client_proof import is_key
from landfast.login.rules import ALGORITHMS, Realm
from landfast.people.rules import PersonKind

_SECRETS = ("client_secret", "private_key")
"""What may stand in a file of its own: `client_secret_file`, `private_key_file`."""
_NEEDED = ("kind", "label", "issuer", "client_id")


def read(path: str) -> dict[str, Realm]:
    """The realms of a file, by name; what is wrong in it is said in one Danish sentence."""
    if not path:
        return {}
    try:
        tables = tomllib.loads(Path(path).read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise SystemExit(f"LANDFAST_REALMS kan ikke læses: {error}") from error
    return {name: realm_of(name, table) for name, table in tables.items()}


def realm_of(name: str, table: dict[str, Any]) -> Realm:
    """One realm of the file."""
    known = {f.name for f in fields(Realm)} - {"name"}
    if wrong := set(table) - known - {f"{secret}_file" for secret in _SECRETS}:
        raise SystemExit(f"LANDFAST_REALMS: [{name}] kender ikke {', '.join(sorted(wrong))}.")
    if missing := [key for key in _NEEDED if not table.get(key)]:
        raise SystemExit(f"LANDFAST_REALMS: [{name}] mangler {', '.join(missing)}.")
    given: dict[str, Any] = {
        key: tuple(v) if isinstance(v, list) else v for key, v in table.items()
    }
    for secret in _SECRETS:
        if file := given.pop(f"{secret}_file", ""):
            given[secret] = _read(name, file)
    given.setdefault("client_secret", "")
    realm = Realm(name=name, **{**given, "kind": PersonKind(given["kind"])})
    if not {*realm.algorithms, *filter(None, [realm.private_key_algorithm])} <= ALGORITHMS:
        raise SystemExit(f"LANDFAST_REALMS: [{name}] må kun bruge {', '.join(sorted(ALGORITHMS))}.")
    if realm.private_key and not is_key(realm):
        raise SystemExit(
            f"LANDFAST_REALMS: [{name}] private_key skal være en PEM-nøgle, RSA eller EC."
        )
    if not is_safe(realm.issuer):
        raise SystemExit(f"LANDFAST_REALMS: [{name}] issuer skal begynde med https://.")
    return realm


def _read(name: str, file: str) -> str:
    try:
        return Path(file).read_text("utf-8").strip()
    except OSError as error:
        raise SystemExit(f"LANDFAST_REALMS: [{name}] {file} kan ikke læses.") from error


def is_safe(address: str) -> bool:
    """Tokens and codes travel encrypted; on one's own machine they need not."""
    parts = urlsplit(address)
    return parts.scheme == "https" or parts.hostname in {"127.0.0.1", "localhost", "::1"}


def realms() -> dict[str, Realm]:
    """All realms by name."""
    return dict(settings.LANDFAST_REALMS)


def realm(name: str) -> Realm | None:
    """One realm; None when it is not (any more) set."""
    return realms().get(name)


def origins(known: dict[str, Realm]) -> list[str]:
    """Where a form may lead: browsers hold redirects after a form to the policy too."""
    found: list[str] = []
    for one in known.values():
        parts = urlsplit(one.issuer)
        found += [f"{parts.scheme}://{parts.netloc}", *one.origins]
    return sorted(set(found))
