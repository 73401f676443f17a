"""Can this be a mail address? A server knows more; this finds what was mistyped."""

import re

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"(?P<name>{_ATOM}(?:\.{_ATOM})*)@{_LABEL}(?:\.{_LABEL})+")
_NAME_MAX = 64


def can_be_an_address(text: str) -> bool:
    """One name and one place with a dot, as every server on the way takes them (RFC 5321, 4.1.2).

    Names in quotes, places by number and letters beyond ASCII are not: not all of them do.
    """
    found = _ADDRESS.fullmatch(text)
    return found is not None and len(found["name"]) <= _NAME_MAX
