"""Own steps are not promises: no guard, count, deadline or figure knows them (domain 0.3)."""

import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "landfast"
STEPS = re.compile(r"OwnStep|own_step|StepState|StepRow|plan_own_step|\.steps\b")
WATCHES = sorted(
    {
        *(SOURCE / "insight").rglob("*.py"),
        *(SOURCE / "course").rglob("*.py"),
        SOURCE / "plan" / "queries" / "agreements.py",
        *(SOURCE / "plan" / "rules" / name for name in ("life.py", "promise.py", "answering.py")),
        SOURCE / "plan" / "rules" / "deadlines.py",
        SOURCE / "plan" / "actions" / "following.py",
        SOURCE / "plan" / "migrations" / "0003_life.py",
        *(SOURCE / "journeys").glob("close*.py"),
        *(SOURCE / "journeys").glob("stop*.py"),
        *(SOURCE / "journeys").glob("pause*.py"),
    }
)


@pytest.mark.parametrize("path", WATCHES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_what_guards_counts_or_reminds_does_not_know_own_steps(path):
    assert STEPS.findall(path.read_text("utf-8")) == []


def test_an_own_step_has_no_date_that_must_be_kept():
    from landfast.plan.models import OwnStep

    names = {field.name for field in OwnStep._meta.get_fields()}
    assert names & {"due_on", "follow_up_on", "accepted_at", "version"} == set()
    assert OwnStep._meta.get_field("remind_on").null, "a reminder only when asked for"
