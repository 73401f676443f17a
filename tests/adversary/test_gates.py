"""Who gets the page of an act: who may act, and nobody else. One table over all addresses.

A page that offers an act asks the act's own question (`offers`, web/doors.py), or reads first what
only those can read who may act. A new page stands here, or the first test fails.
"""

import inspect
from datetime import timedelta
from functools import cache
from itertools import islice, product

import pytest

from landfast.access.actions import To, grant
from landfast.access.roles import CourseRole
from landfast.access.rules import Ground, Level, Topic
from landfast.consent import actions as consent
from landfast.consent.actions import Outside, Yes
from landfast.kernel.clock import today
from landfast.meetings.models import Meeting
from landfast.web.doors import is_public
from tests.adversary.world import PARAMETER, addresses, likely
from tests.factories.parts import proxy_of
from tests.factories.town import as_
from tests.web.conftest import enter

IN_COURSE = """
her tea lea
 +   .   .   write_my_unwell write_my_note change_my_note add_my_person change_my_person
 +   .   .   move_my_helper add_my_wish change_my_wish add_my_step write_my_statement
 +   .   .   pause_my_course stop_my_course ask_correction my_case add_paper contest_finding
 +   .   .   add_member change_member add_relation change_relation share_with say_no_to
 +   .   .   say_of_topics fresh_start name_proxy let_in name_again ask_guest attend_otherwise
 +   .   .   agree_points
 +   .   .   book_interpreter course_profile note_statutory_role wish_area wish_words
 +   .   .   my_minutes begin_other_meeting talk_words announce_leaving my_meeting_time
 +   .   .   my_meeting_place my_meeting_guests my_meeting_themes my_meeting_not_about
 +   .   .   my_meeting_length my_meeting_seat my_meeting_size my_meeting_beside my_meeting_cancel
 +   .   .   my_meeting_whole
 +   +   .   meetings pulse note_plan correct_plan note_demand propose_agreement change_proposal
 +   +   .   lapse_agreement ask_outside price_agreement
 .   +   .   ask_about_course record_observation record_signal accept_agreement decline_agreement
 .   +   .   report_agreement dispute_bill name_keeper hand_back_agreement assess
 .   .   .   hand_out_record answer_correction later_finding dismiss_finding propose_move
 .   .   .   read_by_law say_so raise_course_case copy_course redact_minutes
 .   .   .   show_passage_again type_from_paper tell_citizen keep_apart pause_course begin_closing
 .   .   .   close_course stop_course move_away note_death propose_decision send_back reassess
 .   .   .   note_talk ask_decision accept_for_unit decide write_beside
 .   .   .   answer_seat_beside ask_correction_beside
 .   .   +   start_course name_second hand_over propose_joining answer_change tell_answer
 +   .   +   reopen_course
"""
"""Herself, a member of her team, the unit's leader. The coordinator gets what nobody else has;
who is let in to one part, or stands outside, gets none (but the proxy her answer)."""

ELSEWHERE = """
all emp tea led lea
 +   +   +   +   +   prove_again choose_password add_app add_passkey notices my_feed
 +   +   +   +   +   confirm_address confirm_number refer refer_self my_citizens
 .   +   +   +   +   my_time my_face find_coordinator open_emergency ask_anonymously copy_file
 .   .   +   .   .   write_own_line
 .   .   .   +   +   keep_forum begin_circle planned_units add_mandate change_mandate
 .   .   .   +   +   name_deciders add_offer change_offer
 .   .   .   .   +   list_precedence remove_precedence cover_absence coordinator_courses
 .   .   .   .   +   lose_coordinator
 .   .   .   .   .   record_ground change_rule set_keeping_years hold_case take_case_back
 .   .   .   .   .   postpone_case note_receipt confirm_receipt judge_look answer_name
 .   .   .   .   .   look_naming note_told undo_mend review_emergency login_service close_unit
 .   .   .   .   .   set_hours consultation change_circle circle_seats plan_sitting raise_theme
 .   .   .   .   .   propose_for_unit raise_case sum_theme sum_case unit_agreement move_for_unit
 .   .   .   .   .   word_for_her tell_of_case case_outcome begin_workshop copy_format
 .   .   .   .   .   change_format answer_hand_over ask_citizen keep_referral_apart called note_rung
 .   .   .   .   .   withdraw_ground end_employment
"""
"""Everybody with a login, an employee, a member of her team, a leader elsewhere and of her unit.
Nobody here holds the posts of the last lines, or sits in that circle; their own tests do."""

