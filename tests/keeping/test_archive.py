"""The package for an archive holds what a deletion takes, and is read again by itself."""

import csv
import io
import subprocess
import sys
import zipfile
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from landfast.access import models as access
from landfast.files import actions as files
from landfast.files.rules import Kind as FileKind
from landfast.files.rules import Readers
from landfast.jobs.keeping import pack
from landfast.keeping import actions
from landfast.keeping.reading import Column, Rows
from landfast.keeping.rules import HoldKind
from landfast.kernel import clock
from landfast.network import actions as network
from landfast.network.actions import Named
from landfast.network.actions import own as network_own
from landfast.network.rules import Closeness, Sphere
from landfast.network.rules.unwell import PARTS, SeenBy
from landfast.paper import archive, archive_check
from tests.factories.catalogue import mentions
from tests.factories.emergencies import CPR, numbered
from tests.factories.files import photo, sent
from tests.factories.keeping import blocked, case_of, kept_on, officers, on
from tests.factories.lived import lived_course
from tests.factories.plan import wished
from tests.factories.town import as_, build_town
from tests.own import KEPT
from tests.refusing import refused

SAID = 'Jeg vil "hjem", 🏠\nog have ro; også om natten ☂'

ALONE = "Den gamle kæreste"


@pytest.fixture
def packed(own_database, tmp_path):
    """A blocked course of a municipality, and its package."""
    town, course = KEPT.stood("blocked", blocked_course)
    with on(case_of(town, course).block_on):
        [path] = pack(tmp_path).made
    return town, course, case_of(town, course), path


def blocked_course():
    town = build_town()
    officers(town)
    course = lived_course(town)
    wished(course, SAID)
    with as_(course.citizen):
        hers = {"actor": course.citizen, "course_id": course.id}
        alone = Named(ALONE, Sphere.FRIENDS, Closeness.FAR, only_mine=True)
        network.add_relation(**hers, named=alone)
        network_own.write_note(**hers, text=ALONE)
        for title, readers in ((ALONE, Readers.OWN), ("Brev om bolig", Readers.TEAM)):
            files.add(
                **hers, kind=FileKind.PAPER, title=title, readers=readers,
                upload=sent("brev.jpg", photo()),
            )  # fmt: skip
        network_own.write_unwell(
            **hers, words=dict.fromkeys(PARTS, ALONE), seen_by=SeenBy.ME
        )  # fmt: skip
    with as_(town.karen):
        numbered(course.citizen_id)
    blocked(town, course)
    return town, course


def table(path, name):
    with zipfile.ZipFile(path) as whole:
        text = whole.read(f"tables/{name}.csv").decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_what_a_deletion_takes_was_packed_before_with_every_word_as_it_was_written(
    packed, own_database
):
    _, course, _, path = packed
    assert archive_check.check(path) == []
    assert str(course.id) not in path.name
    assert SAID in {row["words"] for row in table(path, "plan_wish")}
    known = {row["name"] for row in table(path, "network_relation")}
    assert known == {"Min søster Birthe", "Hunden Balder"}
    assert len([row for row in table(path, "network_standing") if row["relation_id"]]) == len(known)
    papers = table(path, "files_file")
    assert "Brev om bolig" in {row["title"] for row in papers}
    assert {row["readers"] for row in papers} == {"team"}
    assert {row["file_id"] for row in table(path, "files_content")} == {row["id"] for row in papers}
    assert not any(ALONE in str(row) for row in table(path, "access_event"))
    [citizen] = table(path, "course_citizen")
    assert (citizen["name"], citizen["cpr"]) == ("Jytte Jensen", CPR)
    assert "cpr_mark" not in citizen
    assert "Karen Koordinator" in {row["name"] for row in table(path, "people_person")}
    with zipfile.ZipFile(path) as whole:
        index = ElementTree.fromstring(whole.read("index.xml"))  # noqa: S314 - our own
        tables = {one.get("name") for one in index.iter(f"{archive_check.NAMESPACE}table")}
    left_out = {"access_draft", "keeping_case", "keeping_change", "keeping_hold", "access_apart"}
    left_out |= {"network_own_note", "network_unwell"}  # hers alone
    held = {place.split(".")[0] for place in mentions(own_database, [course.id])}
    assert held - left_out - tables == set()
    assert not {one for one in tables if one.startswith(("login_", "people_account"))}


def test_people_read_it_as_pdf_for_archives(packed):
    *_, path = packed
    with zipfile.ZipFile(path) as whole:
        pdf = PdfReader(io.BytesIO(whole.read("documents/record.pdf")))
    assert b"<pdfaid:part>2</pdfaid:part>" in pdf.trailer["/Root"]["/Metadata"].get_data()
    text = " ".join(page.extract_text() for page in pdf.pages)
    assert "Jytte Jensen" in text
    assert "[U+1F3E0]" in text


def one_column(*said):
    return Rows(
        "t", "En ting", "id", [Column("id", "text", optional=True)], [[one] for one in said]
    )


def test_every_sign_that_is_shown_has_its_letter_in_the_typeface():
    said = ("".join(sorted(archive.SHOWN)), "".join(map(chr, range(0x20))), "日本語")
    whole, _ = archive.package(UUID(int=7), "Vesterø", clock.now(), [one_column(*said)])
    assert whole.startswith(b"PK")


def test_the_same_rows_give_the_same_bytes_at_the_same_moment():
    rows = [one_column("1", None)]
    with clock.at(clock.now()):
        one, two = (archive.package(UUID(int=7), "Vesterø", clock.now(), rows) for _ in range(2))
    assert one == two


