"""The parts: each shows what its contract says, and meets no undefined name."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django import forms
from django.conf import settings as django_settings
from django.http import Http404
from django.template.loader import render_to_string
from django.test import RequestFactory, override_settings

from landfast.kernel import clock
from landfast.web import pages
from landfast.web.parts import examples, shapes, views
from landfast.web.templatetags import landfast as filters

PARTS = Path(views.__file__).parent.parent / "templates" / "parts"
NOON = datetime(2026, 11, 25, 11, tzinfo=UTC)  # a Wednesday; noon in Denmark
TODAY = date(2026, 11, 25)


class Undefined(str):
    """What a template shows for an undefined name: an error."""

    __slots__ = ()

    def __contains__(self, item: object) -> bool:
        return item == "%s"

    def __mod__(self, name: object) -> str:
        raise AssertionError(f"undefined in a template: {name}")


def strict_templates() -> list[dict[str, Any]]:
    """The project's templates, with undefined names as errors."""
    [engine] = django_settings.TEMPLATES
    return [engine | {"OPTIONS": engine["OPTIONS"] | {"string_if_invalid": Undefined("%s")}}]


@pytest.fixture(autouse=True)
def _strict(settings: Any) -> Any:
    settings.TEMPLATES = strict_templates()
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    with clock.at(NOON):
        yield


def shown(part: str, **context: Any) -> str:
    """The part as HTML, with white space evened out."""
    request = RequestFactory().get("/")
    html = render_to_string(f"parts/{part}.html", context, request)
    return re.sub(r"\s+", " ", html)


