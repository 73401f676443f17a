"""Run the long proofs whole and write their figures, with the date, to docs/proofs.md.

A proof is a test marked `prove`; a figure is what it says with pytest's
`record_property("name", value)`.
"""

import os
import platform
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET  # our own file, written a moment before

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "proofs.md"
HEAD = """# Proofs

What the long proofs found when they were last run whole (`make prove`). `make test`
holds slices of the same proofs. This page is written by `scripts/prove.py`.
"""


def main(arguments: list[str]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        code = subprocess.run(
            [
                *(str(ROOT / ".venv/bin/pytest"), "-m", "prove", "-n", "2"),
                *("-o", "junit_family=xunit1", f"--junit-xml={report}", *arguments),
            ],
            cwd=ROOT,
            check=False,
        ).returncode
        if report.is_file():
            TARGET.parent.mkdir(exist_ok=True)
            TARGET.write_text(page(ET.parse(report)), encoding="utf-8")  # noqa: S314
    return code


def page(report: ET.ElementTree) -> str:
    rows = [row(case) for case in report.iter("testcase")]
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.strip()
    ran = (
        f"Run on {datetime.now(UTC):%Y-%m-%d %H:%M} UTC at commit {commit or 'unknown'}, "
        f"{os.cpu_count()} cores, Python {platform.python_version()}."
    )
    table = ["| proof | held | seconds | figures |", "| --- | --- | ---: | --- |", *sorted(rows)]
    return "\n".join([HEAD, ran, "", *table, ""])


def row(case: ET.Element) -> str:
    bad = any(case.find(kind) is not None for kind in ("failure", "error", "skipped"))
    figures = ", ".join(
        f"{figure.get('name')} {figure.get('value')}" for figure in case.iter("property")
    )
    name = f"{case.get('classname', '')}::{case.get('name', '')}".removeprefix("tests.")
    seconds = float(case.get("time", "0"))
    return f"| {name} | {'**no**' if bad else 'yes'} | {seconds:.1f} | {figures or '–'} |"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
