"""The world of the matrix: a course with a row of every kind, by the real acts, and all who act."""

from datetime import timedelta

from landfast.access.actor import Actor
from landfast.access.looks.looking import open_record
from landfast.access.rules import Topic as AccessTopic
from landfast.consent import actions as consent
from landfast.consent.actions import Lawful, Outside, Yes
from landfast.consent.rules import Basis, How, TopicWord
from landfast.consultation.actions import ask, keep_forum
from landfast.course.actions import (
    changing,
    coordinator,
    correcting,
    cover,
    handover,
    mending,
    observing,
    profile,
    statutory,
)
from landfast.files import actions as files
from landfast.files.rules import Kind
from landfast.kernel.clock import today
from landfast.meetings import actions as meetings
from landfast.meetings.actions import inviting
from landfast.network import actions as network
from landfast.network.actions import own as own_words
from landfast.network.queries import relations
from landfast.network.rules import SeatAnswer, unwell
from landfast.plan import actions as plan
from landfast.plan.actions import elsewhere
from landfast.plan.rules import StepState
from landfast.plan.rules.elsewhere import DemandKind, PlanKind, When
from landfast.programmes.rules import NeedArea
from tests.factories.circles import circle, raised
from tests.factories.courses import assessed_course, started_course
from tests.factories.emergencies import numbered, opens
from tests.factories.files import photo, sent
from tests.factories.meetings import Met, held_meeting
from tests.factories.parts import asked_outside, asked_to_decide, proxy_of, visits
from tests.factories.plan import accepted, priced, wished
from tests.factories.signs import grounded, saw
from tests.factories.town import Town, as_

ACTORS = (
    "citizen", "karen", "mads", "nina", "bo", "viggo", "dorte", "lars", "solveig", "peter",
    "vibeke", "other", "ida", "proxy", "gitte", "birgit", "yrsa", "jon", "nobody",
)  # fmt: skip
"""Citizen, coordinator, second, deputy, team member, asked to take over; daily lead, leader of the
unit; let in to the topic of housing by name, and with a unit; an employee and a citizen without any
ground; an employee who reads in an emergency; who reads and answers for her; a
guest of the meeting; a leader asked to decide one thing; who decides about her benefits, one of her
team and one who reads about money; nobody."""

