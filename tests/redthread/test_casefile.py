"""Reading case files: every kind of field, every mistake with its line. No database."""

import json
from datetime import date, time
from importlib.resources import files

import pytest

from landfast.course.rules.words import Precision
from landfast.redthread import casefile
from landfast.redthread.casefile.fields import DATA_FIELDS
from landfast.redthread.casefile.reader import TYPES
from landfast.redthread.casefile.shape import ConsentStatus

CASES = files("landfast.jobs.demo") / "cases"


def a_case(**event):
    """A case with one event, a field a line."""
    first = {"id": "A1", "date": "2024-03-04", "precision": "exact", "type": "context", **event}
    case = {"case_id": "prøve", "citizen": {"alias": "Prøve"}, "events": [first]}
    return json.dumps(case, indent=1, ensure_ascii=False)


def read(**event):
    return casefile.read(a_case(**event))


def refused(text):
    with pytest.raises(casefile.BadCase) as raised:
        casefile.read(text, "prøve.json")
    return raised.value


@pytest.mark.parametrize(("name", "events", "fields"), [("jeanette", 27, 64), ("jens", 22, 46)])
def test_the_published_cases_are_read_whole(name, events, fields):
    case = casefile.read((CASES / f"{name}.json").read_text("utf-8"))
    assert (len(case.events), case.fields) == (events, fields)
    assert case.id == name


@pytest.mark.parametrize("name", ["jeanette", "jens"])
def test_the_ground_truth_is_never_read(name):
    whole = json.loads((CASES / f"{name}.json").read_text("utf-8"))
    without = json.loads((CASES / f"{name}.json").read_text("utf-8"))
    without["expected"] = {"findings": "nothing that anybody could use"}
    for event in without["events"]:
        event["missing"], event["mark"] = [], None
    indented = [casefile.read(json.dumps(it, indent=1)).events for it in (whole, without)]
    assert [(e.id, e.data, e.involved) for e in indented[0]] == [
        (e.id, e.data, e.involved) for e in indented[1]
    ]
    assert not hasattr(indented[0][0], "missing")


def test_a_syntax_mistake_is_told_with_its_line():
    bad = refused('{\n "case_id": "x",\n "citizen" {}\n}')
    assert bad.problems[0].line == 3
    assert bad.sentence == "prøve.json, linje 3: Her mangler et kolon."


@pytest.mark.parametrize(
    "text", ["", "[", "[" * 5000, "nej", '{"a": NaN}', "[]", "3", '"x"', "{}", '{"events": []}']
)
def test_what_is_no_case_is_refused_in_a_sentence(text):
    assert "linje" in refused(text).sentence


def test_a_wrong_value_is_told_with_the_line_of_its_field():
    text = a_case(data={"acute": True, "los_days": "mange"})
    line = 1 + text[: text.index('"los_days"')].count("\n")
    problem = refused(text).problems[0]
    assert problem.line == line
    assert problem.sentence == "hændelse A1.data.los_days skal være et tal, der ikke er negativt."


def test_all_mistakes_are_told_at_once():
    text = a_case(date="2024-02-30", type="party", precision="minute", data={"acute": "ja"})
    assert len(refused(text).problems) == 4


@pytest.mark.parametrize(
    "data",
    [
        {"agreements": {}}, {"agreements": [{}]}, {"agreements": [{"id": "a", "due": "snart"}]},
        {"consents": [{"to": "gp"}]}, {"attendees": "citizen"}, {"attendees": [3]},
        {"next_meeting": "2024-13-01"}, {"demands": [{"by": "gp"}]}, {"no_shows": [{"count": 2}]},
        {"role_expectations": []}, {"decisions": ["ja"]}, {"acute": 1}, {"weeks": -3}, {"kind": 7},
        {"themes": [None, 3]}, {"mandates_present": [[]]}, {"reason": []}, {"way_back": {}},
    ],
)  # fmt: skip
def test_a_wrong_kind_of_value_is_an_error(data):
    assert refused(a_case(data=data)).problems


def test_null_may_stand_anywhere_in_data():
    assert read(data=dict.fromkeys(DATA_FIELDS)).fields == len(DATA_FIELDS)


@pytest.mark.parametrize(
    "event",
    [
        {"id": ""}, {"id": 7}, {"id": None}, {"date": None}, {"date": "2024-3-4"}, {"type": None},
        {"date": "2024-03-04T25:00"}, {"involved": "citizen"}, {"data": []}, {"text_da": 4},
        {"type": "state_change", "data": {"to": "FEST"}},
    ],
)  # fmt: skip
def test_an_event_that_cannot_be_placed_is_refused(event):
    assert refused(a_case(**event)).problems


def test_two_events_with_one_name_and_two_fields_with_one_name_are_refused():
    event = {"id": "A1", "date": "2024-03-04", "type": "context"}
    case = {"case_id": "x", "citizen": {"alias": "X"}, "events": [event, event]}
    assert "to hændelser" in refused(json.dumps(case)).sentence
    assert "to gange" in refused(a_case().replace('"type"', '"id": "B",\n"type"')).sentence


def test_an_unknown_field_is_kept_and_warned_of():
    case = read(data={"weather": "regn", "attendees": ["wizard"]}, mood="god")
    assert case.events[0].data["weather"] == "regn"
    told = " ".join(str(problem) for problem in case.warnings)
    assert all(word in told for word in ("weather", "wizard", "mood"))
    assert all(problem.line > 1 for problem in case.warnings)