@pytest.fixture
def small(tmp_path):
    """A package of two tables, of which one refers to the other."""
    wishes = [Column("id", "uuid", optional=False), Column("by", "uuid", True, "people")]
    people = [Column("id", "uuid", optional=False), Column("name", "text", optional=False)]
    rows = [
        Rows("wishes", "What she wants", "id", wishes, [["1", "7"], ["2", None]]),
        Rows("people", "Who works here", "id", people, [["7", SAID]]),
    ]
    path = tmp_path / "small.zip"
    path.write_bytes(archive.package(UUID(int=7), "Vesterø", clock.now(), rows)[0])
    return path


def changed(path, name, content):
    """A copy of the package in which one file is another, or (None) is not there."""
    copy = path.with_name("copy.zip")
    with zipfile.ZipFile(path) as whole, zipfile.ZipFile(copy, "w") as other:
        for one in whole.namelist():
            held = content if one == name else whole.read(one)
            if held is not None:
                other.writestr(one, held)
    return copy


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("tables/wishes.csv", b'id,by\r\n"1","7"\r\n"2",""\r\n', "ikke, som den blev pakket"),
        ("tables/wishes.csv", b"id,by\r\n", "wishes har 0 rækker, indekset siger 2"),
        ("tables/wishes.csv", b"id,til\r\n1,7\r\n2,\r\n", "andre kolonner"),
        ("tables/wishes.csv", b"id,by\r\n1\r\n2,\r\n", "et andet antal felter"),
        ("tables/wishes.csv", None, "tables/wishes.csv mangler"),
        ("tables/people.csv", b'id,name\r\n"8","Bo"\r\n', "wishes.by viser til noget"),
        ("documents/record.pdf", b"x", "er ikke et dokument"),
        ("index.xml", None, "index.xml mangler"),
        ("index.xml", b"<package", "kan ikke læses"),
        ("sha256sums.txt", b"", "står ikke på listen"),
        ("sha256sums.txt", None, "sha256sums.txt mangler"),
    ],
)
def test_a_package_that_was_changed_is_found(small, name, content, told):
    wrong = archive_check.check(changed(small, name, content))
    assert any(told in one for one in wrong), wrong


@pytest.mark.parametrize("at", ["before", "between", "inside the list", "after", "as a comment"])
def test_a_byte_that_is_no_part_of_it_is_found(small, at):
    whole = small.read_bytes()
    with zipfile.ZipFile(small) as package:
        second = sorted(one.header_offset for one in package.infolist())[1]
        listed = package.start_dir
    place = {"before": 0, "between": second, "inside the list": listed, "after": len(whole)}
    if at == "as a comment":
        with zipfile.ZipFile(small, "a") as package:
            package.comment = b"x"
    else:
        small.write_bytes(whole[: place[at]] + b"x" + whole[place[at] :])
    told = archive_check.check(small)
    assert told in (
        ["Filen har noget, der ikke hører til pakken."], ["Filen kan ikke åbnes som en pakke."]
    )  # fmt: skip


def test_the_checker_needs_nothing_of_landfast(small, tmp_path):
    alone = tmp_path / "check.py"
    alone.write_bytes(Path(archive_check.__file__).read_bytes())
    for path, code, words in (
        (small, 0, "Pakken er hel.\n"), (alone, 1, "Filen kan ikke åbnes som en pakke.\n"),
    ):  # fmt: skip
        told = subprocess.run(
            [sys.executable, "-I", str(alone), str(path)],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert (told.returncode, told.stdout) == (code, words)


def test_delivered_when_two_have_read_the_receipt_and_deleted_after_the_waiting_time(
    packed, own_database, tmp_path
):
    town, course, case, _ = packed
    keys = [course.id, course.citizen_id, course.citizen.person_id]
    me = {"actor": town.dina, "case_id": case.id}
    with on(case.block_on):
        with as_(town.dina):
            actions.note_delivery(receipt="AVID.VES.12", **me)
        with as_(town.dina), refused("same_eyes"):
            actions.confirm_delivery(receipt="AVID.VES.12", **me)
        with as_(town.arne), refused("other_receipt"):
            actions.confirm_delivery(actor=town.arne, case_id=case.id, receipt="AVID.VES.13")
        with as_(town.arne):
            actions.confirm_delivery(actor=town.arne, case_id=case.id, receipt="AVID.VES.12")
        assert pack(tmp_path).made == []
    row = case_of(town, course)
    assert (row.state, row.sent_by_id, row.confirmed_by_id) == (
        "delivered", town.dina.person_id, town.arne.person_id,
    )  # fmt: skip
    assert row.delete_on >= case.block_on + timedelta(days=90)
    assert kept_on(row.delete_on - timedelta(days=1)) == {}
    assert kept_on(row.delete_on) == {"deleted": 1}
    assert mentions(own_database, keys) == {}


def test_the_look_is_logged_before_anything_is_read_and_without_a_package_no_receipt(
    packed, own_database
):
    town, course, case, _ = packed
    with as_(course.citizen):
        assert access.Look.objects.filter(scope_id=course.id, what="Pakket til arkiv").count() == 1
    later = case.block_on + timedelta(days=30)
    with on(case.block_on), as_(town.dina):
        actions.take_back(actor=town.dina, case_id=case.id, why="Fejl i pakken", until=later)
    assert kept_on(later) == {"blocked": 1}
    with on(later), as_(town.dina), refused("turned_meanwhile"):
        actions.note_delivery(actor=town.dina, case_id=case.id, receipt="1")
    with on(later), as_(town.dina):
        actions.hold(
            actor=town.dina, case_id=case.id, kind=HoldKind.COURT, why="Sag", until=date(2099, 1, 1)
        )
    with as_(town.karen), refused("not_to_pack"):
        actions.begin_packing(case_id=case.id)
