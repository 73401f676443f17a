"""What is in a file lies sealed: in the database, in its backups, and while the keys are turned."""

from uuid import uuid4

import pytest
from cryptography.fernet import InvalidToken
from django.conf import settings as configured
from django.db import connections

from landfast.files import actions, fetching
from landfast.files.rules import Kind
from landfast.jobs import cli
from landfast.kernel import postgres, tables
from landfast.kernel.sealing_bytes import OVERHEAD, seal_bytes, unseal_bytes
from tests.factories.courses import started_course
from tests.factories.files import photo, sent
from tests.factories.shipped import load_shipped
from tests.factories.town import as_
from tests.own import settled

NEW = "en ny lang tilfældig tekst, som ingen har set før"
JPEG = b"\xff\xd8\xff"


def test_a_file_opens_with_its_key_in_its_own_row_and_no_other_way():
    row, data = uuid4(), b"x" * 100_000
    kept = seal_bytes(data, ["a"], row)
    assert len(kept) == len(data) + OVERHEAD == 100_040
    assert unseal_bytes(kept, ["b", "a"], row) == data
    assert seal_bytes(data, ["a"], row) != kept
    wrong = [(kept, ["b"], row), (kept, ["a"], uuid4()), (kept[:-1] + b"?", ["a"], row),
             (kept[:9], ["a"], row), (data, ["a"], row), (b"", ["a"], row)]  # fmt: skip
    for given, keys, where in wrong:
        with pytest.raises(InvalidToken):
            unseal_bytes(given, keys, where)


@pytest.fixture
def put_there(own_database):
    """A file of a course, and what reads it as a page does and as a thief does."""
    load_shipped()
    lived = started_course(settled())
    with as_(lived.citizen):
        file_id = actions.add(
            actor=lived.citizen, course_id=lived.id, kind=Kind.PAPER,
            upload=sent("", photo()), title="Brev",
        )  # fmt: skip

    def fetched():
        with as_(lived.citizen):
            return fetching.fetch(lived.citizen, file_id)

    def lies():
        with postgres.admin_connect(own_database) as admin:
            return bytes(admin.execute("select data from files_content").fetchone()[0])

    return fetched, lies


def test_it_lies_sealed_follows_the_keys_and_the_migration_goes_back_and_forth(
    put_there, settings, capsys
):
    fetched, lies = put_there
    data, before = fetched().data, lies()
    assert data.startswith(JPEG)
    assert data not in before
    assert JPEG not in before[:100]
    settings.LANDFAST_SEALING_KEYS = [NEW, *configured.LANDFAST_SEALING_KEYS]
    assert fetched().data == data
    for told in ("1 forseglet igen, 0 var det allerede", "0 forseglet igen, 1 var det allerede"):
        assert cli.run(["keys", "rotate"]) == 0
        assert f"files_content: {told}." in capsys.readouterr().out
    settings.LANDFAST_SEALING_KEYS = [NEW]  # the old one is taken away
    assert lies() != before
    assert fetched().data == data
    for to, plain in (("0004_topics_of_parts", True), ("0005_sealed", False)):
        tables.migrate("files", to)
        connections["owner"].close()
        assert (lies() == data) is plain
    assert fetched().data == data
