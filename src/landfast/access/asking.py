"""Asking an act's own question without doing it: who may is said once, in the act itself."""

from collections.abc import Callable
from inspect import Parameter, signature
from typing import Any

from landfast.access.action import Answered, only_asking
from landfast.access.actor import Actor
from landfast.access.session import acting


def ask(act: Callable[..., object], *, actor: Actor, **known: Any) -> None:
    """Run an act until its first question was answered with yes; nothing of it stays.

    A no is the act's own refusal. What the question does not need (the words of a form that nobody
    has written yet) is left out: an act asks before it looks at what was said.
    """
    wanted = signature(act).parameters.values()
    given = {
        one.name: known.get(one.name)
        for one in wanted
        if one.name in known or one.default is Parameter.empty
    }
    try:
        with only_asking(), acting(actor):
            act(**{**given, "actor": actor})
    except Answered:
        return
    raise AssertionError(f"{act.__qualname__} asked nobody")
