"""Every address and form, with the right ids, by who has no ground: nothing is told or done."""

from random import Random

import pytest
from django.test import Client
from django.urls import reverse

from landfast.access.models import Event
from landfast.course import models
from landfast.kernel.ids import new_id
from landfast.plan import models as plan
from tests.adversary.world import HERS, OUTSIDE, WORDS, addresses, filled, told
from tests.factories.town import as_
from tests.web.conftest import enter

ALL = addresses()
WITH_IDS = [(path, pattern) for path, pattern in ALL if "_id>" in path]
OPEN = {
    "provider_logout", "callback", "answer_by_link", "propose_by_link", "pulse_by_link",
    "outside_code", "outside_answer", "workshop_door", "workshop_mark", "workshop_say",
    "machine_lookup",
}  # fmt: skip
"""A provider's signed token stands in place of ours; a stranger has no rights to borrow, and a link
in a mail is known to its receiver alone, as a group's address to those who said its code; a system
shows a key, and has no cookie."""


def guesses(world, who, client, pairs, dice):
    """Ask for each address, and send its form; what was told."""
    leaks, answered = [], 0
    for path, pattern in pairs:
        url = filled(path, world, dice.choice)
        for answer in (client.get(url), client.post(url, {"course_id": str(world.lived.id)})):
            answered += 1
            assert answer.status_code < 500, (who, url)
            leaks += [(who, pattern.name, one) for one in told(answer, HERS)]
    return leaks, answered


def test_guessed_ids_tell_nothing(world):
    """A slice: each kind of outsider tries some of the addresses."""
    dice = Random(7)
    for who, client in world.outsiders.items():
        leaks, _ = guesses(world, who, client, dice.sample(WITH_IDS, 8), dice)
        assert leaks == []


@pytest.mark.prove
@pytest.mark.parametrize("who", ["stranger", "citizen", *OUTSIDE])
def test_every_address_with_every_id_tells_nothing(world, who, record_property):
    dice = Random(who)
    client, asked = world.outsiders[who], 0
    for _ in range(3):
        leaks, answered = guesses(world, who, client, WITH_IDS, dice)
        asked += answered
        assert leaks == []
    record_property("requests", asked)


def test_who_sees_the_frame_reads_no_word(world):
    leaks = []
    for path, pattern in WITH_IDS:
        if "course_id" not in path:
            continue
        answer = world.insiders["lars"].get(filled(path, world, Random(1).choice))
        leaks += [(pattern.name, one) for one in told(answer, WORDS)]
    assert leaks == []


def test_outsiders_change_nothing(world):
    with as_(world.lived.citizen):
        before = Event.objects.filter(scope_id=world.lived.id).count()
        wishes = list(plan.Wish.objects.order_by("id").values())
    dice = Random(3)
    for client in world.outsiders.values():
        for path, _ in dice.sample([pair for pair in WITH_IDS if "course_id" in pair[0]], 8):
            client.post(
                filled(path, world, dice.choice), {"reason": "x", "text": "x", "answer": "yes"}
            )
    with as_(world.lived.citizen):
        assert Event.objects.filter(scope_id=world.lived.id).count() == before
        assert list(plan.Wish.objects.order_by("id").values()) == wishes


def test_fields_that_no_form_has_change_nothing(world):
    """Mass assignment: columns that nobody asked about are sent along."""
    other = str(world.town.peter.person_id)
    mine = {
        "name": "Vera Venter", "phone": "22 33 44 66", "cpr": "", "seen": "Posten hober sig op",
        "needs": ["economy"], "says": "yes", "says_words": "", "who_asks": "",
        "urgency": "this_week", "key": str(new_id()), "unit": str(world.town.coordination),
    }  # fmt: skip
    extra = {
        "state": "answered", "referred_by": other, "referred_by_id": other, "taken_by": other,
        "course": str(world.lived.id), "course_id": str(world.lived.id), "by_citizen": "on",
        "answer_by": "2099-01-01", "created_at": "2001-01-01", "died_on": "2001-01-01",
        "actor": other, "role": "coordinator", "level": "write", "topic": "whole",
    }  # fmt: skip
    answer = world.insiders["bo"].post(reverse("refer"), {**mine, **extra})
    assert answer.status_code == 302
    with as_(world.town.bo):
        row = models.Referral.objects.get(citizen_name="Vera Venter")
        assert (row.state, row.referred_by_id) == ("new", world.town.bo.person_id)
        assert (row.course_id, row.taken_by_id, row.by_citizen) == (None, None, False)
        assert row.answer_by.year < 2099
        assert row.created_at.year > 2001


def test_no_form_is_taken_from_another_site(world):
    """Every address that changes something refuses a form without our token."""
    client = Client(enforce_csrf_checks=True)
    client.cookies = enter(world.town.mads).cookies
    taken = []
    for path, pattern in ALL:
        url = filled(path, world, Random(1).choice)
        answer = client.post(url, headers={"origin": "https://ond.example"})
        if answer.status_code != 403:
            taken.append(pattern.name)
    assert set(taken) <= OPEN, taken
