"""Alt om mig: all that stands about me, and nobody else's."""

import json
import re

import pytest
from django.db import connection

from landfast.access.looks.looking import open_record
from landfast.kernel import danish
from landfast.kernel.danish import lix
from landfast.plan.actions import note_agreement
from landfast.web.mine.record_said import MASKED, SAID
from tests.factories.courses import assessed_course
from tests.factories.emergencies import known_course
from tests.factories.plan import accepted, wished, with_team
from tests.factories.town import as_
from tests.paper.test_papers import assert_accessible, words
from tests.web.mine.reading import visible_text


@pytest.fixture
def lived(town):
    lived = with_team(town, town.bo)
    wished(lived, "Jeg vil bo tæt på min søster")
    accepted(town, lived, town.bo, text="Ringe til udlejeren")
    return lived


def test_the_book_holds_my_words_and_who_promised_what(town, lived, signed_in):
    page = signed_in(lived.citizen).get(f"/mit/{lived.id}/alt/").content.decode()
    for said in ("Jeg vil bo tæt på min søster", "Ringe til udlejeren", "Bo Bostøtte"):
        assert said in page
    assert "Hvem har kigget" in page


def test_the_file_holds_every_row_that_the_database_shows_me(town, lived, signed_in):
    answer = signed_in(lived.citizen).get(f"/mit/{lived.id}/alt.json")
    found = {table["table"]: table for table in json.loads(answer.content)["tables"]}
    assert "no-store" in answer["Cache-Control"]
    assert found["plan_wish"]["rows"][0]["words"] == "Jeg vil bo tæt på min søster"
    with as_(lived.citizen), connection.cursor() as cursor:
        for table in ("plan_wish", "plan_agreement", "plan_agreement_change", "network_member",
                      "access_grant", "access_event", "course_state_change"):  # fmt: skip
            column = "scope_id" if table.startswith("access") else "course_id"
            cursor.execute(f"select count(*) from {table} where {column} = %s", [lived.id])
            (count,) = cursor.fetchone()
            assert count == len(found.get(table, {"rows": []})["rows"]), table


def test_fields_that_name_others_are_marked_for_a_person_to_look_at(town, lived, signed_in):
    answer = json.loads(signed_in(lived.citizen).get(f"/mit/{lived.id}/alt.json").content)
    found = {table["table"]: table for table in answer["tables"]}
    assert "maker" in found["plan_agreement"]["names_others"]
    assert str(town.bo.person_id) in answer["people"]


def test_no_secret_of_the_login_leaves_with_it(town, lived, signed_in):
    answer = signed_in(lived.citizen).get(f"/mit/{lived.id}/alt.json").content.decode()
    assert "password" not in answer
    [account] = [t for t in json.loads(answer)["tables"] if t["table"] == "people_account"]
    assert set(account["rows"][0]) == {"username"}


