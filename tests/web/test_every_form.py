"""Bad input, whatever the form: a Danish sentence, what was typed is kept, nothing half-saved."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from landfast.access.models import Event
from landfast.course.actions import callback
from landfast.course.models import Callback
from landfast.course.rules.words import Outcome, Urgency
from landfast.kernel.clock import today
from landfast.meetings import actions as meetings
from landfast.web.typed import WRITTEN
from tests.factories.courses import started_course
from tests.factories.lived import lived_course
from tests.factories.meetings import held_meeting, prepared_meeting, running_meeting
from tests.factories.plan import proposed as asked_for
from tests.factories.plan import wished
from tests.factories.referrals import assessed, decided, proposed, referred, unasked
from tests.factories.town import as_
from tests.web.circles.pages import FORMS

LONG = "æ" * 25_000
BAD_DAYS = ("2020-02-31", "0001-01-01", "9999-12-31", "i morgen")
CONTROL = re.compile(r'<(?:input|textarea|select)\b[^>]*\bname="([^"]+)"[^>]*>')
FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.DOTALL)
GROUP = re.compile(r'<div\b[^>]*\bdata-draft="([^"]+)"[^>]*>')
TYPED = re.compile(r'<(?:textarea|input type="text")[^>]*\bname="([^"]+)"')
ONE = re.compile(r"<input\b[^>]*>|<textarea\b.*?</textarea>", re.DOTALL)
A_TIME = re.compile(r'type="(?:date|datetime-local|month|time)"')


@dataclass
class Page:
    """A page with a form, and who opens it."""

    who: Any
    url: str


def course_page(name, who="karen"):
    def build(town):
        lived = started_course(town)
        return Page(lived.citizen if who == "citizen" else getattr(town, who),
                    reverse(name, args=[lived.id]))  # fmt: skip

    return build


def lived_page(name, who="karen", more=()):
    def build(town):
        lived = lived_course(town)
        return Page(lived.citizen if who == "citizen" else getattr(town, who),
                    reverse(name, args=[lived.id, *more]))  # fmt: skip

    return build


def plain(name, who):
    return lambda town: Page(getattr(town, who), reverse(name))


def agreement_page(name, who="bo"):
    def build(town):
        lived = lived_course(town)
        made = asked_for(town, lived, town.bo)
        return Page(getattr(town, who), reverse(name, args=[lived.id, made]))

    return build


def wish_page(name, who):
    def build(town):
        lived = started_course(town)
        wish = wished(lived)
        return Page(lived.citizen if who == "citizen" else getattr(town, who),
                    reverse(name, args=[lived.id, wish]))  # fmt: skip

    return build


def meeting_page(name, make, who="karen"):
    def build(town):
        met = make(town)
        who_ = met.lived.citizen if who == "citizen" else getattr(town, who)
        return Page(who_, reverse(name, args=[met.course_id, met.id]))

    return build


def send_back(town):
    course = assessed(town)
    return Page(
        town.dorte, reverse("send_back", args=[course, proposed(town, course, Outcome.OFFERED)])
    )


def call(town):
    with as_(None):
        callback.leave(unit_id=town.coordination, source="x", phone="20304050", area="housing",
                       about_self=True, name="Ole")  # fmt: skip
    with as_(town.karen):
        return Page(town.karen, reverse("called", args=[Callback.objects.get().id]))


def called_meeting(town):
    return prepared_meeting(town, call=True)


def written_up(town):
    met = held_meeting(town)
    with as_(met.karen):
        meetings.make_minutes(actor=met.karen, meeting_id=met.id)
    return met


def listed(build):
    return lambda town: Page(*build(town))


PAGES = {
    **{name: listed(build) for name, build in FORMS.items()},
    "refer": plain("refer", "bo"),
    "ask_citizen": lambda town: Page(town.bo, reverse("ask_citizen", args=[unasked(town).id])),
    "called": call,
    "note_rung": lambda town: Page(
        town.karen, reverse("note_rung", args=[referred(town, urgency=Urgency.TODAY).id])),
    "assess": lambda town: Page(town.karen, reverse("assess", args=[assessed(town)])),
    "propose_decision": lambda town: Page(
        town.karen, reverse("propose_decision", args=[assessed(town), "declined"])),
    "send_back": send_back,
    "reassess": lambda town: Page(
        town.dorte, reverse("reassess", args=[decided(town, Outcome.DECLINED)])),
    **{name: course_page(name) for name in (
        "name_second", "course_profile", "pause_course", "begin_closing", "close_course",
        "move_away", "note_death", "record_observation", "note_statutory_role", "hand_over",
        "propose_agreement", "add_relation", "write_beside",
    )},
    **{name: course_page(name, "citizen") for name in (
        "add_my_person", "add_my_wish", "add_my_step", "write_my_statement", "pause_my_course",
        "propose_agreement",
    )},
    "wish_area": lived_page("wish_area", "citizen", ["housing"]),
    "wish_words": wish_page("wish_words", "citizen"),
    "change_my_wish": wish_page("change_my_wish", "citizen"),
    **{name: agreement_page(name) for name in (
        "accept_agreement", "decline_agreement", "change_proposal",
    )},
    "prepare_meeting": meeting_page("prepare_meeting", called_meeting),
    "my_meeting_whole": meeting_page("my_meeting_whole", called_meeting, "citizen"),
    "my_meeting_themes": meeting_page("my_meeting_themes", called_meeting, "citizen"),
    "today": meeting_page("attend_otherwise", called_meeting, "citizen"),
    "room": meeting_page("hold_meeting", running_meeting),
    "minutes": meeting_page("minutes", written_up),
    "invitations": lambda town: (called_meeting(town), Page(town.bo, reverse("invitations")))[1],
    "lose_coordinator": lambda town: (
        started_course(town),
        Page(town.dorte, reverse("lose_coordinator", args=[town.karen.person_id])))[1],
    "coordinator_courses": lambda town: (
        started_course(town),
        Page(town.dorte, reverse("coordinator_courses", args=[town.karen.person_id])))[1],
    "notices": plain("notices", "bo"),
}  # fmt: skip


def kept_forms(client, page):
    """The forms in which one types: where each is sent, and the names of its fields."""
    answer = client.get(page.url)
    assert answer.status_code == 200, (page.url, answer.status_code)
    for head, body in FORM.findall(answer.content.decode()):
        action = re.search(r'action="([^"]+)"', head)
        url = unescape(action.group(1)) if action else page.url
        for address, inside in [(url, body)] if "data-draft" in head else groups(body):
            yield address, set(CONTROL.findall(inside)) - {"csrfmiddlewaretoken", WRITTEN}, inside


def groups(body):
    """Several forms that are sent as one: the address of each, and its fields."""
    _before, *parts = GROUP.split(body)
    return zip(parts[::2], parts[1::2], strict=True)


def events(actor):
    with as_(actor):
        return Event.objects.count()


def sendings(names, body, others):
    """Missing, too long, past or impossible days, another citizen's ids, and nonsense."""
    hidden = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', body))
    yield {}
    yield {**hidden, **dict.fromkeys(names - hidden.keys(), LONG)}
    # Where all is written in words, each id is only another word.
    asked = names - hidden.keys() - set(TYPED.findall(body))
    for other in (*others, uuid4()) if asked else others[:1]:
        yield {**hidden, **dict.fromkeys(names - hidden.keys(), str(other))}
    yield {**dict.fromkeys(names, "\x00"), **hidden}
    yield dict.fromkeys(names, "-1")
    # Where no day is asked for, each of them is only another word.
    for day in BAD_DAYS if A_TIME.search(body) else BAD_DAYS[:1]:
        yield {**hidden, **dict.fromkeys(names - hidden.keys(), day)}


