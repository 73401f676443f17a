"""Tags that make HTML themselves, without a template: no word of anybody's becomes markup."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from django.template import Context

from landfast.kernel import clock
from landfast.plan.queries import StepRow, Who
from landfast.plan.rules.words import StepState
from landfast.web.insight.monday_present import (
    CallLine,
    FirstCall,
    MeetingLine,
    Said,
    WaitingLine,
)
from landfast.web.parts.shapes import (
    Act,
    Cell,
    Choices,
    Clock,
    Fold,
    Link,
    OwnStep,
    Person,
    State,
    Table,
)
from landfast.web.parts.shapes import Promise as Agreed
from landfast.web.plan.present import StepGroup, StepShown
from landfast.web.templatetags import acts, folding, landfast, monday, promises, tables

SIGNS = """<b title='x'>"&"""
SHOWN = "&lt;b title=&#x27;x&#x27;&gt;&quot;&amp;"

PERSON = Person(SIGNS, SIGNS, "12 34 56 78", url=SIGNS)
ACT = Act(SIGNS, SIGNS, "post", ((SIGNS, SIGNS),))
CHOICES = Choices(SIGNS, SIGNS, ((SIGNS, SIGNS),), Link(SIGNS, SIGNS), Link(SIGNS, SIGNS))
STEP = StepRow(
    uuid4(),
    None,
    SIGNS,
    StepState.TRIED,
    SIGNS,
    None,
    Who(uuid4(), SIGNS, "", "", False),
    datetime(2026, 1, 5, tzinfo=UTC),
)
STEPS = StepGroup(SIGNS, (StepShown(STEP, SIGNS, SIGNS),))
PROMISE = Agreed(SIGNS, PERSON, State("kept", SIGNS), SIGNS, url=SIGNS, act=ACT, problem=SIGNS)
TABLE = Table(
    SIGNS, (SIGNS, SIGNS), ((Cell(SIGNS, SIGNS), Cell(state=State("kept", SIGNS), act=ACT)),)
)


def call() -> CallLine:
    """One that was written down just now."""
    return CallLine(SIGNS, SIGNS, SIGNS, PERSON, Said(SIGNS, SIGNS, clock.now()), for_holder=True)


MADE: dict[str, Callable[[Context], str]] = {
    "person_line": lambda _: landfast.person_line(PERSON),
    "person_small": lambda _: landfast.person_small(PERSON),
    "linked": lambda _: landfast.linked(SIGNS, SIGNS),
    "whole_table": lambda it: tables.whole_table(it, TABLE),
    "clock_chip": lambda _: tables.clock_chip(Clock(0, clock.today(), SIGNS)),
    "act_button": lambda it: acts.act_button(it, ACT),
    "act_button, a link": lambda it: acts.act_button(it, Act(SIGNS, SIGNS), "quiet"),
    "choices_form": lambda it: acts.choices_form(it, CHOICES),
    "promise_card": lambda it: promises.promise_card(it, PROMISE),
    "promise_cards": lambda it: promises.promise_cards(it, [PROMISE]),
    "steps_read": lambda _: promises.steps_read([STEPS]),
    "promise_lines": lambda _: promises.promise_lines([PROMISE]),
    "own_step": lambda it: promises.own_step(it, OwnStep(SIGNS, SIGNS, SIGNS, CHOICES, SIGNS)),
    "first_call": lambda it: monday.first_call(
        it, FirstCall(call(), SIGNS, SIGNS, PERSON, 2, ACT, (ACT,), (Link(SIGNS, SIGNS),))
    ),
    "next_call": lambda _: monday.next_call(call()),
    "meeting_card": lambda it: monday.meeting_card(it, MeetingLine(SIGNS, clock.now(), SIGNS, ACT)),
    "waiting_card": lambda it: monday.waiting_card(it, WaitingLine(SIGNS, SIGNS, None, ACT)),
    "fold": lambda _: folding.fold(Fold(SIGNS, SIGNS, SIGNS)),
}


@pytest.fixture
def around(settings: Any) -> Context:
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    return Context({"csrf_token": SIGNS})


@pytest.mark.parametrize("name", MADE)
def test_no_word_becomes_markup(name, around):
    html = MADE[name](around)
    assert SHOWN in html
    assert SIGNS not in html
    assert "<b title" not in html


def test_a_button_that_is_sent_has_the_token_of_its_page(around):
    around["csrf_token"] = "a-token"
    field = '<input type="hidden" name="csrfmiddlewaretoken" value="a-token">'
    first = FirstCall(call(), "/", "", None, 0, None, (ACT,), ())
    for html in (
        acts.act_button(around, ACT),
        acts.choices_form(around, CHOICES),
        monday.first_call(around, first),
    ):
        assert html.count("<form") == html.count(field) == 1
    assert field not in acts.act_button(around, Act("Se", "/"))
