"""What her pages say after a mistake: each form that stood on one is sent empty, and undone."""

import re
from collections.abc import Iterator
from html import unescape

from django.db import transaction
from django.test import Client
from django.urls import resolve

from tests.web.citizen.walk import Walk

FORM = re.compile(r'<form\b([^>]*\bclass="lf-form[^>]*)>(.*?)</form>', re.DOTALL)
NOTHING = {"csrfmiddlewaretoken": "x"}
"""A form of which nothing is filled in; without any field it would not count as sent."""
ACTION = re.compile(r'action="([^"]+)"')


def after_mistakes(walk: Walk, client: Client) -> Iterator[tuple[str, str]]:
    """The name of each page that refused an empty form, and what it said then."""
    sent: set[str] = set()
    session = client.cookies["sessionid"].value
    for name, html in walk.hers().items():
        for head, _inside in FORM.findall(html):
            if 'method="post"' not in head or name not in walk.paths:
                continue
            action = ACTION.search(head)
            path = unescape(action.group(1)) if action else walk.paths[name]
            if path in sent:
                continue
            sent.add(path)
            with transaction.atomic():
                answer = client.post(path, NOTHING)
                transaction.set_rollback(True)
            client.cookies["sessionid"] = session  # some forms end the visit
            if answer.status_code == 422:
                act = resolve(path.partition("?")[0]).url_name
                yield f"{act}, after a mistake", answer.content.decode()
