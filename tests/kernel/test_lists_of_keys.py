"""Lists of keys, as they are sent to the database: the same as its own reader makes of text."""

from uuid import UUID

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from landfast.kernel.pooled.keys import KeysDumper

ONE, OTHER = UUID(int=1), UUID(int=2**128 - 1)


def asked(sql: str, value: object) -> object:
    with connection.cursor() as cursor:
        cursor.execute(sql, [value])
        return cursor.fetchone()[0]


@pytest.mark.parametrize(
    "keys", [[], [ONE], [OTHER, ONE, ONE], [ONE, None], [[ONE, OTHER], [OTHER, ONE]]]
)
def test_a_list_of_keys_comes_as_it_was_sent(db, keys):
    assert asked("select %s::uuid[]", keys) == keys


def test_keys_as_texts_are_keys_too(db):
    assert asked("select %s::uuid[]", [str(ONE), str(OTHER)]) == [ONE, OTHER]


def test_other_lists_are_sent_as_ever(db):
    assert asked("select %s::int[]", [1, 70_000]) == [1, 70_000]
    assert asked("select %s::text[]", ["a", 'b"{}', ""]) == ["a", 'b"{}', ""]


@given(st.lists(st.uuids(), min_size=1, max_size=40))
def test_every_key_stands_whole_after_its_length(keys):
    sent = bytes(KeysDumper(list).dump(keys))
    header, rest = sent[:20], sent[20:]
    assert header[12:16] == len(keys).to_bytes(4, "big")
    pieces = [rest[at : at + 20] for at in range(0, len(rest), 20)]
    assert [UUID(bytes=one[4:]) for one in pieces] == keys
    assert {one[:4] for one in pieces} == {(16).to_bytes(4, "big")}
