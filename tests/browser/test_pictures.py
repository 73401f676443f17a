"""The guides' pictures: taken when asked to (LANDFAST_PICTURES=1), and never missing."""

import os
import re
from pathlib import Path

import pytest

from tests.browser.conftest import DESK, PHONE, Site, Someone

ROOT = Path(__file__).resolve().parents[2]
GUIDES = ROOT / "docs" / "guides"
PICTURES = GUIDES / "pictures"
ASKED = os.environ.get("LANDFAST_PICTURES") == "1"

CITIZEN = {
    "my-course": "/mit/", "my-people": "/mit/folk/", "my-plan": "/mit/plan/",
    "my-say": "/mit/valg/", "my-meeting": "/forloeb/{course}/moeder/{meeting}/forbered/",
}  # fmt: skip
COORDINATOR = {
    "monday": "/mandag/", "course": "/forloeb/{course}/", "plan": "/forloeb/{course}/plan/",
    "meeting": "/forloeb/{running}/moeder/{room}/rum/",
}  # fmt: skip


def test_each_picture_that_a_guide_names_is_there():
    named = {
        (text.parent / path).resolve()
        for text in [*GUIDES.glob("*.md"), *ROOT.glob("README*.md")]
        for path in re.findall(r"!\[[^]]*\]\(([^)]+\.png)\)", text.read_text("utf-8"))
    }
    assert named, "the guides have pictures"
    assert [str(path) for path in sorted(named) if not path.exists()] == []
    taken = {PICTURES / f"{name}.png" for name in [*CITIZEN, *COORDINATOR]}
    taken |= set((PICTURES / "pages").glob("*.png"))  # by test_every_page.py
    assert named == taken, "each picture is shown, and each that is shown is taken here"


def keep(someone: Someone, name: str, path: str, height: int) -> None:
    """One screen of a page, as somebody sees it who has not scrolled far."""
    someone.goes_to(path)
    width = (someone.page.viewport_size or DESK)["width"]
    tall = min(height, someone.page.evaluate("document.documentElement.scrollHeight"))
    clip = {"x": 0, "y": 0, "width": width, "height": tall}
    someone.page.screenshot(path=PICTURES / f"{name}.png", full_page=True, clip=clip)  # type: ignore[arg-type]


@pytest.mark.browser
@pytest.mark.skipif(not ASKED, reason="pictures are taken when LANDFAST_PICTURES=1")
def test_the_pictures_are_taken(site: Site):
    from landfast.course.actions.coordinator import name_second
    from landfast.course.actions.phases import activate
    from landfast.meetings import queries
    from landfast.meetings.rules import Stage
    from tests.factories.lived import lived_course
    from tests.factories.meetings import running_meeting
    from tests.factories.town import as_, build_town

    # given Jytte some weeks in, and another whose meeting runs
    town = build_town()
    lived = lived_course(town)
    running = running_meeting(town, Stage.THEMES)
    with as_(town.karen):
        name_second(actor=town.karen, course_id=lived.id, person_id=town.mads.person_id)
        activate(actor=town.karen, course_id=lived.id)
        meeting = queries.meetings_of(lived.id)[0].id
    site.account(lived.citizen, "jytte")
    site.account(town.karen, "karen")
    PICTURES.mkdir(exist_ok=True)
    at = {
        "course": lived.id, "meeting": meeting, "running": running.course_id, "room": running.id,
    }  # fmt: skip
    # then each page is kept as it looks
    jytte, karen = site.signed_in("jytte", PHONE), site.signed_in("karen", DESK)
    for name, path in CITIZEN.items():
        keep(jytte, name, path.format(**at), 1500)
    for name, path in COORDINATOR.items():
        keep(karen, name, path.format(**at), 1200)