ELSEWHERE = {
    "access_apart": "who sees the frame: tests/access/test_apart.py",
    "access_scope": "a bare key; knowing it opens nothing",
    "access_draft": "only its writer: tests/access/test_session.py",
    "access_look_verdict": "the officer: tests/access/test_oversight.py",
    "access_name_ask": "the citizen and the officer: tests/access/test_oversight.py",
    "access_look_names": "no citizen in it: tests/access/test_oversight.py",
    "access_look_seal": "nobody: tests/access/test_sealed_looks.py",
    "access_actor_key": "nobody: tests/access/test_signing.py",
    "access_failed_sign_in": "nobody: tests/web/people/",
    "files_content": "who has logged that very file: tests/files/test_files.py",
    "files_document": "no citizen in it: tests/redthread/test_choosing_ours.py",
    "files_face": "no citizen in it: tests/web/files/test_faces.py",
    "learning_study": "no citizen in it: tests/learning/test_workshop.py",
    "learning_workshop": "no citizen in it: tests/learning/test_workshop.py",
    "learning_group": "no citizen in it: tests/learning/test_workshop.py",
    "learning_mark": "no citizen in it: tests/learning/test_workshop.py",
    "meetings_format": "no citizen in it: tests/meetings/test_formats.py",
    "login_identity": "only its person: tests/login/test_tables.py",
    "login_invitation": "only its person: tests/login/test_tables.py",
    "login_passkey": "only its person: tests/login/test_tables.py",
    "login_one_time_code": "only its person: tests/login/test_tables.py",
    "login_recovery_code": "only its person: tests/login/test_tables.py",
    "login_reset": "only its person: tests/messages/test_forgotten.py",
    "login_way_out": "only its person: tests/login/test_tables.py",
    "login_sitting": "only its person: tests/login/test_tables.py",
    "login_machine_key": "no citizen in it: tests/interop/test_lookup_api.py",
    "login_known_as": "no citizen in it: tests/interop/test_lookup_api.py",
    "login_used_token": "nobody: tests/login/test_tables.py",
    "keeping_case": "the citizen and the officer: tests/keeping/test_blocking.py",
    "keeping_change": "the same",
    "keeping_hold": "the same",
    "keeping_years": "no citizen in it: tests/keeping/test_blocking.py",
    "keeping_erasure": "nobody: tests/keeping/test_erasing.py",
    "redthread_setting": "no citizen in it: tests/redthread/test_choosing_ours.py",
    "redthread_signs_ground": "the same",
    "redthread_finding": "the team and she: tests/redthread/test_findings.py",
    "redthread_check": "nobody: the same",
    "people_account": "only its person: tests/access/test_employing.py",
    "people_password": "nobody: tests/access/test_passwords.py",
    "people_organisation": "all read, Landfast writes: tests/access/test_employing.py",
    "people_unit": "all read, administrators write: tests/access/test_employing.py",
    "people_person": "all read, administrators and intake write: tests/access/test_employing.py",
    "people_employment": "all read, administrators and leads write: tests/access/test_employing.py",
    "people_way_back": "administrators and leads: tests/web/organisation/test_way_back.py",
    "people_calendar": "only its person, and the clock: tests/people/test_calendars.py",
    "people_busy": "the same",
    "people_working_hours": "all read: tests/access/test_employing.py",
    "people_leave": "all read: tests/access/test_employing.py",
    "directory_unit_profile": "all read, administrators and leads write: the same",
    "directory_answer_line": "all read, leads write: the same",
    "directory_mandate": "all read, leads write: tests/directory/test_mandates.py",
    "directory_decider": "the same",
    "directory_offer": "all read, leads and administrators write: tests/directory/test_offers.py",
    "directory_room": "all read, leads and administrators write: tests/directory/test_places.py",
    "directory_meeting_day": "the same",
    "directory_record_box": "who keeps the unit, and the jobs: tests/directory/test_record_box.py",
    "course_mend_row": "nobody: tests/course/test_mending.py",
    "course_referral": "referrer and intake: tests/course/test_referrals_apart.py",
    "course_assessment": "intake and citizen: tests/course/test_intake.py",
    "course_decision": "intake and citizen: tests/course/test_intake.py",
    "course_closing": "tests/course/test_endings.py",
    "plan_task": "only its maker: tests/plan/test_actions.py",
    "meetings_act": "its writer, leaders, citizen: tests/meetings/test_acts.py",
    "meetings_pulse": "only its writer: tests/meetings/test_pulse.py",
    "meetings_plan_run": "who leads its units, and the jobs: tests/meetings/test_quarter.py",
    "meetings_passage": "who may still read it: tests/meetings/test_passages.py",
    "meetings_reflection": "its writer, leaders, citizen: tests/meetings/test_reflecting.py",
    "meetings_agreement": "the team: tests/meetings/test_holding.py",
    "circles_circle": "no citizen in it: tests/circles/test_standing.py",
    "circles_seat": "the same",
    "circles_sitting": "the same",
    "circles_invite": "its person, who keeps it, the jobs: tests/messages/test_circle_invites.py",
    "circles_theme": "units that sit there: tests/circles/test_standing.py",
    "circles_agreement": "the same, and who owns it",
    "circles_case": "who sits there, its raiser, who reaches the course: tests/circles/",
    "consultation_forum": "no citizen in it: tests/consultation/test_asking.py",
    "consultation_question": "asker, forum, who reaches the course: tests/consultation/",
    "consultation_answer": "as its question: tests/consultation/test_asking.py",
    "programmes_programme": "all read, Landfast writes: tests/programmes/test_what_ships.py",
    "programmes_criterion": "the same",
    "programmes_precedence": "no citizen in it: tests/programmes/test_precedence.py",
    "course_callback": "intake only: tests/course/test_callback.py",
    "notices_channel": "only its person and the jobs: tests/messages/test_outbox.py",
    "notices_device": "only its person and the jobs: tests/messages/test_push.py",
    "notices_delivery": "its person, the jobs; given up: leaders: tests/messages/test_outbox.py",
}
"""Protected tables whose rows do not belong to a running course, and where they are tried."""


