"""The shape of every write: one transaction, asked for, and told.

`@action` is for verbs of one room, `@journey` for use cases that walk through several.
With LANDFAST_STRICT (tests, demo) an action that asked nobody or left no event fails.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import partial, wraps
from typing import Any, ParamSpec, TypeVar, overload

from django.conf import settings
from django.db import connection, transaction

from landfast.access.session import inside_an_act

Params = ParamSpec("Params")
Result = TypeVar("Result")


@dataclass
class Trace:
    """What an action has done about access and history so far."""

    asked: bool = False
    told: bool = False


class Answered(BaseException):
    """The question of an act that is only asked was answered with yes: no step further.

    No error: an act that catches what fails does not catch this.
    """


_trace: ContextVar[Trace | None] = ContextVar("trace", default=None)
_only_asks: ContextVar[bool] = ContextVar("only_asks", default=False)


@contextmanager
def only_asking() -> Iterator[None]:
    """Inside, an act ends where its question is answered with yes (asking.py)."""
    token = _only_asks.set(True)
    try:
        yield
    finally:
        _only_asks.reset(token)


def said_yes() -> None:
    """A gate lets the actor through: of an act that is only asked this was all."""
    if _only_asks.get():
        raise Answered


def note_asked() -> None:
    """`access` was asked."""
    if trace := _trace.get():
        trace.asked = True


def note_told() -> None:
    """An event was left."""
    if trace := _trace.get():
        trace.told = True


@overload
def action(function: Callable[Params, Result], /) -> Callable[Params, Result]: ...


@overload
def action(
    *, asks: bool = True, tells: bool = True
) -> Callable[[Callable[Params, Result]], Callable[Params, Result]]: ...


def action(
    function: Callable[..., Any] | None = None, /, *, asks: bool = True, tells: bool = True
) -> Callable[..., Any]:
    """A write of one room. `asks=False`, `tells=False` need a reason in the docstring."""
    if function is None:
        return partial(_action, asks=asks, tells=tells)
    return _action(function, asks=asks, tells=tells)


def _action(function: Callable[..., Any], *, asks: bool, tells: bool) -> Callable[..., Any]:
    @wraps(function)
    def run(*args: Any, **kwargs: Any) -> Any:
        trace, outer = Trace(), _trace.get()
        token = _trace.set(trace)
        try:
            with inside_an_act(), transaction.atomic():
                result = function(*args, **kwargs)
        finally:
            _trace.reset(token)
        if settings.LANDFAST_STRICT:
            _check(trace, function.__qualname__, asks=asks, tells=tells)
        if outer:
            outer.asked, outer.told = outer.asked or trace.asked, outer.told or trace.told
        return result

    return run


def _check(trace: Trace, name: str, *, asks: bool, tells: bool) -> None:
    if asks and not trace.asked:
        raise AssertionError(f"{name} did not ask access")
    if tells and not trace.told:
        raise AssertionError(f"{name} left no event")


def journey(function: Callable[Params, Result]) -> Callable[Params, Result]:
    """A use case across rooms: all of it or nothing, deferred constraints checked at its end."""

    @wraps(function)
    def run(*args: Params.args, **kwargs: Params.kwargs) -> Result:
        with inside_an_act(), transaction.atomic():
            result = function(*args, **kwargs)
            with connection.cursor() as cursor:
                cursor.execute("set constraints all immediate")
                cursor.execute("set constraints all deferred")
        return result

    return run