LET_IN = {"record_signal"}
"""A guest and who reads by topic may record a sign where their ground carries it (H1)."""
FORMS = ("form_page(", "sent(", "did(", 'method == "POST"', "answered(")


def told_in(table: str) -> dict[str, set[str]]:
    """Each page's readers."""
    head, *lines = table.strip().splitlines()
    kinds = head.split()
    return {
        name: {kind for kind, mark in zip(kinds, words, strict=False) if mark == "+"}
        for words in map(str.split, lines)
        for name in words[len(kinds) :]
    }


WHO = {**told_in(IN_COURSE), **told_in(ELSEWHERE), "answer_for": {"pro"}}


def offers_an_act(pattern):
    """Does the page show a form that is sent to the page itself?"""
    if is_public(pattern.callback) or not hasattr(pattern.callback, "__code__"):
        return False
    source = inspect.getsource(inspect.unwrap(pattern.callback))
    return "@require_POST" not in source and any(word in source for word in FORMS)


@cache
def acts():
    """Their pages, found when a test asks: each worker imports this module, one of them tests."""
    return [(path, pattern) for path, pattern in addresses() if offers_an_act(pattern)]


def urls(path, world, most=1):
    """Addresses of this form that lead to something of hers."""
    known = [likely(kind, name, world)[:4] for kind, name in PARAMETER.findall(path)]
    for chosen in islice(product(*known), most):
        given = iter(chosen)
        yield PARAMETER.sub(lambda _, given=given: next(given), path)


def let_in(world, client, marks, most=1):
    """The pages of acts that somebody gets though the table does not say so."""
    return {
        pattern.name
        for path, pattern in acts()
        for url in urls(path, world, most)
        if client.get(url).status_code == 200 and not marks & WHO[pattern.name]
    }


def guest_of_hers(world):
    """An employee who is asked to one meeting of hers."""
    gitte = world.town.hire("Gitte Gæst", world.town.social, "case_worker")
    with as_(world.town.karen):
        meeting = Meeting.objects.filter(course_id=world.lived.id).order_by("id")[0]
        to = To(
            CourseRole.GUEST, "Kender til boliger", person=gitte.person_id, topic=Topic.ONE,
            ground=Ground.MEETING, level=Level.READ, about=meeting.id,
        )  # fmt: skip
        grant(world.town.karen, world.lived.id, [to])
    return enter(gitte)


def reader_of_hers(world):
    """Who decides about her benefits, and reads about money because she has said yes."""
    lived, solveig = world.lived, world.town.staff["solveig"]
    with as_(lived.citizen):
        consent.share(
            actor=lived.citizen, course_id=lived.id, to=Outside(person=solveig.person_id),
            yes=Yes([Topic.ECONOMY], "Finde penge til indskud", today() + timedelta(days=30)),
        )  # fmt: skip
    return world.outsiders["solveig"]


def test_every_page_of_an_act_stands_in_the_table():
    assert {pattern.name for _, pattern in acts()} == set(WHO)
    assert len(acts()) > 130


def test_she_gets_no_page_of_an_act_that_is_not_hers(world):
    assert let_in(world, world.insiders["herself"], {"her", "all"}) == set()


def test_a_guest_of_one_meeting_gets_no_page_of_an_act_in_her_course(world):
    assert let_in(world, guest_of_hers(world), {"emp"}) == LET_IN


@pytest.mark.prove
def test_nobody_gets_the_page_of_an_act_that_is_not_theirs(world, record_property):
    inside, outside = world.insiders, world.outsiders
    clients = {
        "herself": (inside["herself"], {"her", "all"}), "member": (inside["bo"], {"tea"}),
        "leader": (inside["lars"], {"lea"}), "leader elsewhere": (outside["line"], {"led"}),
        "another": (outside["citizen"], {"all"}),
        "proxy": (enter(proxy_of(world.lived)), {"all", "pro"}),
        "guest": (guest_of_hers(world), {"emp"}), "benefits": (reader_of_hers(world), {"emp"}),
        "peer": (outside["ove"], {"emp"}), "colleague elsewhere": (outside["peter"], {"emp"}),
    }  # fmt: skip
    for who, (client, marks) in clients.items():
        extra = LET_IN if who in {"guest", "benefits"} else set()
        assert (who, let_in(world, client, marks, 4)) == (who, extra)
    record_property("pages", len(acts()))