def lived_through(town: Town) -> tuple[Met, dict[str, Actor | None]]:
    """A course in which all of it has happened, and the actors by name."""
    town.hire("Viggo Villig", town.coordination, "coordinator")
    town.hire("Yrsa Ydelse", town.social, "benefits_officer")
    town.hire("Jon Jobcenter", town.social, "jobcenter_worker")
    met = held_meeting(town)
    karen, course = town.karen, met.lived.id
    with as_(karen):
        coordinator.name_second(actor=karen, course_id=course, person_id=town.mads.person_id)
        cover.name_deputy(
            actor=karen, course_id=course, person_id=town.nina.person_id,
            starts_on=today(), ends_on=today() + timedelta(days=3), reason="Kursus",
        )  # fmt: skip
        handover.offer(
            actor=karen, course_id=course, taker=town.viggo.person_id, reason="Karen flytter"
        )
        observing.record_observation(
            actor=karen, course_id=course, kind="admission", happened_on=today(), source="Datter"
        )
        statutory.note_statutory_role(
            actor=karen, course_id=course, role="Overlæge", holder="P3", does="Udskrivningsaftale"
        )
        meetings.make_minutes(actor=karen, meeting_id=met.id)
    came_home(town, met)
    written_to(met)
    town.hire("Lise Ledende", town.ward, "leader")
    with as_(town.lise):
        forum = keep_forum(
            actor=town.lise, unit_id=town.ward, name="Afsnittet", about="Søvn", is_open=True
        )
    with as_(karen):
        ask(
            actor=karen, forum_id=forum, text="Hvem kan hjælpe hende?", names=[], looked_at=[],
            asked_from=town.coordination, course_id=course,
        )  # fmt: skip
    raised(circle(town), met.lived)
    she_says(town, met)
    wish = wished(met.lived)
    accepted(town, met.lived, town.bo)
    with as_(met.lived.citizen):
        plan.rate_wish(actor=met.lived.citizen, wish_id=wish, rating=4)
        step = plan.add_step(actor=met.lived.citizen, course_id=course, text="Gå en tur")
        plan.set_step(actor=met.lived.citizen, step_id=step, state=StepState.TRIED)
        other = elsewhere.note_plan(
            actor=met.lived.citizen, course_id=course,
            facts=elsewhere.PlanFacts(PlanKind.MY_PLAN, "Jobcentret"),
        )  # fmt: skip
        elsewhere.note_demand(
            actor=met.lived.citizen, course_id=course, plan_id=other, kind=DemandKind.COME,
            words="Samtale", when=When(weekday=0),
        )  # fmt: skip
    with as_(karen):
        consent.read_by_law(
            actor=karen, course_id=course, to=town.solveig.person_id,
            on=Lawful(Basis.FVL28, [AccessTopic.HOUSING], "Boligsag", today()
                      + timedelta(days=7)),
        )  # fmt: skip
        numbered(met.lived.citizen_id)
    proxy = proxy_of(met.lived)
    priced(town, met.lived)
    asked_to_decide(town, met.lived, town.hire("Birgit Bevilger", town.social, "leader"))
    asked_outside(town, met.lived)
    visits(met, town.hire("Gitte Gæst", town.social, "case_worker"))
    opens(town.hire("Ida Ildsjæl", town.ward, "ward_staff"))
    other = assessed_course(town, "Bent Berg").citizen
    actors = {name: getattr(town, name) for name in ACTORS if name in town.staff}
    hers = {"citizen": met.lived.citizen, "other": other, "proxy": proxy, "nobody": None}
    return met, {**hers, **actors}


