"""The bench runs, tiny, and prints what it promises. No figure is judged here: machines differ."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RATIOS = {
    "log_queries",
    "log_page",
    "page_to_sql",
    "page_to_data",
    "page_to_empty",
    "rls_queries",
    "rls_page",
    "rls_page_cpu",
    "policy_queries",
    "policy_page",
    "page_to_empty_cpu",
}


def test_the_citizens_plan_is_measured_and_each_ratio_stands_beside_its_target(
    database_template,
):  # fmt: skip
    told = {"BENCH": "my_plan", "SCALE": "40", "BENCH_TINY": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "bench"], cwd=ROOT, check=False, capture_output=True, text=True,
        timeout=400, env={**os.environ, **told, "BENCH_TEMPLATE": database_template},
    )  # fmt: skip

    assert done.returncode == 0, done.stderr[-2000:]
    found = json.loads(done.stdout)
    figures = found["scales"]["40"]["my_plan"]
    assert set(figures["queries"]) == {"session", "actor", "log", "transaction", "page"}
    assert set(figures["ratios"]) >= RATIOS
    assert figures["relies_on_policies"] == []
    assert all(times["per_second"] > 0 for times in figures["clients"].values())
    assert {row["what"] for row in found["targets"]} >= {"page to bare SQL", "queries of the page"}
    assert all(isinstance(row["reached"], bool) for row in found["targets"])
    assert all(row["processor"] > 0 for row in found["targets"])


def test_an_unknown_name_or_scale_is_refused_with_a_sentence():
    for changed in ({"BENCH": "nothing"}, {"SCALE": "huge"}):
        done = subprocess.run(
            [sys.executable, "-m", "bench"], cwd=ROOT, check=False, capture_output=True, text=True,
            timeout=60, env={**os.environ, "BENCH_TINY": "1", **changed},
        )  # fmt: skip

        assert done.returncode != 0
        assert done.stderr.startswith("bench: ")
        assert "Traceback" not in done.stderr
