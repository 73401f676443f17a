"""A message as MeMo 1.2 (Digitaliseringsstyrelsen): a head, from and to whom, and one document.

Its length, its label and its text are the same for everybody: what it is about stands behind login.
"""

import base64
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID
from xml.etree import ElementTree as Tree

SPACE = "https://DigitalPost.dk/MeMo-1"
VERSION, SCHEMA = "1.2", "1.2.0"
LABEL_MAX = 255

Tree.register_namespace("memo", SPACE)


@dataclass(frozen=True)
class Sender:
    """The authority that sends, as the citizen reads it."""

    cvr: str
    name: str


@dataclass(frozen=True)
class Memo:
    """What is sent: to one person by CPR number, one short text, and where to go on."""

    id: UUID
    sender: Sender
    cpr: str
    label: str
    text: str
    created_at: datetime
    link: str = ""
    link_label: str = ""


def written(memo: Memo) -> bytes:
    """The message as XML, its parts in the order of the schema."""
    message = Tree.Element(_name("Message"), {"memoVersion": VERSION, "memoSchVersion": SCHEMA})
    _head(_part(message, "MessageHeader"), memo)
    body = _part(message, "MessageBody")
    _part(body, "createdDateTime", _instant(memo.created_at))
    document = _part(body, "MainDocument")
    _file(_part(document, "File"), memo)
    if memo.link:
        action = _part(document, "Action")
        _part(action, "label", memo.link_label)
        _part(action, "actionCode", "SELVBETJENING")
        _part(_part(action, "EntryPoint"), "url", memo.link)
    return Tree.tostring(message, encoding="utf-8", xml_declaration=True)


def _head(head: Tree.Element, memo: Memo) -> None:
    _part(head, "messageType", "DIGITALPOST")
    _part(head, "messageUUID", str(memo.id))
    _part(head, "label", memo.label[:LABEL_MAX])
    _part(head, "reply", "false")
    _part(head, "mandatory", "false")
    _part(head, "legalNotification", "false")
    sender = _part(head, "Sender")
    _part(sender, "senderID", memo.sender.cvr)
    _part(sender, "idType", "CVR")
    _part(sender, "label", memo.sender.name)
    recipient = _part(head, "Recipient")
    _part(recipient, "recipientID", memo.cpr)
    _part(recipient, "idType", "CPR")


def _file(file: Tree.Element, memo: Memo) -> None:
    _part(file, "encodingFormat", "text/plain")
    _part(file, "filename", "besked.txt")
    _part(file, "language", "da")
    _part(file, "content", base64.b64encode(memo.text.encode()).decode())


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _part(parent: Tree.Element, name: str, text: str = "") -> Tree.Element:
    part = Tree.SubElement(parent, _name(name))
    part.text = text or None
    return part


def _name(name: str) -> str:
    return f"{{{SPACE}}}{name}"
