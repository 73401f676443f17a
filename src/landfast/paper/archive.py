"""The package for an archive: a table a file, an index, checksums, and the whole as PDF/A.

    index.xml         what this is, the tables, their columns, types, keys and numbers of rows
    index.xsd         the schema of the index
    tables/NAME.csv   UTF-8, RFC 4180; a value in quotation marks, nothing at all for no value
    documents/record.pdf   everything once more to be read by people, PDF/A-2b
    sha256sums.txt    a checksum of every other file, as `sha256sum -c` reads it

It is the form that a Danish arkiveringsversion is made from (BEK 128/2020: tables with an index and
checksums), not one itself: that holds a whole system, under a number that Rigsarkivet gives.
"""

import hashlib
import json
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID
from xml.etree import ElementTree

from landfast.keeping.reading import Rows
from landfast.paper import words
from landfast.paper.typeset import typeset

VERSION = "1"
NAMESPACE = "urn:landfast:archive-package:1"
SCHEMA = Path(__file__).with_name("archive.xsd")
SHOWN = frozenset(
    "\n"
    + "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0xAD), *range(0xAE, 0x180)]))
    + "–—‘’“”„•…€"
)
_FIRST = (1980, 1, 1, 0, 0, 0)
"""The same rows give the same bytes: a zip's own times say nothing."""


def package(
    case_id: UUID, organisation: str, made_at: datetime, tables: Sequence[Rows]
) -> tuple[bytes, str]:
    """The package as a zip file, and its checksum."""
    files = {
        "index.xml": _index(case_id, organisation, made_at, tables),
        "index.xsd": SCHEMA.read_bytes(),
        **{f"tables/{one.table}.csv": _csv(one) for one in tables},
        "documents/record.pdf": _readable(case_id, organisation, tables),
    }
    files["sha256sums.txt"] = "".join(
        f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items()
    ).encode()
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, _FIRST), content, zipfile.ZIP_DEFLATED)
    whole = held.getvalue()
    return whole, hashlib.sha256(whole).hexdigest()


def _index(case_id: UUID, organisation: str, made_at: datetime, tables: Sequence[Rows]) -> bytes:
    root = ElementTree.Element("package", {"xmlns": NAMESPACE, "version": VERSION})
    for name, said in (
        ("case", str(case_id)), ("organisation", organisation), ("made", made_at.isoformat()),
        ("system", "Landfast"),
    ):  # fmt: skip
        ElementTree.SubElement(root, name).text = said
    for one in tables:
        facts = {"name": one.table, "key": one.key, "rows": str(len(one.rows)),
                 "file": f"tables/{one.table}.csv"}  # fmt: skip
        table = ElementTree.SubElement(root, "table", facts)
        ElementTree.SubElement(table, "about").text = one.about
        for column in one.columns:
            described = {
                "name": column.name,
                "type": column.type,
                "optional": str(column.optional).lower(),
            }
            if column.refers:
                described["refers"] = column.refers
            ElementTree.SubElement(table, "column", described)
    document = {"file": "documents/record.pdf", "type": "application/pdf", "profile": "PDF/A-2b"}
    ElementTree.SubElement(root, "document", document)
    ElementTree.indent(root)
    return ElementTree.tostring(root, "utf-8", xml_declaration=True)


def _csv(one: Rows) -> bytes:
    lines = [[column.name for column in one.columns], *one.rows]
    return "".join(",".join(map(_cell, line)) + "\r\n" for line in lines).encode()


def _cell(value: Any) -> str:
    return "" if value is None else '"' + _said(value).replace('"', '""') + '"'


def _said(value: Any) -> str:
    match value:
        case bool():
            return str(value).lower()
        case dict() | list():
            return json.dumps(value, ensure_ascii=False, sort_keys=True)
        case date() | datetime():
            return value.isoformat()
        case bytes() | memoryview():
            return bytes(value).hex()
    return str(value)


def _shown(value: Any) -> str:
    """PDF/A wants a letter in the typeface for each sign: others are told by their number.

    Nothing is lost: the tables have them as they were written.
    """
    return "".join(one if one in SHOWN else f"[U+{ord(one):04X}]" for one in _said(value))


def _readable(case_id: UUID, organisation: str, tables: Sequence[Rows]) -> bytes:
    return typeset(
        "record.typ",
        {
            **words.frame("Arkivpakke", _shown(f"{organisation}, {case_id}")),
            "lede": "Alt, der stod i Landfast om dette forløb, tabel for tabel.",
            "chapters": [
                {
                    "title": one.table,
                    "entries": [
                        [{"label": column.name, "words": _shown(value)}
                         for column, value in zip(one.columns, row, strict=True)
                         if value not in (None, "")]
                        for row in one.rows
                    ],
                }
                for one in tables
                if one.rows
            ],
            "without-title": "", "without": [],
        },
        standard="a-2b",
    )  # fmt: skip
