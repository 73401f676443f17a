"""Compare the locks with pyproject.toml and package.json, without the network.

Every name that is asked for must be pinned with a hash, at a version that is allowed;
no lock may hold a download address; the locks must agree with each other.
"""

import json
import re
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
NPM = ("frontend", "tests/login/provider")
PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)


def main() -> int:
    problems = [*python_problems(), *(p for folder in NPM for p in npm_problems(folder))]
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        print("Run scripts/lock.sh (Python) or npm install (in its folder).", file=sys.stderr)
    return 1 if problems else 0


def python_problems() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    run = project["project"]["dependencies"]
    groups = project["dependency-groups"]
    wanted = {
        "run": run,
        "build": [*run, *groups["build"]],
        "test": [*run, *groups["build"], *groups["test"]],
    }
    locks = {name: read(name) for name in wanted}
    problems = []
    for name, asked in wanted.items():
        problems += missing(name, locks[name], asked)
        for package, version in locks["run"].items():
            if locks[name].get(package) != version:
                problems.append(f"requirements/{name}.txt: {package} differs from run.txt")
    return problems


def read(name: str) -> dict[str, str]:
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    return {canonicalize_name(package): version for package, version in PIN.findall(text)}


def missing(name: str, pins: dict[str, str], asked: list[str]) -> list[str]:
    file = f"requirements/{name}.txt"
    text = (ROOT / file).read_text("utf-8")
    problems = [f"{file}: holds an address"] if "://" in text else []
    for line in asked:
        requirement = Requirement(line)
        version = pins.get(canonicalize_name(requirement.name))
        if version is None:
            problems.append(f"{file}: {requirement.name} is not pinned")
        elif Version(version) not in requirement.specifier:
            problems.append(f"{file}: {requirement.name} {version} is not {requirement.specifier}")
    blocks = re.split(r"\n(?=[A-Za-z0-9])", text)
    problems += [
        f"{file}: {block.split('==')[0]} has no hash"
        for block in blocks
        if PIN.match(block) and "--hash=sha256:" not in block
    ]
    return problems


def npm_problems(folder: str) -> list[str]:
    lock = json.loads((ROOT / folder / "package-lock.json").read_text("utf-8"))
    asked = json.loads((ROOT / folder / "package.json").read_text("utf-8"))
    root, file = lock["packages"][""], f"{folder}/package-lock.json"
    problems = []
    for kind in ("dependencies", "devDependencies"):
        if root.get(kind, {}) != asked.get(kind, {}):
            problems.append(f"{file}: {kind} differ from package.json")
    for path, package in lock["packages"].items():
        if "resolved" in package:
            problems.append(f"{file}: {path} holds an address")
        if path and "integrity" not in package:
            problems.append(f"{file}: {path} has no hash")
    return problems


if __name__ == "__main__":
    sys.exit(main())
