"""Signed links: what a mail carries, so that whoever opens it can be believed for a while."""

from datetime import timedelta

from django.core import signing


def signed(purpose: str, *parts: str) -> str:
    """A token for the parts; only this installation can have made it."""
    return signing.dumps(list(parts), salt=f"landfast.{purpose}")


def parts_of(purpose: str, token: str, *, within: timedelta) -> tuple[str, ...] | None:
    """The parts of a token made for this purpose; None when it is forged or too old."""
    try:
        return tuple(signing.loads(token, salt=f"landfast.{purpose}", max_age=within))
    except signing.BadSignature:
        return None