@pytest.mark.parametrize("name", PAGES)
def test_bad_input_is_answered_by_a_sentence(town, signed_in, name):
    page = PAGES[name](town)
    client = signed_in(page.who)
    found = list(kept_forms(client, page))
    assert found, "no form here keeps what is typed"
    bent = started_course(town, "Bent Berg")
    others = (bent.id, wished(bent), bent.citizen.person_id)
    before = events(page.who)
    for url, names, body in found:
        for sent in sendings(names, body, others):
            answer = client.post(url, sent)
            assert answer.status_code < 500, (url, sent)
            if answer.status_code >= 400:
                said = answer.content.decode()
                assert 'role="alert"' in said or "<h1" in said, (url, sent)
                assert events(page.who) == before, ("half-saved", url, sent)
            else:
                before = events(page.who)


@pytest.mark.parametrize("name", PAGES)
def test_what_is_typed_comes_back_and_can_be_thrown_away(town, signed_in, name):
    page = PAGES[name](town)
    client = signed_in(page.who)
    found = [one for one in kept_forms(client, page) if one[1]]
    assert found, "no form here keeps what is typed"
    for url, names, body in found:
        field, words = kept(names, body)
        client.post(reverse("keep_draft"), {"kladde": url, field: words})
        seen = client.get(page.url).content.decode()
        assert stands(field, words, seen), (url, field, names)
        assert "Smid kladden væk" in seen
        client.post(reverse("forget_draft"), {"kladde": url, "tilbage": page.url})
        again = client.get(page.url).content.decode()
        assert not stands(field, words, again)
        assert "Smid kladden væk" not in again


