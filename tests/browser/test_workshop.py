"""Three groups at once mark the two cases on devices of their own, and it is gathered live (J6).

What they mark is what 170 professionals marked (S002 Bilag 3): each event has as many red marks.
"""

import json
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from landfast.insight.story_of_case import story_of
from landfast.redthread import casefile
from tests.browser.conftest import DESK, PHONE, Site, Someone
from tests.factories.town import build_town

pytestmark = pytest.mark.browser
CASES = Path(str(files("landfast.jobs.demo") / "cases"))
TABLES = ("Bord 1", "Bord 2", "Bord 3")


def marks_of(name: str) -> dict[str, list[str]]:
    """What was marked at each event of a case."""
    told = json.loads((CASES / f"{name}.json").read_text("utf-8"))["events"]
    return {one["id"]: one["mark"]["refs"] for one in told if one["mark"]["refs"]}


def copied(karen: Someone, name: str) -> str:
    """A case file is read line by line, kept, and a workshop begun; its code."""
    karen.goes_to(reverse("copy_file"))
    karen.page.set_input_files("#id_file", CASES / f"{name}.json")
    karen.touches_button("Læs filen").sees("Læs øvesagen, før den gemmes")
    karen.writes("Hvad skal øvesagen hedde?", f"Øvesag {len(name)}")
    if name == "jeanette":
        karen.finds_no_barrier().touches_button("Gem øvesagen uden navne").sees("Læs det hele")
    karen.ticks("Jeg har læst hver linje").touches_button("Gem øvesagen uden navne")
    karen.sees("Ingen navne fulgte med.").follows(f"Begynd en workshop om Øvesag {len(name)}")
    karen.ticks("Workshop: røde og grønne mærker").touches_button("Få en kode")
    return karen.page.locator(".lf-workshop-code").inner_text()


def numbers_of(name: str) -> dict[str, str]:
    """The number of each event's line: all that is told, in the order of its days."""
    story = story_of(casefile.read_file(CASES / f"{name}.json"))
    told = [(one.on, one.key) for one in (*story.events, *story.threads)]
    return {key: str(number) for number, (_on, key) in enumerate(sorted(told), 1)}


def marked(groups: list[Someone], name: str) -> Counter[str]:
    """The three put all marks, in turn; how many each line is to have, by its number."""
    lines, asked = numbers_of(name), Counter[str]()
    every = [(event, ref) for event, those in marks_of(name).items() for ref in those]
    for turn, (event, ref) in enumerate(every):
        page = groups[turn % 3].page
        where = page.url.split("#")[0].split("?")[0] + "maerke/"
        sent = page.request.post(where, form={"line": lines[event], "colour": "red", "words": ref})
        assert sent.ok
        asked[lines[event]] += 1
    return asked


def on_the_wall(karen: Someone) -> dict[str, int]:
    rows = karen.page.locator("#gathered li[data-red]").evaluate_all(
        "rows => rows.map(row => [row.id.slice(2), Number(row.dataset.red)])"
    )
    return dict(rows)


def test_three_groups_at_once_mark_what_the_report_tells_and_it_is_gathered_live(site: Site):
    town = build_town()
    site.account(town.karen, "karen-workshop")
    karen = site.signed_in("karen-workshop", DESK)
    for name, total in (("jeanette", 59), ("jens", 34)):
        code = copied(karen, name)
        groups = [site.visitor(PHONE) for _ in TABLES]
        for group, table in zip(groups, TABLES, strict=True):
            group.goes_to(reverse("workshop_door")).writes("Koden, der bliver sagt", code)
            group.writes("Hvad hedder jeres gruppe?", table).touches_button("Kom med")
            group.sees(f"I er {table}.")
        wanted = marked(groups, name)
        # the wall has it without being opened anew
        expect(karen.page.get_by_text(f"{total} røde mærker")).to_be_visible()
        assert on_the_wall(karen) == wanted
        assert sorted(wanted.values()) == sorted(len(refs) for refs in marks_of(name).values())
        if name == "jens":
            continue
        karen.finds_no_barrier()
        # a group marks by hand, takes it back, and says what it thinks of the whole
        first = groups[0].goes_to(groups[0].page.url).opens("Sæt et mærke ved 1")
        first.page.locator("#o-1").fill("Nogen spurgte")
        first.page.locator("#l-1").get_by_role("button", name="Grønt").click()
        first.sees("Grønt: Nogen spurgte").finds_no_barrier()
        first.touches_button("Tag mærket ved 1 tilbage").does_not_see("Nogen spurgte")
        first.writes("Hvilke temaer ser I?", "Overgange").touches_button("Gem det, vi siger")
        first.writes("Hvad er den vigtigste udfordring?", "Ingen holdt i trådene")
        first.touches_button("Gem det, vi siger")
        expect(karen.page.get_by_text("Ingen holdt i trådene")).to_be_visible()
        paper = karen.page.request.get(karen.page.url + "rapport.pdf")
        assert paper.body().startswith(b"%PDF")
    karen.touches_button("Slut workshoppen").sees("Workshoppen er slut.")