def text(html: str) -> str:
    """What is read aloud: the HTML without its tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).strip()


def test_person_line_has_a_number_to_touch() -> None:
    html = shown("person_line", person=examples.KARIM)
    assert 'href="tel:23456789"' in html
    assert text(html) == "KA Karim Aziz Bostøtte i Nordbyen Ring til Karim Aziz: 23 45 67 89"


def test_only_the_coordinator_has_the_arc() -> None:
    assert "lf-arc" in shown("person_line", person=examples.METTE)
    assert "lf-arc" not in shown("person_line", person=examples.KARIM)


@pytest.mark.parametrize("promise", examples.promises(TODAY), ids=lambda one: one.state.kind)
def test_promise_card_says_state_in_words_beside_its_shape(promise: shapes.Promise) -> None:
    html = shown("promise_card", promise=promise)
    assert promise.what in html
    assert promise.state.word in text(html)
    assert f"#state-{promise.state.kind}" in html
    assert ("Senest" in html) is (promise.due is not None)


def test_promise_card_says_the_date_near_and_in_full() -> None:
    promise = replace(examples.promises(TODAY)[0], due=TODAY + timedelta(1))
    said = text(shown("promise_card", promise=promise))
    assert "Senest i morgen torsdag 26. november 2026" in said


def test_course_ribbon_marks_where_we_are() -> None:
    html = shown("course_ribbon", ribbon=examples.ribbons(TODAY)[0])
    assert html.count('aria-current="step"') == 1
    assert "Vi gør det sammen Her er vi" in text(html)
    assert "for tre uger siden" in html


def test_who_can_read_names_readers_or_says_nobody() -> None:
    named = text(shown("who_can_read", readers=examples.readers()))
    assert "Mette Holm (din koordinator) og Karim Aziz (bostøtte)" in named
    assert "Kun du kan læse det." in shown("who_can_read", readers=shapes.Readers())


def test_findings_fold_beyond_five() -> None:
    html = shown("findings", findings=examples.findings())
    before, after = html.split('<details class="lf-more"')
    assert before.count("<article") == 5
    assert after.count("<article") == 1
    assert "Hvorfor ser jeg det her?" in before


def test_a_post_act_is_a_form_with_a_token() -> None:
    act = shapes.Act("Sig ja til aftalen", "/ja", "post", (("version", "3"),))
    html = shown("act", act=act)
    assert "csrfmiddlewaretoken" in html
    assert '<input type="hidden" name="version" value="3">' in html


def test_next_step_is_the_bridge() -> None:
    html = shown("next_step", step=examples.next_step(TODAY))
    assert html.count("lf-bridge") == 1
    assert "i morgen kl. 10" in html


def test_turn_says_who_answers_next() -> None:
    said = text(shown("turn", turn=examples.turn()))
    assert said.index("Karim Aziz") < said.index("Jonas svarer Karim") < said.index("Lone Bæk")


def test_people_by_sphere_says_so_when_a_ring_is_empty() -> None:
    said = text(shown("people_by_sphere", spheres=examples.spheres()))
    assert said.endswith("Længere væk Ingen her endnu.")


@pytest.mark.parametrize(
    ("days", "said", "kind"),
    [
        (8, "8 hverdage tilbage", "open"),
        (1, "1 hverdag tilbage", "due"),
        (0, "fristen er i dag", "due"),
        (-3, "3 hverdage over fristen", "broken"),
    ],
)
def test_clock_chip_counts_business_days(days: int, said: str, kind: str) -> None:
    html = shown("clock_chip", clock=shapes.Clock(days, TODAY))
    assert said in text(html)
    assert f"lf-chip-{kind}" in html


def test_table_names_each_cell_for_narrow_screens() -> None:
    html = shown("table", table=examples.table(TODAY))
    assert html.count('data-title="Næste møde"') == 3
    assert html.count('scope="row"') == 3


def test_an_empty_table_says_so() -> None:
    assert "Der er ikke noget at vise" in shown("table", table=shapes.Table("Møder", ("Møde",)))


def test_form_errors_lead_to_their_fields() -> None:
    form = examples.wrong_form()
    page = shown("form_errors", form=form) + "".join(shown("field", field=one) for one in form)
    targets = re.findall(r'href="#([^"]+)"', page)
    assert len(targets) == 4
    assert all(f'id="{target}"' in page for target in targets)


def test_a_field_is_described_by_its_hint_and_error() -> None:
    html = shown("field", field=examples.wrong_form()["what"])
    assert 'aria-describedby="id_fejl-what_helptext id_fejl-what_error"' in html
    assert 'aria-invalid="true"' in html


@pytest.mark.parametrize("name", list(examples.SampleForm.base_fields))
def test_each_kind_of_field_has_a_label_and_no_class_of_its_own(name: str) -> None:
    html = shown("field", field=examples.SampleForm()[name])
    ids = re.findall(r'<(?:input|select|textarea)[^>]* id="([^"]+)"', html)
    assert ids
    assert all(f'for="{one}"' in html for one in ids)


def test_a_date_is_asked_for_with_the_browsers_own_calendar() -> None:
    form = examples.SampleForm({"due": "2026-11-26"})
    html = shown("field", field=form["due"])
    assert 'type="date"' in html
    assert html.count("type=") == 1
    assert 'value="2026-11-26"' in html


def test_readers_stand_under_the_field() -> None:
    html = shown("field", field=examples.SampleForm()["why"], readers=examples.readers())
    assert html.index("</textarea>") < html.index("Kan læses af")


@pytest.mark.parametrize("side", ["borger", "arbejde"])
@override_settings(DEBUG=True)
def test_gallery_shows_every_part_without_inline_style_or_script(side: str) -> None:
    html = views.gallery(RequestFactory().get("/parts/", {"side": side})).content.decode()
    assert "Mette Holm" in html
    assert not re.search(r"\sstyle=|\son\w+=|<script(?! src=)|<style", html)


@override_settings(DEBUG=False, DEMO=False)
def test_gallery_is_closed_in_production() -> None:
    with pytest.raises(Http404):
        views.gallery(RequestFactory().get("/parts/"))


@pytest.mark.parametrize("status", [403, 404, 409, 422, 429, 500])
def test_a_refusal_says_what_to_do_and_leads_on(status: int) -> None:
    request = RequestFactory().get("/")
    response = pages.page(request, "refusal.html", {"status": status}, status=status)
    html = response.content.decode()
    assert response.status_code == status
    assert '<a class="button button-primary" href="/">' in html
    assert re.search(r'<p class="lf-lede">[^<]{30,}</p>', html)


def test_every_part_says_what_it_is_given() -> None:
    silent = [part.name for part in PARTS.glob("*.html") if "{% comment %}" not in part.read_text()]
    assert silent == []


def test_page_varies_with_htmx_and_the_server_picks_the_partial() -> None:
    ask = RequestFactory()
    assert "HX-Request" in pages.page(ask.get("/"), "refusal.html", {"status": 404})["Vary"]
    assert pages.wants_partial(ask.get("/", headers={"HX-Request": "true"}))
    assert not pages.wants_partial(ask.get("/"))
    restored = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert not pages.wants_partial(ask.get("/", headers=restored))


def test_filters_say_danish_time() -> None:
    assert filters.near(datetime(2026, 11, 26, 9, tzinfo=UTC)) == "i morgen kl. 10"
    assert filters.near(datetime(2026, 11, 25, 23, 30, tzinfo=UTC)) == "i morgen kl. 0.30"
    assert filters.day(TODAY) == "onsdag 25. november 2026"
    assert filters.iso(TODAY) == "2026-11-25"
    assert filters.dial("12 34 56 78") == "12345678"
    assert filters.near(None) == ""


PALETTE = Path(__file__).parents[2] / "frontend" / "styles" / "_palette.scss"


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    """Contrast ratio, as WCAG defines it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("text_colour", "grounds", "least"),
    [
        ("ink", "paper sand mist still", 7),
        ("fjord", "paper sand mist mist-light still", 4.5),
        ("stone", "paper sand mist mist-light still", 4.5),
        ("bridge", "paper sand", 4.5),
        ("moss", "paper moss-light", 4.5),
        ("amber", "paper amber-light", 4.5),
        ("rose", "paper sand still rose-light", 4.5),
        ("line", "paper sand still", 3),
        ("focus", "paper sand still", 3),
    ],
)
def test_colours_keep_their_contrast(text_colour: str, grounds: str, least: float) -> None:
    palette = dict(re.findall(r"^\$([a-z-]+): (#[0-9a-f]{6})", PALETTE.read_text(), re.MULTILINE))
    assert all(
        contrast(palette[text_colour], palette[ground]) >= least for ground in grounds.split()
    )


def test_choices_in_groups_are_folded_and_the_chosen_one_stands_open():
    class Where(forms.Form):
        one = forms.ChoiceField(
            widget=forms.RadioSelect,
            choices=[("a", "Alene"), ("Hus", [("b", "Bi"), ("c", "Ce")]), ("d", "Dag")],
        )

    groups = filters.in_places(Where({"one": "c"})["one"])
    assert [(name, [one.data["value"] for one in there]) for name, there in groups] == [
        ("", ["a"]), ("Hus", ["b", "c"]), ("", ["d"]),
    ]  # fmt: skip
    assert [filters.some_chosen(there) for _name, there in groups] == [False, True, False]


def test_nobody_has_no_letters():
    nobody = shapes.Person("Ingen endnu", is_nobody=True)
    assert ">?<" in filters.face(nobody)
    assert ">IE<" in filters.face(replace(nobody, is_nobody=False))
