"""Paper: readable by a screen reader, and nobody's words are markup."""

import io
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.utils import translation
from pypdf import PdfReader

from landfast.journeys.see_minutes import look_at_minutes, look_at_plan_sheet
from landfast.kernel.clock import today
from landfast.meetings import actions
from landfast.paper import minutes, plan_sheet
from landfast.plan.actions import add_step
from landfast.plan.rules.words import Standing, StepState
from landfast.web.plan.words import state_of
from tests.factories.meetings import held_meeting
from tests.factories.parts import asked_to_decide
from tests.factories.plan import accepted, with_team
from tests.factories.town import as_

NASTY = ["#set page(fill: red)", "$x^2$", "[luk]", "*fed* _skrå_", "<mærke>", "@ref", "`kode` \\"]
TODAY = date(2026, 11, 22)


def words(pdf: bytes) -> str:
    return " ".join(
        " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split()
    )


def assert_accessible(pdf: bytes, title: str) -> None:
    reader = PdfReader(io.BytesIO(pdf))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert str(root["/Lang"]).startswith("da")
    assert title in reader.metadata.title
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


@pytest.fixture
def page(town):
    met = held_meeting(town)
    with as_(met.karen):
        minutes_id = actions.make_minutes(actor=met.karen, meeting_id=met.id)
        actions.edit_minutes(
            actor=met.karen, minutes_id=minutes_id, citizen_said="\n".join(NASTY), themes={}
        )
        yield look_at_minutes(met.karen, met.course_id, met.id)


def test_minutes_are_tagged_danish_and_titled(page):
    pdf = minutes.render(page, page.minutes, TODAY)
    assert_accessible(pdf, "Referat af møde")
    seen = words(pdf)
    for expected in ("Jytte Jensen", "Det, vi har aftalt", "Hjemme hos Jytte", "(ikke sendt ud)"):
        assert expected in seen
    assert "Ord nummer 1" in seen


def test_what_people_write_is_never_markup(page):
    seen = words(minutes.render(page, page.minutes, TODAY))
    for text in NASTY:
        assert text in seen


def test_the_goal_and_agreement_sheet_is_tagged_danish_and_titled(town):
    met = held_meeting(town)
    with as_(met.karen):
        pdf = plan_sheet.render(look_at_plan_sheet(met.karen, met.course_id), TODAY)
    assert_accessible(pdf, "Mål og aftaler for Jytte Jensen")


def test_names_and_promises_in_the_sheet_are_plain_words(monkeypatch):
    monkeypatch.setattr("landfast.paper.plan_sheet.words.whole_promise", lambda row, *_said: row)
    row = dict.fromkeys(
        ("what", "who", "when", "mandate", "meanwhile", "follow_up", "state"), "#panic() $a$ [b]"
    )
    wish = SimpleNamespace(
        words="#eval(1) *x*", standing=Standing.GOAL, rating=6, agreements=[row],
        steps=[SimpleNamespace(text="#s", whose="#w", state=StepState.DONE)],
    )  # fmt: skip
    sheet = SimpleNamespace(
        whose=SimpleNamespace(name="[c] #t $t$"), next_meeting=None, in_place={},
        plan=SimpleNamespace(living=[wish], practical=[row], steps=[]),
    )  # fmt: skip
    seen = words(plan_sheet.render(sheet, TODAY))
    for text in (
        "#panic() $a$",
        "#eval(1) *x*",
        "[c] #t $t$",
        "#w vil prøve: #s (gjort)",
        "6 af 10",
    ):
        assert text in seen


def test_the_sheet_has_her_own_steps_too_also_those_for_no_wish(town):
    lived = with_team(town, town.bo)
    with as_(lived.citizen):
        add_step(actor=lived.citizen, course_id=lived.id, text="Gå en tur")
        seen = words(plan_sheet.render(look_at_plan_sheet(lived.citizen, lived.id), TODAY))
    assert "Egne skridt" in seen
    assert "Gå en tur (vil gerne)" in seen


def test_no_promise_is_torn_between_two_pages(town):
    lived = with_team(town, town.bo)
    many = " ".join(f"ord{number}" for number in range(60))
    for number in range(9):
        accepted(town, lived, town.bo, text=f"Nummer {number} {many} slut{number}")
    with as_(town.karen):
        pdf = plan_sheet.render(look_at_plan_sheet(town.karen, lived.id), TODAY)
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    assert len(pages) > 1
    for number in range(9):
        [one] = [text for text in pages if f"Nummer {number} " in text]
        assert f"slut{number}" in one


def test_a_promise_stands_on_the_sheet_in_the_words_of_the_page(town):
    lived = with_team(town, town.bo)
    accepted(town, lived, town.bo)
    asked_to_decide(town, lived, town.dorte)
    with as_(town.karen):
        sheet = look_at_plan_sheet(town.karen, lived.id)
    later = today() + timedelta(days=400)
    on_page = {str(state_of(row, later).word) for row in sheet.plan.agreements}
    assert on_page == {"Fristen er gået for længe siden", "En leder er spurgt"}
    seen = words(plan_sheet.render(sheet, later))
    for said in on_page:
        assert said in seen


def test_the_sheet_says_what_follow_up_needs(town):
    lived = with_team(town, town.bo)
    accepted(town, lived, town.bo, decided_by="Visitationen", follow_up_how="Ringer")
    with as_(town.karen):
        pdf = plan_sheet.render(look_at_plan_sheet(town.karen, lived.id), TODAY)
    seen = words(pdf)
    for heading in ("Hvad", "Hvem", "Fra og til", "Kan det loves nu?", "Hjælp indtil da",
                    "Følges op", "Hvordan står det"):  # fmt: skip
        assert heading in seen
    assert "Afgøres af Visitationen" in seen
    assert "Ringer" in seen
    assert "kan loves" in seen


def test_paper_is_in_the_typeface_of_the_screen_and_in_it_alone(page):
    pdf = minutes.render(page, page.minutes, TODAY)
    fonts = {
        str(font.get_object()["/BaseFont"])
        for sheet in PdfReader(io.BytesIO(pdf)).pages
        for font in sheet["/Resources"]["/Font"].values()
    }
    assert fonts
    assert all("IBMPlexSans" in name for name in fonts)


def test_who_reads_english_prints_in_english(page, town):
    with translation.override("en"):
        pdf = minutes.render(page, page.minutes, TODAY)
        sheet = plan_sheet.render(look_at_plan_sheet(town.karen, page.meeting.course_id), TODAY)
    assert str(PdfReader(io.BytesIO(pdf)).trailer["/Root"]["/Lang"]).startswith("en")
    assert "Minutes" in words(pdf)
    assert "Goals and agreements" in words(sheet)
    assert "Referat" not in words(pdf)


def test_the_same_words_give_the_same_paper(page):
    once = minutes.render(page, page.minutes, TODAY)
    assert len(once) == len(minutes.render(page, page.minutes, TODAY))
