"""After a whole story no CPR number stands in plain anywhere; on pages it is masked until asked."""

import io
import logging
import re

import pytest
from django.db import connection
from django.urls import reverse
from psycopg import sql

from landfast.access.models import Look
from landfast.course import models
from landfast.course.actions import coordinator, decision
from landfast.course.rules.words import Outcome
from landfast.jobs import post
from landfast.kernel import postgres
from landfast.kernel.ids import new_id
from landfast.messages.rules import Message, Purpose, Way
from landfast.web.session_store import SessionStore
from tests.conftest import meant, standing
from tests.factories.referrals import answer_all, citizen_of, proposed
from tests.factories.shipped import load_shipped
from tests.factories.town import as_, build_town
from tests.web.conftest import enter

CPR, WRITTEN, MASKED = "6101709999", "610170-9999", "610170-••••"
PLAIN = re.compile(r"610170[ -]?9999")
TOLD = {
    "name": "Jytte Jensen", "phone": "22 33 44 55", "cpr": WRITTEN, "seen": "Posten hober sig op",
    "needs": ["economy"], "says": "yes", "says_words": "", "who_asks": "", "urgency": "this_week",
}  # fmt: skip
COLUMNS = """select table_schema, table_name, column_name from information_schema.columns
 where table_schema not in ('pg_catalog', 'information_schema')"""


def refer(town):
    """Bo types, goes away, and comes back to send it."""
    bo = enter(town.bo)
    bo.post(reverse("keep_draft"), {"kladde": reverse("refer"), "cpr": WRITTEN, "seen": "Posten"})
    assert WRITTEN in bo.get(reverse("refer")).content.decode()
    drafted = searched(connection.settings_dict["NAME"])
    bo.post(reverse("refer"), {**TOLD, "phone": "1", "key": str(new_id())})
    bo.post(reverse("refer"), {**TOLD, "key": str(new_id())})
    with as_(town.bo):
        return models.Referral.objects.get().id, drafted


def searched(name, pattern=PLAIN.pattern):
    """Every column of every table, as text, that holds the number (or something else)."""
    with postgres.admin_connect(name) as admin:
        found = []
        for schema, table, column in admin.execute(COLUMNS).fetchall():
            ask = sql.SQL("select count(*) from {}.{} where {}::text ~ {}").format(
                sql.Identifier(schema), sql.Identifier(table), sql.Identifier(column),
                sql.Literal(pattern),
            )  # fmt: skip
            if admin.execute(ask).fetchone()[0]:
                found.append(f"{table}.{column}")
        return found


@pytest.fixture(scope="module")
def database(django_db_setup, database_template, django_db_blocker):
    """What was lived once is looked at by each test, and none of them changes it."""
    with django_db_blocker.unblock(), standing(database_template) as name, meant(name):
        yield name


@pytest.fixture(scope="module")
def logged():
    """Every word of every log while the story is lived."""
    kept = io.StringIO()
    handler, root = logging.StreamHandler(kept), logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield kept
    root.setLevel(before)
    root.removeHandler(handler)


@pytest.fixture(scope="module")
def story(database, logged):
    """Referred, read, shown, taken, started, read by herself and taken home."""
    load_shipped()
    town = build_town()
    referral, drafted = refer(town)
    karen, answers = enter(town.karen), []
    for address in ("referral", "show_referral_cpr", "take_referral"):
        url = reverse(address, args=[referral])
        answers.append(karen.get(url) if address == "referral" else karen.post(url))
    with as_(town.dorte):
        course = models.Course.objects.get().scope_id
    answers += [karen.get(reverse("assess", args=[course])),
                karen.post(reverse("show_assessed_cpr", args=[course]))]  # fmt: skip
    answer_all(town.mads, course)
    decision_id = proposed(town, course, Outcome.OFFERED)
    with as_(town.dorte):
        decision.confirm(actor=town.dorte, course_id=course, decision_id=decision_id)
        coordinator.appoint_first(
            actor=town.dorte,
            course_id=course,
            person_id=town.karen.person_id,
            reason="Kender hende",
        )
    answers += [karen.get(reverse("course", args=[course])),
                karen.post(reverse("show_cpr", args=[course]))]  # fmt: skip
    jytte = enter(citizen_of(town, course))
    answers += [jytte.get(reverse(name, args=[course])) for name in ("my_record", "my_record_file")]
    return town, course, drafted, answers


def test_no_plain_number_in_any_table_address_log_line_or_session(story, logged, database):
    _, _, drafted, answers = story
    assert drafted == searched(database) == []
    assert searched(database, "Posten hober") == ["course_referral.seen"]  # it does look
    for answer in answers:
        kept = {k: v for k, v in answer.headers.items() if k != "Set-Cookie"}
        assert not PLAIN.search(str(kept)), kept
        links = re.findall(r'(?:href|action|src)="([^"]*)"', answer.content.decode())
        assert not any(PLAIN.search(link) for link in links)
    assert logged.getvalue()
    assert not PLAIN.search(logged.getvalue())
    with postgres.admin_connect(database) as admin:
        sessions = admin.execute("select session_data from django_session").fetchall()
    assert sessions
    assert not any(PLAIN.search(str(SessionStore().decode(kept))) for (kept,) in sessions)


def test_it_is_masked_until_asked_for_and_the_asking_is_a_look(story):
    town, course, _, answers = story
    said = [one.content.decode() for one in answers]
    referral, shown, _, assessed, seen, page, whole, record, file = said
    for masked, asked in ((referral, shown), (assessed, seen), (page, whole)):
        assert MASKED in masked
        assert not PLAIN.search(masked)
        assert WRITTEN in asked
    assert answers[1]["Cache-Control"] == answers[6]["Cache-Control"] == "private, no-store"
    with as_(citizen_of(town, course)):
        looks = Look.objects.filter(what="CPR-nummeret").values_list("person_id", "scope_id")
        assert list(looks) == [(town.karen.person_id, course)] * 3
    assert MASKED in record
    assert not PLAIN.search(record)
    assert CPR in file  # her own is hers to read: in the book and the file


@pytest.mark.parametrize("who", ["lars", "solveig", "anna"])
def test_who_is_not_of_the_team_is_refused_and_the_attempt_stands_in_the_log(story, who):
    town, course, _, _ = story
    answer = enter(getattr(town, who)).post(reverse("show_cpr", args=[course]))
    assert answer.status_code == (403 if who == "lars" else 404)
    assert not PLAIN.search(answer.content.decode())
    with as_(citizen_of(town, course)):
        tried = Look.objects.filter(person_id=getattr(town, who).person_id)
        assert {one.allowed for one in tried if "cpr" in one.what} == {False}


def test_a_mail_about_her_and_its_file_say_nothing(story, tmp_path, monkeypatch, settings):
    town, _, _, _ = story
    settings.LANDFAST_MAIL_URL = ""
    monkeypatch.setattr("landfast.jobs.post.mail_folder", lambda: tmp_path / "mail")
    karen = town.karen.person_id
    told = Message(new_id(), Way.MAIL, Purpose.NEWS, karen, "karen@eksempel.dk")
    assert post.send(told) is None
    [file] = (tmp_path / "mail").iterdir()
    assert "Landfast" in file.read_text()
    assert not PLAIN.search(file.name + file.read_text())


def test_asking_by_a_link_is_not_possible(story):
    town, course, _, _ = story
    assert enter(town.mads).get(reverse("show_cpr", args=[course])).status_code == 405
