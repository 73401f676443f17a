"""Every address is guarded: public ones are named here, the others ask for a login."""

import inspect
import re
from uuid import uuid4

import pytest
from django.urls import get_resolver, reverse

from landfast.web.doors import is_public

PUBLIC = {
    *("sign_in", "sign_out", "be_persona", "language", "alive", "parts", "statement"),
    *("callback", "callback_receipt", "forgotten", "new_password", "offers"),
    *("second_step", "passkey_question", "passkey_shown", "use_invitation", "come_in"),
    *("outside_answer", "outside_code"),
    *("workshop_door", "workshop_board", "workshop_mark", "workshop_say"),
    *("provider_start", "provider_answer", "provider_logout"),
    *("app_manifest", "worker", "offline", "copy_holds", "opened_card", "vanish", "aside"),
    *("machine_lookup", "machine_description"),
    *("answer_by_link", "propose_by_link", "pulse_by_link", "calendar_feed"),
}


def addresses(patterns=None, prefix=""):
    for pattern in patterns if patterns is not None else get_resolver().url_patterns:
        path = prefix + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from addresses(pattern.url_patterns, path)
        else:
            yield path, pattern


ALL = list(addresses())


def test_public_pages_are_the_ones_we_know():
    assert {p.name for _, p in ALL if is_public(p.callback)} <= PUBLIC


def somewhere(path):
    """An address of this form that leads to nobody."""
    url = "/" + path
    for part in ("<uuid:", "<int:", "<str:", "<slug:"):
        while part in url:
            start = url.index(part)
            end = url.index(">", start) + 1
            url = url[:start] + (str(uuid4()) if part == "<uuid:" else "1") + url[end:]
    return url


@pytest.mark.django_db
def test_a_stranger_is_sent_to_the_door(client):
    guarded = [somewhere(path) for path, pattern in ALL if not is_public(pattern.callback)]
    assert len(guarded) > 300
    told = []
    for url in guarded:
        for response in (client.get(url), client.post(url)):
            where = response.headers.get("Location", "")
            if response.status_code != 302 or not where.startswith("/log-ind/"):
                told.append((url, response.request["REQUEST_METHOD"], response.status_code))
    assert told == []


STEPS_UP = [(path, p) for path, p in ALL if hasattr(p.callback, "steps_back_to")]


def test_some_acts_ask_again_who_one_is():
    assert len(STEPS_UP) > 20


@pytest.mark.parametrize(
    ("path", "pattern"), STEPS_UP, ids=lambda value: getattr(value, "name", "")
)
def test_a_form_that_was_sent_too_late_leads_back_to_a_page(path, pattern):
    back, of = pattern.callback.steps_back_to
    about = {part.split(":")[1].split(">")[0] for part in path.split("<")[1:]}
    assert reverse(back, kwargs={name: uuid4() for name in of & about}).startswith("/")


OFFERED = {p.callback.offers for _, p in ALL if hasattr(p.callback, "offers")}
GATE = re.compile(r"\b((?:require|locked)\w*)\(\s*actor\b")


def gates(act):
    """What an act asks in its own text, in that order."""
    return GATE.findall(inspect.getsource(inspect.unwrap(act)))


def test_no_page_is_for_every_employee_when_its_act_asks_more():
    """`@offers` asks the first gate of an act: the narrow one stands there."""
    wide = {act.__name__: gates(act)[1:] for act in OFFERED if gates(act)[:1] == ["require_staff"]}
    assert wide == {"copy_file": []}