@pytest.mark.parametrize("kind", sorted(TYPES))
def test_every_type_is_read(kind):
    assert read(type=kind, data={}).events[0].type == kind


def test_dates_times_and_precision():
    when = read(date="2024-03-04T14:30", precision="season").events[0].when
    assert (when.day, when.at, when.precision) == (date(2024, 3, 4), time(14, 30), Precision.SEASON)
    assert read().events[0].when.at is None


def test_events_are_told_in_time_order():
    rows = [
        {"id": name, "date": day, "type": "context"}
        for name, day in (("C", "2024-05-01"), ("A", "2024-01-01"), ("B", "2024-01-01T08:00"))
    ]
    case = {"case_id": "x", "citizen": {"alias": "X"}, "events": rows}
    assert [event.id for event in casefile.read(json.dumps(case)).events] == ["A", "B", "C"]


def test_agreements_and_consents_are_typed():
    followup = {"who": "coordinator", "when": "2024-04-01", "how": "telefon"}
    event = read(
        data={
            "agreements": [{"id": "a1", "text_da": "Ringe", "owner_role": "gp",
                            "due": "2024-03-20", "followup": followup, "needs": ["somatic"]}],
            "consents": [{"to": "gp", "status": "given"}, {"to": "police", "status": "maybe"}],
        }
    ).events[0]  # fmt: skip
    [agreement] = event.agreements
    assert (agreement.owner_role, agreement.due) == ("gp", date(2024, 3, 20))
    assert agreement.followup == "coordinator, 2024-04-01, telefon"
    assert [(said.to, said.status) for said in event.consents] == [("gp", ConsentStatus.GIVEN)]


def test_a_story_is_moved_by_whole_weeks_with_all_its_days():
    case = read(date="2024-03-04T09:15", data={"next_meeting": "2024-04-01", "reason": "2 dage"})
    moved = casefile.ending_on(case, date(2026, 3, 5)).events[0]
    assert moved.when.day == date(2026, 3, 2)
    assert moved.when.day.weekday() == case.events[0].when.day.weekday()
    assert moved.data == {"next_meeting": "2026-03-30", "reason": "2 dage"}


def test_files_that_cannot_be_opened_or_decoded(tmp_path):
    with pytest.raises(casefile.BadCase, match=r"^findes-ikke\.json: Filen kan ikke læses"):
        casefile.read_file(tmp_path / "findes-ikke.json")
    (tmp_path / "latin.json").write_bytes(b'{\n"case_id": "\xe6"}')
    with pytest.raises(casefile.BadCase, match="linje 2: Filen er ikke i UTF-8"):
        casefile.read_file(tmp_path / "latin.json")


@pytest.mark.parametrize("year", ["0001", "1899", "2101", "9999"])
def test_a_year_in_which_no_story_lies_is_told_with_its_line(year):
    bad = refused(a_case(date=f"{year}-02-03"))
    assert f"hændelse A1.date skal ligge mellem 1900 og 2100: {year}" in bad.sentence
    assert "linje 9" in bad.sentence
    due = {"agreements": [{"id": "a", "due": f"{year}-02-03"}]}
    assert "mellem 1900 og 2100" in refused(a_case(data=due)).sentence
    for last in ("1900-01-01", "2100-12-31"):
        assert read(date=last).events[0].when.day == date.fromisoformat(last)


def test_sectors_that_a_file_leaves_out_are_those_of_the_roles():
    left_out = read(involved=["citizen", "gp"], data={"attendees": ["case_worker", "wizard"]})
    assert left_out.events[0].sectors == ("citizen", "muni_social", "primary_care")
    assert read(involved=["gp"], sectors=[]).events[0].sectors == (), "none is told as none"
    assert read(involved=["gp"], sectors=["psychiatry"]).events[0].sectors == ("psychiatry",)
    assert read().events[0].sectors == ()


def test_an_empty_file_is_called_empty():
    assert refused(" \n\n").sentence == "prøve.json, linje 1: Filen er tom."


@pytest.mark.parametrize("sign", ["\\u0000", "\\ud800"])
def test_a_sign_that_no_database_keeps_is_refused_on_its_line(sign):
    [problem] = refused(a_case(text_da="Her står X.").replace("X", sign)).problems
    assert problem.line == 12
    assert problem.sentence == "Feltet 'text_da' har et tegn, der ikke kan gemmes."


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("age", 131, "skal være et helt tal fra 0 til 130."),
        ("max_meeting_size", 3.5, "skal være et helt tal fra 0 til 1000."),
        ("alias", "x" * 61, "må højst være på 60 tegn."),
    ],
)
def test_what_her_columns_cannot_hold_is_said_when_the_file_is_read(field, value, said):
    case = json.loads(a_case())
    case["citizen"][field] = value
    [problem] = refused(json.dumps(case)).problems
    assert problem.sentence == f"citizen.{field} {said}"


def test_a_number_too_long_for_any_machine_is_told_in_danish():
    many = "9" * 5000
    bad = refused(a_case(data={"weeks": 7}).replace("7", many))
    assert [str(one) for one in bad.problems] == ["linje 13: Tallet er for langt."]
    [problem] = refused(a_case(data={"weeks": 100_001})).problems
    assert "på højst 100000" in problem.sentence
