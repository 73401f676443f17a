"""What groups do by their link, without an account: come in, mark, take back, say.

The database's own functions ask for the group and write it down; no account stands behind it, so
no event does either.
"""

import json
from typing import Any
from uuid import UUID

from django.db import connection

from landfast.access.action import action
from landfast.access.login import check_not_guessing, note_failed
from landfast.kernel.refusals import NotFound, NotNow, TooMany, Wrong
from landfast.kernel.text import da
from landfast.learning.queries.boards import group_of, token_of
from landfast.learning.rules import workshop as rules
from landfast.learning.rules.masking import without_names


@action(asks=False, tells=False)
def join(*, code: str, name: str, source: str) -> str | None:
    """By the code that was said aloud into a group; several devices may share its name.

    Answers the group's link, or None when no open workshop has that code.
    """
    here = f"workshop {source}"  # wrong codes from elsewhere stop nobody here
    check_not_guessing(here, source)
    called = " ".join(name.split())[: rules.NAME_MAX]
    if not called:
        raise Wrong("no_name", da("Skriv, hvad jeres gruppe hedder."), "name")
    with connection.cursor() as cursor:
        cursor.execute("select learning_join(%s, %s)", [rules.normal_code(code), called])
        (found,) = cursor.fetchone()
    if found is None:
        note_failed(here, source)
        return None
    return token_of(found)


@action(asks=False, tells=False)
def put_mark(*, token: str, line: int, colour: rules.Colour, words: str) -> None:
    """A red or a green mark at a line; names are taken out of what is said of it."""
    said = without_names(" ".join(words.split())[: rules.WORDS_MAX])[: rules.WORDS_MAX]
    _check(_asked("select learning_put_mark(%s, %s, %s, %s)", token, line, colour.value, said))


@action(asks=False, tells=False)
def take_mark(*, token: str, mark_id: UUID) -> None:
    """A mark of one's own group is taken back."""
    _check(_asked("select learning_take_mark(%s, %s)", token, mark_id))


@action(asks=False, tells=False)
def say(*, token: str, themes: str, challenge: str, meets_it: str, answers: dict[str, str]) -> None:
    """Themes, the most important challenge, what would meet it; the answers of an audit."""
    known = {key: said for key, said in answers.items() if key in rules.QUESTIONS and said}
    texts = [
        without_names(one.strip()[: rules.LONG_MAX])[: rules.LONG_MAX]
        for one in (themes, challenge, meets_it)
    ]
    _check(_asked("select learning_say(%s, %s, %s, %s, %s)", token, *texts, json.dumps(known)))


def _asked(sql: str, token: str, *values: Any) -> str:
    group_id = group_of(token)
    if group_id is None:
        raise NotFound
    with connection.cursor() as cursor:
        cursor.execute(sql, [group_id, *values])
        return str(cursor.fetchone()[0])


def _check(answer: str) -> None:
    if answer == "closed":
        rules.check_open(is_closed=True)
    if answer == "full":
        raise TooMany("too_many_marks", da("Gruppen har sat de mærker, der er plads til."))
    if answer == "unknown":
        raise NotFound
    if answer:
        raise NotNow(answer, da("Det gik ikke. Åbn siden igen."))
