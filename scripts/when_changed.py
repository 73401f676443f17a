"""Run a command only when its inputs have changed since it last ended well.

    when_changed.py NAME [--makes PATH]... INPUT... -- COMMAND...

Inputs are files and folders (node_modules and hidden files left out); their contents
count, not their dates, so a fresh checkout or a touched file rebuilds nothing. The
command runs as well when something it makes is missing.
"""

import argparse
import hashlib
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STAMPS = ROOT / ".venv" / "stamps"  # gone with the environment they speak of


def main() -> int:
    own, command = split(sys.argv[1:])
    parser = argparse.ArgumentParser()
    parser.add_argument("name")
    parser.add_argument("--makes", action="append", default=[])
    parser.add_argument("inputs", nargs="*")
    arguments = parser.parse_intermixed_args(own)
    stamp = STAMPS / arguments.name
    digest = fingerprint([ROOT / name for name in arguments.inputs], command)
    made = all((ROOT / path).exists() for path in arguments.makes)
    if made and stamp.is_file() and stamp.read_text() == digest:
        return 0
    stamp.unlink(missing_ok=True)
    print(f"Setting up: {arguments.name} …", flush=True)
    code = subprocess.run(command, cwd=ROOT, check=False).returncode
    if code == 0:
        STAMPS.mkdir(parents=True, exist_ok=True)
        stamp.write_text(digest)
    return code


def split(words: list[str]) -> tuple[list[str], list[str]]:
    at = words.index("--")
    return words[:at], words[at + 1 :]


def fingerprint(inputs: list[Path], command: list[str]) -> str:
    found = hashlib.sha256("\0".join(command).encode())
    for path in sorted(file for given in inputs for file in files(given)):
        found.update(f"{path.relative_to(ROOT)}\0".encode())
        found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


def files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return [
        inside
        for inside in path.rglob("*")
        if inside.is_file()
        and not any(
            part == "node_modules" or part.startswith((".", "__pycache__"))
            for part in inside.relative_to(path).parts
        )
    ]


if __name__ == "__main__":
    sys.exit(main())
