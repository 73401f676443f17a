"""The plan and the meeting speak to the one who reads: the citizen as "du", others of her."""

import re

import pytest
from django.urls import reverse

from landfast.plan.actions import add_step, add_wish
from landfast.programmes.rules import NeedArea
from tests.factories.meetings import prepared_meeting
from tests.factories.network import named_by_citizen
from tests.factories.plan import wished, with_team
from tests.factories.town import as_


@pytest.fixture
def lived(town):
    lived = with_team(town, town.bo)
    wished(lived, "Jeg vil have en altan")
    with as_(town.karen):
        add_wish(
            actor=town.karen, course_id=lived.id, area=NeedArea.ECONOMY, words="Styr på posten"
        )
    return lived


def main(answer):
    assert answer.status_code == 200
    html = answer.content.decode()
    return html[html.index("<main") : html.index("</main>")]


@pytest.mark.parametrize("page", ["plan", "wishes"])
def test_a_professional_reads_of_her_wishes(town, lived, signed_in, page):
    theirs = main(signed_in(town.karen).get(reverse(page, args=[lived.id]))).lower()
    assert "ønske · " in theirs
    assert "mit ønske" not in theirs
    assert "skrevet af jytte" in theirs
    assert "skrevet ned af dig" in theirs


def test_a_citizen_reads_of_her_own(lived, signed_in):
    hers = main(signed_in(lived.citizen).get(reverse("wishes", args=[lived.id]))).lower()
    assert "mit ønske · " in hers
    assert "skrevet af dig" in hers
    assert "skrevet ned af karen koordinator" in hers


def test_what_a_professional_can_press_is_said_of_the_citizen(town, lived, signed_in):
    karen = signed_in(town.karen)
    theirs = main(karen.get(reverse("wishes", args=[lived.id])))
    assert "Gør det til et mål" in theirs
    assert "Et skridt, borgeren gerne vil prøve" in theirs
    hers = main(signed_in(lived.citizen).get(reverse("wishes", args=[lived.id])))
    assert "Gør det til mit mål" in hers
    assert "Et skridt, jeg gerne vil prøve" in hers
    assert "Psykisk helbred" in theirs
    assert "Hvordan jeg har det" in hers
    asked = main(karen.get(reverse("wish_area", args=[lived.id, "housing"])))
    assert re.search(r"Spørg Jytte:\s+Hvordan vil du gerne bo", asked)


def test_steps_of_a_sister_do_not_stand_as_own_steps(town, lived, signed_in):
    sister = named_by_citizen(lived)
    with as_(lived.citizen):
        about = {"actor": lived.citizen, "course_id": lived.id}
        add_step(**about, text="Gå en tur")
        add_step(**about, text="Ringe på søndag", relation_id=sister)
    page = main(signed_in(town.karen).get(reverse("plan", args=[lived.id])))
    assert page.count("Egne skridt") == 1
    own, others = page.index("Egne skridt"), page.index(" vil gerne</p>")
    assert own < page.index("Gå en tur") < others < page.index("Ringe på søndag")


def test_the_questions_of_a_meeting_are_put_to_the_one_who_writes(town, signed_in):
    met = prepared_meeting(town, call=True)
    karen, jytte = signed_in(town.karen), signed_in(met.lived.citizen)
    her_screens = {
        "prepare_meeting": ("my_meeting_themes", "my_meeting_whole"),
        "attend_otherwise": ("attend_otherwise",),
    }
    for name, screens in her_screens.items():
        theirs = main(karen.get(reverse(name, args=[met.course_id, met.id])))
        hers = "".join(
            main(jytte.get(reverse(one, args=[met.course_id, met.id]))) for one in screens
        )
        for to_her, of_her in {
            "prepare_meeting": {
                "Med dine egne ord.": "Med borgerens egne ord.",
                "Hvor vil du sidde?": "Hvor vil borgeren sidde?",
                "Jeg vil helst lytte": "Vil helst lytte",
            },
            "attend_otherwise": {
                "Hvem taler for dig?": "Hvem taler for borgeren?",
                "Ring mig op i stedet": "Borgeren ringes op i stedet",
            },
        }[name].items():
            assert to_her in hers
            assert to_her not in theirs
            assert of_her in theirs