def kept(names, body):
    """A field and what is kept of it: words; where none are written, a choice or a day."""
    if written := TYPED.findall(body):
        return written[0], "Ord til en kladde"
    field = min(names)
    controls = [part for part in ONE.findall(body) if f'name="{field}"' in part]
    if "radio" not in controls[0]:
        return field, today().isoformat()
    free = next(part for part in controls if " checked" not in part)
    return field, re.search(r'\bvalue="([^"]+)"', free).group(1)


def stands(field, words, html):
    """Written in the field, or chosen there."""
    controls = [part for part in ONE.findall(html) if f'name="{field}"' in part]
    chosen = [part for part in controls if 'type="radio"' not in part or " checked" in part]
    return any(words in part for part in chosen)


TWICE = {
    "begin_closing": {"reason": "Det går godt nu"},
    "note_death": {"died_on": today},
    "reassess": {"reason": "Der er kommet en ny læge"},
    "decline_agreement": {"reason": "Jeg holder ferie", "version": "1"},
    "ask_citizen": {"answer": "yes"},
    "send_back": {"because": "Se på punkt to"},
}


@pytest.mark.parametrize("name", TWICE)
def test_sent_twice_or_from_a_stale_page_is_told_and_done_once(town, signed_in, name):
    page = PAGES[name](town)
    client = signed_in(page.who)
    sent = {field: str(it()) if callable(it) else it for field, it in TWICE[name].items()}
    first = client.post(page.url, sent)
    assert first.status_code in (302, 303), first.content.decode()[-3000:]
    done = events(page.who)
    again = client.post(page.url, sent)
    assert 400 <= again.status_code < 500
    assert "<h1" in again.content.decode()
    assert events(page.who) == done


DATED = {
    "note_death": ("died_on", {}),
    "pause_course": ("review_on", {"ground": "asked", "way_back": "Ring"}),
    "record_observation": ("happened_on", {
        "kind": "admission", "precision": "exact", "words": "Indlagt", "roles": ["ward_staff"],
        "source": "Søsteren",
    }),
}  # fmt: skip
"""Forms that hold but for the day."""


@pytest.mark.parametrize("day", ["0001-01-01", "1850-06-30", "9999-12-31"])
@pytest.mark.parametrize("name", DATED)
def test_a_year_that_cannot_be_is_told_at_its_field(town, signed_in, name, day):
    page, (field, others) = PAGES[name](town), DATED[name]
    client, before = signed_in(page.who), events(page.who)
    answer = client.post(page.url, {**others, field: day})
    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in answer.content.decode()
    assert events(page.who) == before
