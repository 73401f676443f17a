"""Passwords are sealed here (Argon2) and compared in the database, which lets no seal out.

The database tells with which salt and cost a password was sealed; what was typed is sealed the
same way and sent back to be compared.
"""

from argon2.low_level import hash_secret
from django.contrib.auth.hashers import get_hasher, make_password


def seal(password: str) -> str:
    """A password as it is kept, with a salt of its own."""
    return make_password(password)


def seal_like(password: str, told: str | None) -> str:
    """A password sealed as the database tells. Takes as long when it tells nothing: an unknown
    name must not answer faster.
    """
    if told is None:
        return seal(password)
    how = get_hasher().decode(told)
    cost = how["params"]
    sealed = hash_secret(
        password.encode(), how["salt"].encode("latin1"), time_cost=cost.time_cost,
        memory_cost=cost.memory_cost, parallelism=cost.parallelism, hash_len=cost.hash_len,
        type=cost.type, version=cost.version,
    )  # fmt: skip
    return how["algorithm"] + sealed.decode("ascii")


def is_outdated(told: str) -> bool:
    """Is it sealed with less care than we take today?"""
    return get_hasher().must_update(told)
