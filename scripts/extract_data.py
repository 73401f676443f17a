"""Lets Babel read the names in the data of the rooms: roles, programmes, criteria, meetings.

They are shown to people, so they are translated; what only tells where a row comes from is not.
"""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

Message = tuple[int, str, str, list[str]]


def extract(
    fileobj: BinaryIO, _keywords: Any, _comment_tags: Any, options: dict[str, str]
) -> Iterator[Message]:
    """Yield each name and plain text of a file of data, once."""
    rows = json.loads(fileobj.read().decode(options.get("encoding", "utf-8")))
    texts = [text for row in rows for text in _shown(row)]
    for text in dict.fromkeys(texts):
        yield 0, "gettext", text, []


def _shown(row: dict[str, Any]) -> Iterator[str]:
    if "da" not in row:  # a programme has a name, a criterion its question and what helps with it
        yield from (row[key] for key in ("name", "text", "help") if row.get(key))
        return
    plain = row.get("plain", {})
    yield plain.get("name") or row["da"].split(" (", 1)[0]
    if plain:
        yield plain["what"]
    yield from (must["text"] for must in row.get("must_attend", ()) if plain)
    yield from (part["text"] for part in row.get("parts", ()))
