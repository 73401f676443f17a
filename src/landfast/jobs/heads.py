"""The heads of the sealed look log, kept outside the database: a file a month, a line a seal.

Whoever can change the database cannot make a cut-off end look whole, as long as they cannot change
these files too: `LANDFAST_LOG_HEADS` should be a place that they do not reach. A line is
`number head`; files are only ever appended to.
"""

import os
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings
from django.db import transaction

from landfast.access.sealing import heads_after, seal_looks
from landfast.kernel import postgres
from landfast.kernel.clock import now


def seal() -> int:
    """Seal the log, then write the heads that the files do not have yet; how many seals."""
    with transaction.atomic():
        made = seal_looks()
    keep(settings.LANDFAST_LOG_HEADS)
    return made


def seal_story(*, database: str = "") -> None:
    """Seal at once what a story that was played has written, as the owner of the tables.

    Its rows say the days of the story, and the first seal alone may hold such rows
    (`access/sealed.py`): the half minute that the clock leaves would put the last in the second.
    """
    parts: dict[str, Any] = dict(postgres.connection_parts("owner"))
    with psycopg.connect(**parts | ({"dbname": database} if database else {})) as owner:
        owner.execute("select pg_sleep(0.005)")  # a row of this very millisecond is not sealed
        owner.execute("select access_seal('0')")


def keep(folder: Path) -> None:
    """Append what is missing at the end; also after a time in which the files were not reached."""
    new = heads_after(max(kept(folder), default=0))
    if not new:
        return
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / f"{now():%Y-%m}.txt").open("a", encoding="ascii") as file:
        file.writelines(f"{head.number} {head.head}\n" for head in new)
        file.flush()
        os.fsync(file.fileno())


def kept(folder: Path) -> dict[int, str]:
    """All heads in the files, by the seal's number. The first word about a seal counts."""
    heads: dict[int, str] = {}
    for path in sorted(folder.glob("????-??.txt")):
        for line in path.read_text("ascii").splitlines():
            number, _, head = line.partition(" ")
            if number.isdigit():
                heads.setdefault(int(number), head)
    return heads
