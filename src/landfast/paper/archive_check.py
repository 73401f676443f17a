"""Is a package for an archive whole? Read again from its bytes alone, with nothing of Landfast.

Only the standard library, so that an archive can run this file by itself.
"""

import csv
import hashlib
import io
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

NAMESPACE = "{urn:landfast:archive-package:1}"
SUMS = "sha256sums.txt"
HEADER, LISTED, END = 30, 46, 22
"""Bytes of what stands before a file, of its line in the list, and after the list (APPNOTE 4.3)."""
Table = tuple[ElementTree.Element, list[str], list[list[str]]]


def check(path: Path) -> list[str]:
    """Everything that is wrong with the package, in Danish; empty when it is whole."""
    try:
        with zipfile.ZipFile(path) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
            is_exact = _is_exact(archive, path.read_bytes())
    except (OSError, zipfile.BadZipFile):
        return ["Filen kan ikke åbnes som en pakke."]
    if not is_exact:
        return ["Filen har noget, der ikke hører til pakken."]
    if missing := {"index.xml", SUMS} - set(files):
        return [f"{name} mangler." for name in sorted(missing)]
    return [*_sums(files), *_index(files)]


def _is_exact(archive: zipfile.ZipFile, whole: bytes) -> bool:
    """Does one file begin where another ends, with not a byte before, between or after?

    A zip is read from its end, so that a reader passes over what stands outside its entries.
    """
    at = 0
    for one in sorted(archive.infolist(), key=lambda entry: entry.header_offset):
        if one.header_offset != at:
            return False
        at += HEADER + len(one.filename.encode()) + one.compress_size
    if at != archive.start_dir or archive.comment:
        return False
    listed = sum(LISTED + len(one.filename.encode()) for one in archive.infolist())
    return len(whole) == at + listed + END


def _sums(files: dict[str, bytes]) -> Iterator[str]:
    lines = (line.partition("  ") for line in files[SUMS].decode().splitlines())
    told = {name: checksum for checksum, _, name in lines if name}
    for name in sorted(set(told) - set(files)):
        yield f"{name} mangler."
    for name in sorted(set(files) - set(told) - {SUMS}):
        yield f"{name} står ikke på listen over kontrolsummer."
    for name in sorted(set(files) & set(told)):
        if hashlib.sha256(files[name]).hexdigest() != told[name]:
            yield f"{name} er ikke, som den blev pakket."


def _index(files: dict[str, bytes]) -> Iterator[str]:
    try:
        root = ElementTree.fromstring(files["index.xml"])  # noqa: S314 - its checksum was asked
    except ElementTree.ParseError:
        yield "index.xml kan ikke læses."
        return
    tables: dict[str, Table] = {}
    for one in root.iter(f"{NAMESPACE}table"):
        name, file = one.get("name", ""), one.get("file", "")
        if file not in files:
            yield f"{file} mangler."
            continue
        head, *rows = csv.reader(io.StringIO(files[file].decode(), newline=""))
        wrong = list(_rows(name, (one, head, rows)))
        yield from wrong
        if not wrong:
            tables[name] = (one, head, rows)
    for name, table in tables.items():
        yield from _links(name, table, tables)
    for one in root.iter(f"{NAMESPACE}document"):
        if not files.get(one.get("file", ""), b"").startswith(b"%PDF-"):
            yield f"{one.get('file')} er ikke et dokument."


def _rows(name: str, table: Table) -> Iterator[str]:
    one, head, rows = table
    columns = list(one.iter(f"{NAMESPACE}column"))
    if head != [column.get("name") for column in columns]:
        yield f"{name} har andre kolonner, end indekset siger."
        return
    if len(rows) != int(one.get("rows", "-1")):
        yield f"{name} har {len(rows)} rækker, indekset siger {one.get('rows')}."
    if any(len(row) != len(head) for row in rows):
        yield f"{name} har rækker med et andet antal felter."


def _links(name: str, table: Table, tables: dict[str, Table]) -> Iterator[str]:
    one, head, rows = table
    for column in one.iter(f"{NAMESPACE}column"):
        to = tables.get(column.get("refers", ""))
        if to is None or column.get("name") not in head:
            continue
        key = to[1].index(to[0].get("key", ""))
        known = {row[key] for row in to[2]}
        at = head.index(column.get("name", ""))
        if {row[at] for row in rows if row[at]} - known:
            yield f"{name}.{column.get('name')} viser til noget, der ikke er i pakken."


if __name__ == "__main__":
    wrong = check(Path(sys.argv[1]))
    sys.stdout.write("\n".join(wrong or ["Pakken er hel."]) + "\n")
    sys.exit(bool(wrong))
