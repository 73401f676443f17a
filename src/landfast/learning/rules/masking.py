"""What groups write in a workshop, without names: nobody reads it before it is kept (J6)."""

import json
import re
from functools import lru_cache
from importlib.resources import files

from landfast.learning.rules.anonymising import KNOWN, NAME, masked

_CAPITAL = re.compile(r"\b[A-ZÆØÅ][\wæøåé]+(?:['’]s)?")
_OPENS = re.compile(r"(?:^|[.!?:–»]\s?)$")


def without_names(words: str) -> str:
    """Days, numbers and places go as in a copy; of capitals what can be a name goes too.

    Inside a sentence a capital names somebody or some place. Where a sentence begins only a usual
    first name does. What is written in capitals alone names no person (OPUS, SKP).
    """
    return "\n".join(map(_line, words.splitlines()))


def _line(words: str) -> str:
    said = masked(words, ()).words

    def one(found: re.Match[str]) -> str:
        word = found.group(0)
        if word.isupper() or word in KNOWN:
            return word
        opens = _OPENS.search(said[: found.start()].rstrip(" "))
        return NAME if not opens or _is_first_name(word) else word

    return _CAPITAL.sub(one, said)


def _is_first_name(word: str) -> bool:
    bare = re.sub(r"['’]s$", "", word)
    return bool({bare, bare.removesuffix("s")} & first_names())


@lru_cache(maxsize=1)
def first_names() -> frozenset[str]:
    """First names that many in Denmark have (`data/first_names.json`)."""
    path = files("landfast.learning") / "data/first_names.json"
    return frozenset(json.loads(path.read_text("utf-8")))
