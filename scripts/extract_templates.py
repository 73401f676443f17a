"""Lets Babel read Django templates: Django's own `templatize` finds the texts.

The published extractor needs `pkg_resources`, which setuptools no longer brings.
"""

import ast
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from django.utils.translation.template import templatize

STRING = r"u?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
CALL = re.compile(rf"\b(?P<call>_|n?p?gettext)\(\s*(?P<texts>{STRING}(?:\s*,\s*{STRING})*)")
Message = tuple[int, str, str | tuple[str, ...], list[str]]


def extract(
    fileobj: BinaryIO, _keywords: Any, _comment_tags: Any, options: dict[str, str]
) -> Iterator[Message]:
    """Yield (line, function, texts, comments) for each translated text of a template."""
    source = fileobj.read().decode(options.get("encoding", "utf-8"))
    code = templatize(source, origin=fileobj.name)
    for call in CALL.finditer(code):
        texts = tuple(ast.literal_eval(text) for text in re.findall(STRING, call["texts"]))
        line = code.count("\n", 0, call.start()) + 1
        name = "gettext" if call["call"] == "_" else call["call"]
        yield line, name, texts if len(texts) > 1 else texts[0], []
