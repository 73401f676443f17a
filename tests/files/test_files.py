"""Files of a course: who may read which, no fetch without a row in the log, and how they go."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from landfast.access.looks.looking import open_record
from landfast.access.models import Event, Look
from landfast.access.rules import Topic
from landfast.access.session import acting
from landfast.consent import actions as consent
from landfast.consent.actions import Outside, Yes
from landfast.files import actions, fetching, models, queries
from landfast.files.rules import Kind, Readers
from landfast.kernel.clock import now, today
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow, Wrong
from tests.factories.courses import assessed_course, started_course
from tests.factories.files import SECRETS, paper, photo, sent
from tests.factories.network import in_the_team
from tests.factories.town import as_


@pytest.fixture
def lived(town):
    lived = started_course(town)
    in_the_team(lived, town.bo, by=town.karen)
    return lived


def put(lived, *, readers=Readers.TEAM, topic=None, title="Brev fra kommunen", data=None):
    with as_(lived.citizen):
        return actions.add(
            actor=lived.citizen, course_id=lived.id, kind=Kind.PAPER, readers=readers,
            upload=sent("", data or photo()), title=title, topic=topic,
        )  # fmt: skip


def fetched(actor, file_id):
    """As a page that reads does it."""
    with acting(actor, reading=True):
        return fetching.fetch(actor, file_id)


def reads(actor, file_id):
    try:
        return bool(fetched(actor, file_id).data)
    except NotFound:
        return False


def looks_at(file_id, by):
    with as_(by):
        return list(Look.objects.filter(about=file_id).order_by("at", "id"))


def test_the_team_reads_what_is_for_the_team_and_each_fetch_stands_in_the_log(town, lived):
    file_id = put(lived)
    assert [reads(one, file_id) for one in (lived.citizen, town.karen, town.bo)] == [True] * 3
    assert not any(reads(one, file_id) for one in (town.lars, town.peter, None))
    seen = looks_at(file_id, lived.citizen)
    assert [(one.person_id, one.role, one.ground, one.what) for one in seen] == [
        (lived.citizen.person_id, "citizen", "citizen", "Fil: papir"),
        (town.karen.person_id, "coordinator", "team", "Fil: papir"),
        (town.bo.person_id, "professional", "team", "Fil: papir"),
    ]
    assert all(one.allowed and one.scope_id == lived.id for one in seen)


def test_what_is_for_her_alone_nobody_else_reads_or_hears_of(town, lived):
    file_id = put(lived, readers=Readers.OWN, title="Dagbog")
    assert reads(lived.citizen, file_id)
    assert not any(reads(one, file_id) for one in (town.karen, town.bo, town.dorte))
    with as_(town.karen):
        open_record(town.karen, lived.id, "Papirer")
        assert queries.files(lived.id, Kind.PAPER) == []
        assert not Event.objects.filter(scope_id=lived.id, kind__startswith="files.").exists()


def test_no_log_no_content(town, lived):
    """Not for a page that reads, not for one that acts, not with the record open."""
    file_id = put(lived)
    for reading in (True, False):
        with acting(town.karen, reading=reading):
            open_record(town.karen, lived.id, "Papirer")
            assert [row.id for row in queries.files(lived.id, Kind.PAPER)] == [file_id]
            assert not models.Content.objects.filter(file_id=file_id).exists()
    assert reads(town.karen, file_id)
    with acting(town.karen, reading=True):  # a look of another transaction opens nothing
        open_record(town.karen, lived.id, "Papirer")
        assert not models.Content.objects.filter(file_id=file_id).exists()


def test_anothers_file_and_one_that_is_not_there_are_one_answer(town, lived):
    file_id = put(lived)
    other = assessed_course(town, "Bent Berg").citizen
    said = []
    for guess in (file_id, uuid4()):
        with acting(other, reading=True), pytest.raises(NotFound) as refused:
            fetching.fetch(other, guess)
        said.append((refused.value.code, refused.value.sentence, refused.value.status))
    assert said[0] == said[1]


def test_a_topic_is_read_by_whom_she_shares_it_with(town, lived):
    housing, money, own = (
        put(lived, topic=Topic.HOUSING), put(lived, topic=Topic.ECONOMY), put(lived),
    )  # fmt: skip
    with as_(lived.citizen):
        yes = Yes([Topic.HOUSING], "Finde en bolig", today() + timedelta(days=30))
        consent.share(
            actor=lived.citizen, course_id=lived.id, to=Outside(town.solveig.person_id), yes=yes
        )
    assert [reads(town.solveig, one) for one in (housing, money, own)] == [True, False, False]
    assert looks_at(housing, lived.citizen)[0].ground == "consent"


def test_only_she_puts_her_papers_there_and_the_evidence_is_the_teams(town, lived):
    with as_(town.karen), pytest.raises(NotAllowed):
        actions.add(
            actor=town.karen, course_id=lived.id, kind=Kind.PAPER, title="Brev",
            upload=sent("", photo()),
        )  # fmt: skip
    with as_(town.karen):
        file_id = actions.add(
            actor=town.karen, course_id=lived.id, kind=Kind.EVIDENCE, title="Samtykke",
            upload=sent("a.pdf", paper()),
        )  # fmt: skip
    got = fetched(lived.citizen, file_id)
    assert got.row.mime == "application/pdf"
    assert not any(secret in got.data for secret in SECRETS)
    with as_(lived.citizen), pytest.raises(NotFound):  # nor does she take it away
        actions.remove(actor=lived.citizen, file_id=file_id)
    with as_(town.peter), pytest.raises(NotFound):
        actions.add(
            actor=town.peter, course_id=lived.id, kind=Kind.EVIDENCE, title="Samtykke",
            upload=sent("a.pdf", paper()),
        )  # fmt: skip
    with as_(town.karen), pytest.raises(NotAllowed):
        actions.remove(actor=town.karen, file_id=file_id)


def test_what_is_refused_leaves_nothing(lived):
    with as_(lived.citizen):
        for words in ({"title": ""}, {"title": "x" * 121}, {"upload": sent("a.jpg", b"MZ")}):
            given = {"title": "Brev", "upload": sent("", photo())} | words
            with pytest.raises(Wrong):
                actions.add(actor=lived.citizen, course_id=lived.id, kind=Kind.PAPER, **given)
        assert not models.File.objects.filter(scope_id=lived.id).exists()


def test_a_course_has_room_for_so_many(lived, monkeypatch):
    monkeypatch.setattr("landfast.files.rules.MOST_FILES", 1)
    put(lived)
    with pytest.raises(Wrong, match="no_room"):
        put(lived)


def test_what_is_removed_is_read_by_nobody_and_its_trace_stays(town, lived):
    file_id = put(lived)
    with as_(lived.citizen):
        actions.remove(actor=lived.citizen, file_id=file_id)
    assert not any(reads(one, file_id) for one in (lived.citizen, town.karen))
    with as_(lived.citizen):
        row = models.File.objects.get(id=file_id)
        assert row.removed_by_id == lived.citizen.person_id
        assert Event.objects.filter(scope_id=lived.id, kind="files.removed").count() == 1
        with pytest.raises(NotFound):
            actions.remove(actor=lived.citizen, file_id=file_id)
    with as_(town.karen):
        assert not models.File.objects.filter(id=file_id).exists()


def test_her_own_she_takes_back_whole(lived):
    file_id = put(lived, readers=Readers.OWN)
    with as_(lived.citizen):
        actions.remove(actor=lived.citizen, file_id=file_id)
        assert not models.File.objects.filter(id=file_id).exists()
    with acting(lived.citizen, reading=True):
        fetching.note_fetch(lived.citizen, file_id)
        assert not models.Content.objects.filter(file_id=file_id).exists()


def test_what_the_team_could_read_never_becomes_hers_alone(town, lived):
    file_id = put(lived, readers=Readers.OWN)
    with as_(lived.citizen):
        actions.show_team(actor=lived.citizen, file_id=file_id)
        with pytest.raises(NotNow):
            actions.show_team(actor=lived.citizen, file_id=file_id)
        with pytest.raises(DatabaseError), transaction.atomic():
            models.File.objects.filter(id=file_id).update(readers="own")
        assert models.File.objects.filter(id=file_id).delete()[0] == 0
    assert reads(town.karen, file_id)


def test_nobody_changes_what_is_known_of_a_file_or_what_is_in_it(town, lived):
    file_id = put(lived)
    with as_(town.karen):
        assert models.File.objects.filter(id=file_id).update(removed_at=now()) == 0
    with as_(lived.citizen):
        for change in ({"title": "x"}, {"digest": "x"}, {"scope_id": lived.id}):
            with pytest.raises(DatabaseError), transaction.atomic():
                models.File.objects.filter(id=file_id).update(**change)
        for change in ("update files_content set data = ''", "delete from files_content"):
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(change)