def she_says(town: Town, met: Met) -> None:
    """What she lets others read, and writes herself."""
    course = met.lived.id
    with as_(met.lived.citizen):
        consent.allow(
            actor=met.lived.citizen, course_id=course, recipient=town.yrsa.person_id,
            purpose="Hendes kontanthjælp", how=How.SELF,
        )  # fmt: skip
        for to, topic in (
            (Outside(person=town.solveig.person_id), AccessTopic.HOUSING),
            (Outside(unit=town.ward), AccessTopic.HOUSING),
            (Outside(person=town.jon.person_id), AccessTopic.ECONOMY),
        ):
            yes = Yes([topic], "Finde en bolig", today() + timedelta(days=30))
            consent.share(actor=met.lived.citizen, course_id=course, to=to, yes=yes)
        consent.say_of_topic(
            actor=met.lived.citizen, course_id=course, topic=AccessTopic.CRIME,
            word=TopicWord.CLOSED,
        )  # fmt: skip
        consent.start_fresh(actor=met.lived.citizen, course_id=course, since=today())
        profile.say_energy(actor=met.lived.citizen, course_id=course, energy=3)
        correcting.ask_correction(
            actor=met.lived.citizen, course_id=course, about="plan_wish-1", words="Det passer ikke"
        )
        changing.ask_for_another(actor=met.lived.citizen, course_id=course)
        files.add(
            actor=met.lived.citizen, course_id=course, kind=Kind.PAPER, title="Huslejen",
            upload=sent("", photo()), topic=AccessTopic.HOUSING,
        )  # fmt: skip
        words = dict.fromkeys(unwell.PARTS, "Ring til min søster")
        own_words.write_unwell(
            actor=met.lived.citizen, course_id=course, words=words, seen_by=unwell.SeenBy.TEAM
        )
        own_words.write_note(actor=met.lived.citizen, course_id=course, text="Kun mit")
        network.answer_seat(
            actor=met.lived.citizen, course_id=course, need=NeedArea.HOUSING,
            answer=SeatAnswer.NOT_NOW, is_empty=True,
        )  # fmt: skip


def written_to(met: Met) -> None:
    """A meeting to come, to which her sister is asked by mail."""
    me = met.lived.citizen
    with as_(me):
        sister = relations(met.lived.id)[0].id
        ahead = meetings.open_meeting(
            actor=me, course_id=met.lived.id, format_code="M-01", leader_id=met.karen.person_id
        )
        row = meetings.add_participant(
            actor=me, meeting_id=ahead, guest=meetings.Guest("Min søster", relation_id=sister)
        )
        inviting.set_address(
            actor=me, meeting_id=ahead, participant_id=row, address="tante@eksempel.dk"
        )


def came_home(town: Town, met: Met) -> None:
    """Karen had written it on another citizen of hers, and had looked there; and noticed a sign."""
    grounded(town)
    saw(town.karen, met.lived.id)
    wrong = started_course(town, "Xenia Xo")
    with as_(town.karen):
        row = observing.record_observation(
            actor=town.karen, course_id=wrong.id, kind="admission", happened_on=today(),
            source="Søn",
        )  # fmt: skip
        open_record(town.karen, wrong.id, "Det, der er sket")
        mend = mending.propose_move(
            actor=town.karen, course_id=wrong.id, thing="course_observation", row_id=row,
            target=met.lived.id, why="Det var Jytte",
        )  # fmt: skip
        mending.carry_out_move(actor=town.karen, mend_id=mend)
