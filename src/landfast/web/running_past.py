"""A body that nobody read is let run past before the answer goes out.

A browser sends all of a form before it looks for an answer: cut off half-way it shows none. So of
a request that was refused for its length the rest is read and kept nowhere, as much as somebody
could have meant; who sends more than that is cut off.
"""

from collections.abc import Callable, Iterable
from typing import Any

from landfast.files.rules import LARGEST_OF_ALL

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
LONGEST, PIECE = 10 * LARGEST_OF_ALL, 65_536


class LetRunPast:
    """Around the application: the answer as it is, once the sender has come to an end."""

    def __init__(self, application: Application) -> None:
        self.application = application

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        """Answer."""
        answered = self.application(environ, start)
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            left = LONGEST
            while left > 0 and (piece := environ["wsgi.input"].read(PIECE)):
                left -= len(piece)
        return answered
