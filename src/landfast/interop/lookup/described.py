"""The one description of the look-up: it is given out, and questions are held against it."""

import json
from http import HTTPStatus
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator

from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da

DESCRIPTION: dict[str, Any] = json.loads(
    files("landfast.interop.lookup").joinpath("openapi.json").read_text("utf-8")
)
LARGEST = 2_000
"""Bytes of a question: ten times what one needs."""
JSON = "application/json"


class Unreadable(Wrong):
    """What was sent is no question at all."""

    def __init__(self, status: HTTPStatus, words: str) -> None:
        super().__init__("unreadable", words)
        self.status = status


def schema(name: str) -> dict[str, Any]:
    """One shape of the description, with those that it points to."""
    return {"$ref": f"#/components/schemas/{name}", "components": DESCRIPTION["components"]}


QUESTION = Draft202012Validator(schema("Question"))


def question(body: bytes, content_type: str | None) -> dict[str, str]:
    """What was asked, when it has the shape of the description."""
    if content_type != JSON:
        raise Unreadable(
            HTTPStatus.UNSUPPORTED_MEDIA_TYPE, da("Send spørgsmålet som application/json.")
        )
    if len(body) > LARGEST:
        raise Unreadable(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, da("Spørgsmålet er for langt."))
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        raise Unreadable(HTTPStatus.BAD_REQUEST, da("Spørgsmålet er ikke JSON.")) from None
    found = next(iter(QUESTION.iter_errors(said)), None)
    if found is not None:
        field = str(found.absolute_path[0]) if found.absolute_path else ""
        raise Wrong("no_question", da("Spørgsmålet passer ikke til beskrivelsen."), field)
    asked: dict[str, str] = said
    if not asked["employee"].isprintable():  # JSON can name signs that stand in no text
        raise Wrong("no_question", da("Spørgsmålet passer ikke til beskrivelsen."), "employee")
    return asked
