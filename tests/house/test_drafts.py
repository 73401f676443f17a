"""Every form in which one types keeps what is typed, or stands here with the reason."""

import re
from pathlib import Path

import pytest

from landfast import web

TEMPLATES = Path(web.__file__).parent / "templates"
FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)
TYPED = re.compile(r"parts/field\.html|<textarea|<input(?![^>]*type=\"(?:hidden|radio|checkbox)\")")

WITHOUT = {
    "directory/offers.html": "a search: its words stand in the address",
    "emergency/open.html": "a number of somebody whom the writer may not know of",
    "referral/callback.html": "a stranger's page: nothing is kept before it is sent",
    "meetings/invites.html": "one short address; when it is refused it stands there still",
    "meetings/link.html": "a stranger's page: nothing is kept before it is sent",
    "lookup/find.html": "a number of somebody whom the writer may not know of",
    "mine/my_map.html": "a slider between days: it stands in the address",
    "mistakes/find_same.html": "a search; a number that is typed is kept nowhere",
    "mistakes/mend.html": "a search, and a choice among what it found",
    "network/find.html": "a search: its words stand in the address",
    "notices/number.html": "a code is kept nowhere",
    "oversight/log.html": "a search: its words stand in the address",
    "course/my_citizens.html": "a search: its words stand in the address",
    "meetings/find_guest.html": "a search: its words stand in the address",
    "meetings/room_notes.html": "a note that stands there already; once pressed it waits sealed",
    "meetings/room_told.html": "one line under each promise; once pressed it waits sealed",
    "plan/find_decider.html": "a search: its words stand in the address",
    "plan/versions.html": "two days: they stand in the address",
    "learning/compare.html": "two audits: they stand in the address",
    "learning/period.html": "two days: they stand in the address",
    "learning/read.html": "nothing of a copy is kept before a person has read it all",
    "learning/door.html": "a stranger's page, and a code is kept nowhere",
    "learning/board.html": "a stranger's page: nothing is kept before it is sent",
    "learning/file.html": "a file is kept nowhere before its lines are read",
    "circles/seats.html": "a search: its words stand in the address",
    "sharing/find.html": "a search: its words stand in the address",
    "people/sign_in.html": "the door: nothing of a stranger's is kept, least of all a password",
    "people/forgotten.html": "a stranger's page: nothing is kept before it is sent",
    "people/new_password.html": "a password is kept nowhere before it is chosen",
    "people/choose_password.html": "a password is kept nowhere before it is chosen",
    "people/my_time.html": "an address that opens a calendar is kept nowhere but sealed",
    "people/add_passkey.html": "a short name that is already there; the browser makes the rest",
    "parts/gallery.html": "shows the parts; nothing is sent",
    "plan/outside_answer.html": "a stranger's page: nothing is kept before it is sent",
    "plan/outside_code.html": "a stranger's page, and a code is kept nowhere",
    "plan/report_touches.html": "one line under each promise; the page of the report keeps it",
    "plan/wish_acts.html": "one line under each wish; when it is refused it has a page of its own",
}


def forms():
    for path in sorted(TEMPLATES.rglob("*.html")):
        name = path.relative_to(TEMPLATES).as_posix()
        for form in FORM.findall(path.read_text("utf-8")):
            if TYPED.search(form):
                yield name, form


def test_there_are_forms():
    assert len({name for name, _ in forms()}) > 20


@pytest.mark.parametrize(
    "name", ["referral/callback.html", "people/sign_in.html", "meetings/link.html"]
)
def test_a_stranger_keeps_nothing(name):
    assert "data-draft" not in (TEMPLATES / name).read_text("utf-8")


@pytest.mark.parametrize(("name", "form"), list(forms()), ids=lambda value: value[:40])
def test_a_form_in_which_one_types_keeps_it_and_says_so(name, form):
    if name in WITHOUT:
        return
    assert "data-draft" in form, name
    assert "parts/draft_state.html" in form, name


def test_the_exceptions_are_still_there():
    assert set(WITHOUT) <= {name for name, _ in forms()}
