"""How it went, said in one touch on her page of the promise and on Min plan; who reads it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from landfast.kernel import clock
from landfast.plan import actions
from landfast.plan.rules.words import Went
from tests.factories.plan import accepted, with_team
from tests.factories.town import as_
from tests.web.plan.test_to_whom import main


@pytest.fixture
def lived(town):
    return with_team(town, town.bo)


@pytest.fixture
def due(town, lived):
    agreement = accepted(town, lived, town.bo)
    with clock.at(clock.now() + timedelta(days=14)):
        yield agreement


def page_of(lived, agreement):
    return reverse("agreement", args=[lived.id, agreement])


def test_min_plan_asks_on_the_day_and_says_what_she_has_said(lived, due, signed_in):
    hers = signed_in(lived.citizen)
    html = main(hers.get(reverse("my_plan")))
    url = reverse("say_went", args=[lived.id, due])
    assert html.count(f'action="{url}"') == 1
    assert "Det skete ikke" in html
    back = f"{reverse('my_plan')}?forloeb={lived.id}"
    answer = hers.post(url, {"went": "not", "next": back}, follow=True)
    assert answer.redirect_chain == [(back, 303)]
    html = main(answer)
    assert "Du har sagt: Det skete ikke" in html
    assert url not in html


def test_before_its_day_nothing_is_asked(town, lived, signed_in):
    agreement = accepted(town, lived, town.bo)
    hers = signed_in(lived.citizen)
    url = reverse("say_went", args=[lived.id, agreement])
    assert url not in main(hers.get(reverse("my_plan")))
    assert url not in main(hers.get(page_of(lived, agreement)))
    refused = hers.post(url, {"went": "not", "words": "Ingen kom"})
    assert refused.status_code == 422
    assert "Dagen er ikke kommet endnu" in refused.content.decode()
    assert "Ingen kom" in refused.content.decode()


def test_on_the_page_of_the_promise_words_and_taking_back(lived, due, signed_in):
    hers, url = signed_in(lived.citizen), reverse("say_went", args=[lived.id, due])
    assert "Hvordan gik det for dig?" in main(hers.get(page_of(lived, due)))
    hers.post(url, {"went": "otherwise"})
    hers.post(url, {"went": "otherwise", "words": "Det var Anna, der kom"})
    html = main(hers.get(page_of(lived, due)))
    assert "»Det var Anna, der kom«" in html
    back = reverse("take_back_went", args=[lived.id, due])
    html = main(hers.post(back, follow=True))
    assert "Det var Anna, der kom" not in html
    assert "Hvordan gik det for dig?" in html


def test_the_maker_reads_it_kindly_and_has_no_button(town, lived, due, signed_in):
    with as_(lived.citizen):
        actions.say_went(
            actor=lived.citizen, agreement_id=due, went=Went.NOT, words="Ingen ringede"
        )
    bo = signed_in(town.bo)
    html = main(bo.get(page_of(lived, due)))
    assert "»Ingen ringede«" in html
    assert "Det kan have mange grunde. Dit eget svar er stadig dit." in html
    assert reverse("say_went", args=[lived.id, due]) not in html
    assert "Jytte Jensen har sagt: Det skete ikke" in main(bo.get(reverse("my_agreements")))
    denied = bo.post(reverse("say_went", args=[lived.id, due]), {"went": "happened"})
    assert denied.status_code == 403


def test_beside_her_it_needs_her_word_and_says_who_wrote_it(town, lived, due, signed_in):
    karen, url = signed_in(town.karen), reverse("say_went", args=[lived.id, due])
    refused = karen.post(url, {"went": "not", "words": "Ingen kom"})
    assert refused.status_code == 422
    assert "Sæt kun kryds, når borgeren selv har sagt det" in refused.content.decode()
    assert "Ingen kom" in refused.content.decode()
    karen.post(url, {"went": "not", "words": "Ingen kom", "citizen_said_so": "on"})
    html = main(signed_in(lived.citizen).get(page_of(lived, due)))
    assert "Du har sagt: Det skete ikke" in html
    assert "Skrevet ned af: Karen Koordinator." in html
    assert "Skriv, at I har talt om det" in main(karen.get(page_of(lived, due)))