def test_the_book_on_paper_is_tagged_and_holds_the_same_words(town, lived, signed_in):
    answer = signed_in(lived.citizen).get(f"/mit/{lived.id}/alt.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert "no-store" in answer["Cache-Control"]
    assert_accessible(answer.content, "Alt om mig")
    said = words(answer.content)
    for expected in ("Jeg vil bo tæt på min søster", "Ringe til udlejeren", "Bo Bostøtte"):
        assert expected in said
    assert signed_in(town.karen).get(f"/mit/{lived.id}/alt.pdf").status_code == 403


def test_nobody_else_gets_it_this_way(town, lived, signed_in):
    assert signed_in(town.karen).get(f"/mit/{lived.id}/alt/").status_code == 403
    assert signed_in(town.vibeke).get(f"/mit/{lived.id}/alt.json").status_code == 404
    other = with_team(town, town.bo, name="Ole Olsen")
    assert signed_in(other.citizen).get(f"/mit/{lived.id}/alt/").status_code == 404


def test_taking_it_out_is_a_look_like_any_other(town, lived, signed_in):
    citizen = signed_in(lived.citizen)
    found = json.loads(citizen.get(f"/mit/{lived.id}/alt.json").content)["tables"]
    [log] = [table for table in found if table["table"] == "access_look"]
    assert "Alt om mig (fil)" in [row["what"] for row in log["rows"]]


def test_the_page_reads_easily(town, lived, signed_in):
    html = signed_in(lived.citizen).get(f"/mit/{lived.id}/alt/").content.decode()
    page = visible_text(html, "Bo Bostøtte", "Karen Koordinator", "Jytte Jensen")
    assert lix(page) <= 35


def chapter(page: str, key: str) -> str:
    found = re.search(rf'id="{key}".*?</details>', page, re.DOTALL)
    return found.group(0) if found else ""


def test_what_happened_is_said_beside_who_and_when(town, lived, signed_in):
    page = signed_in(lived.citizen).get(f"/mit/{lived.id}/alt/").content.decode()
    happened = chapter(page, "access_event")
    for said in ("Du fik en koordinator", "Et ønske blev skrevet ned", "En aftale blev foreslået"):
        assert said in happened
    assert not re.search(r"<dd>[a-z_]+\.[a-z_.]+</dd>", page), "a code instead of words"
    assert "Aftalt" in chapter(page, "plan_agreement")


def test_no_code_of_the_program_stands_on_the_page(town, lived, signed_in):
    with as_(town.karen):
        note_agreement(
            actor=town.karen, course_id=lived.id, text="Støtte til en ugeplan",
            maker_role="case_worker", needs=["daily_living"],
        )  # fmt: skip
    page = signed_in(lived.citizen).get(f"/mit/{lived.id}/alt/").content.decode()
    assert "Støtte til en ugeplan" in page
    assert re.findall(r"<dd>[a-z]+_[a-z_]+</dd>", page) == []


def test_numbers_stand_as_danes_write_them(town, signed_in):
    lived = assessed_course(town, cpr="0107701234")
    page = signed_in(lived.citizen).get(f"/mit/{lived.id}/alt/").content.decode()
    about_me = chapter(page, "course_citizen")
    assert "<dd>010770-••••</dd>" in about_me
    assert "<dd>22\u00a033\u00a044\u00a055</dd>" in about_me


def test_a_cpr_number_stands_whole_on_paper_only(town, signed_in, monkeypatch):
    lived, printed = known_course(town), []
    me, karen = signed_in(lived.citizen), signed_in(town.karen)
    page = me.get(f"/mit/{lived.id}/alt/").content.decode()
    [about] = re.findall(rf"/mit/{lived.id}/alt/course_citizen-[\w-]+/", page)
    assert "010170-••••" in me.get(about).content.decode()
    assert me.post(about, {"words": "Forkert telefon"}).status_code == 302
    for where in ("indsigt", "rettelser"):
        shown = karen.get(f"/forloeb/{lived.id}/{where}/").content.decode()
        assert "1701234" not in shown.replace("-", ""), where
    monkeypatch.setattr(
        "landfast.web.mine.record_views.render_record",
        lambda told, *_: printed.append(str(told)) or b"%PDF",
    )
    me.get(f"/mit/{lived.id}/alt.pdf")
    assert ["010170-1234" in told for told in printed] == [True]
    assert set(MASKED) == {place for place, say in SAID.items() if say is danish.cpr}


def test_who_looked_from_outside_the_team_is_told_by_unit(town, lived, signed_in):
    with as_(town.lars):
        open_record(town.lars, lived.id, "Forløb")
    with as_(town.karen):
        open_record(town.karen, lived.id, "Forløb")
    answer = json.loads(signed_in(lived.citizen).get(f"/mit/{lived.id}/alt.json").content)
    [log] = [table for table in answer["tables"] if table["table"] == "access_look"]
    who = {row["role"]: (row["person"], row["unit"]) for row in log["rows"]}
    here = str(town.coordination)
    assert who["lead"] == (None, here)
    assert who["coordinator"] == (str(town.karen.person_id), here)
