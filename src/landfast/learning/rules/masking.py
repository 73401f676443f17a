"""What groups write in a workshop, without names: nobody reads it before it is kept (J6)."""

import re

from landfast.learning.rules.anonymising import NAME, is_no_name, masked, names_that_open

_CAPITAL = re.compile(r"\b[A-ZÆØÅ][\wæøåé]+(?:['’]s)?")
_OPENS = re.compile(r"(?:^|[.!?:–»]\s?)$")


def without_names(words: str) -> str:
    """Days, numbers and places go as in a copy; of capitals what can be a name goes too.

    Inside a sentence a capital names somebody or some place. Where a sentence begins a usual first
    name does, and who acts (`names_that_open`). Capitals alone name no person (OPUS, SKP), save
    first names (JENS).
    """
    return "\n".join(map(_line, words.splitlines()))


def _line(words: str) -> str:
    said = masked(words, ()).words
    heads = names_that_open(said)

    def one(found: re.Match[str]) -> str:
        word = found.group(0)
        if is_no_name(word):
            return word
        opens = _OPENS.search(said[: found.start()].rstrip(" "))
        return NAME if not opens or word in heads else word

    return _CAPITAL.sub(one, said)
