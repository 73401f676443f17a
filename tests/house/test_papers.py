"""What the papers say once: decisions have a number each, a row of the roadmap stands once."""

import tomllib
from collections import Counter
from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_each_decision_has_a_number_of_its_own():
    numbers = Counter(path.name[:4] for path in (DOCS / "decisions").glob("*.md"))
    assert [number for number, count in numbers.items() if count > 1] == []


def test_no_row_of_the_roadmap_stands_twice():
    lines = (DOCS / "roadmap.md").read_text("utf-8").splitlines()
    rows = Counter(line.split("|")[1].strip()[:60] for line in lines if line.startswith("| "))
    assert [row for row, count in rows.items() if count > 1] == []


def test_every_package_of_the_house_stands_on_the_map():
    contracts = tomllib.loads((DOCS.parent / "pyproject.toml").read_text("utf-8"))
    layers = contracts["tool"]["importlinter"]["contracts"][0]["layers"]
    built = [name.strip() for layer in layers for name in layer.split("|") if "(" not in name]
    on_the_map = (DOCS / "map.md").read_text("utf-8")
    assert [name for name in built if f"`{name}`" not in on_the_map] == []
