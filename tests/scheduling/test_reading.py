"""A file that cannot be used is answered with a Danish sentence for each thing that is wrong."""

import json

import pytest

from landfast.jobs.cli import run
from landfast.meetings.scheduling import BadProblem, read_plan, read_problem
from landfast.meetings.scheduling.writing import problem_data
from tests.scheduling.small import MONDAY, meeting, person, read, week


def refused(data):
    with pytest.raises(BadProblem) as bad:
        read_problem(data if isinstance(data, str) else json.dumps(data))
    return bad.value.sentences


def test_what_is_written_is_what_was_read():
    data = week(
        meeting(
            may=["bente"], seats=[{"role": "reflektant", "count": 1, "any_of": ["rune"]}],
            stands={"starts": f"{MONDAY}T09:00", "place": "huset", "room": "stuen"},
        )
    )  # fmt: skip
    problem = read(data)
    assert read(problem_data(problem)) == problem


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"planned_on": "i går"}, "planned_on skal være en dato som 2027-03-31."),
        ({"colour": "blue"}, "Filen har et felt, som formatet ikke har: colour."),
        ({"people": {}}, "people skal være en liste."),
        ({"step_minutes": 7}, "step_minutes skal være en af"),
        ({"people": [{"id": "agnes"}]}, "people[0] mangler hours."),
        ({"people": [person("agnes"), person("agnes")]}, "people: agnes står der to gange."),
        ({"meetings": [meeting(must=["ingen"])]}, "jens nævner ingen, som ikke står i people."),
        ({"meetings": [meeting(may=["agnes"])]}, "jens har agnes i must og et sted til."),
        ({"meetings": [meeting(after="jens")]}, "jens kommer efter jens"),
        ({"meetings": [meeting(minutes=0)]}, "meetings[0].minutes skal være mindst 5."),
        ({"meetings": [meeting(places=[])]}, "meetings[0].places må ikke være tom."),
        (
            {"days": {"first": "2027-01-15", "last": "2027-01-11"}},
            "days slutter, før det begynder.",
        ),
        ({"days": {"first": "2027-01-11", "last": "2029-01-11"}}, "days er for lang"),
    ],
)
def test_what_is_wrong_is_said(change, said):
    assert any(said in sentence for sentence in refused({**week(meeting()), **change}))


def test_it_is_not_json():
    assert refused("{") == ["Filen er ikke JSON: linje 1."]
    with pytest.raises(BadProblem):
        read_plan('{"placed": 1}')


def test_the_command_plans_and_checks(tmp_path, capsys):
    problem, plan = tmp_path / "problem.json", tmp_path / "plan.json"
    problem.write_text(json.dumps(week(meeting())))
    assert run(["schedule", str(problem), "--format", "json"]) == 0
    plan.write_text(capsys.readouterr().out)
    assert run(["schedule", "check", str(problem), str(plan)]) == 0
    assert "holder alle faste regler. 1 møder" in capsys.readouterr().out
    assert run(["schedule", str(problem)]) == 0
    assert "1 af 1 møder fik en tid." in capsys.readouterr().out


def test_the_command_says_what_it_cannot_use(tmp_path, capsys):
    problem, missing = tmp_path / "problem.json", tmp_path / "ingen.json"
    problem.write_text(json.dumps(week(meeting(size=9))))
    assert run(["schedule", str(problem), "--format", "json"]) == 1, "not every meeting has a time"
    broken = tmp_path / "plan.json"
    broken.write_text('{"placed": [], "unplaced": []}')
    assert run(["schedule", "check", str(problem), str(broken)]) == 1
    assert "jens står 0 gange" in capsys.readouterr().out
    assert run(["schedule", str(missing)]) == 2
    assert "ingen.json kan ikke åbnes." in capsys.readouterr().err
    problem.write_text("[]")
    assert run(["schedule", "check", str(problem), str(broken)]) == 2
    assert "problem.json: Filen skal være et objekt." in capsys.readouterr().err
