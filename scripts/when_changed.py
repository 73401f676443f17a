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
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SIGN_OF_LIFE = 10.0
WHAT = {
    "packages": "Python packages (some minutes the first time)",
    "landfast": "Landfast itself",
    "npm": "packages for the screens",
    "assets": "styles and scripts",
    "texts": "texts in both languages",
    "collected": "files that the pages fetch",
    "test-packages": "Python packages for the tests",
    "test-provider": "packages for the login tests",
}
AGAIN = "Then give the same command again: what is done is kept."
HELP = {
    "npm": f"""npm could not fetch the packages for the screens. What it said stands above.
- No network, or a slow one: see to it, and try again.
- A word about a certificate (UNABLE_TO_GET_ISSUER_CERT, SELF_SIGNED_CERT): your network opens
  the traffic with a certificate of its own. Ask who runs it for the file, and say
  export NODE_EXTRA_CA_CERTS=/path/to/the/file.pem
- A proxy: export HTTPS_PROXY=http://its.name:port
{AGAIN}""",
    "packages": f"""pip could not fetch the Python packages. What it said stands above.
- No network, or a slow one: see to it, and try again.
- A word about a certificate: export PIP_CERT=/path/to/the/file.pem
- A proxy: export HTTPS_PROXY=http://its.name:port
{AGAIN}""",
}
HELP["test-provider"], HELP["test-packages"] = HELP["npm"], HELP["packages"]
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
    code = run(arguments.name, command)
    if code == 0:
        STAMPS.mkdir(parents=True, exist_ok=True)
        stamp.write_text(digest)
    return code


def run(name: str, command: list[str]) -> int:
    """Run it, say at once what it is, and each ten seconds that it goes on; help where it fails."""
    what, began = WHAT.get(name, name), time.monotonic()
    print(f"Setting up: {what} …", flush=True)
    process = subprocess.Popen(command, cwd=ROOT)
    while True:
        try:
            code = process.wait(SIGN_OF_LIFE)
            break
        except subprocess.TimeoutExpired:
            print(f"  still at it: {what}, {time.monotonic() - began:.0f} s", flush=True)
        except KeyboardInterrupt:
            process.wait()
            raise
    if code and name in HELP:
        print(f"\n{HELP[name]}", file=sys.stderr, flush=True)
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
