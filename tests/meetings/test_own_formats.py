"""An organisation makes a format its own; a meeting keeps the one it was begun with (C1)."""

from dataclasses import replace

import pytest

from landfast.journeys import keep_formats, prepare_meeting
from landfast.journeys.hold_meeting import propose
from landfast.journeys.prepare_meeting import begin_meeting
from landfast.kernel.refusals import NotAllowed, NotFound
from landfast.meetings import actions, models, queries
from landfast.meetings.actions import Because, Guest
from landfast.meetings.actions.acting import end_theme
from landfast.meetings.rules import Stage
from landfast.meetings.rules.copying import check_form
from landfast.meetings.rules.formats import AgendaBy, AgendaWhen, Citizen, Must, shipped
from landfast.meetings.rules.preparing import Onward
from landfast.meetings.rules.words import ThemeEnd
from landfast.plan.rules.promise import Terms
from landfast.plan.rules.words import MandateState
from tests.factories.courses import started_course
from tests.factories.meetings import frame, load_formats
from tests.factories.network import in_the_team
from tests.factories.town import as_
from tests.refusing import refused

USUAL = shipped()["M-01"]


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"name": " "}, "no_name", "name"),
        ({"name": "x" * 121}, "long_name", "name"),
        ({"output": ""}, "no_output", "output"),
        ({"output": "x" * 301}, "long_output", "output"),
        ({"shortest": 9}, "length", "shortest"),
        ({"longest": 241}, "length", "longest"),
        ({"shortest": 90, "longest": 60}, "lengths_cross", "longest"),
        ({"minutes_long": 121}, "usual_outside", "minutes_long"),
        ({"notice_days": 31}, "notice", "notice_days"),
        ({"within_days": 61}, "within", "within_days"),
        ({"within_days": 2}, "days_cross", "within_days"),
        ({"agenda_when": AgendaWhen.FIXED}, "no_points", "points"),
        ({"agenda_points": ("Bolig",)}, "points_unused", "points"),
        (
            {"agenda_when": AgendaWhen.FIXED, "agenda_points": ("x",) * 12},
            "many_points", "points",
        ),
        (
            {"agenda_when": AgendaWhen.FIXED, "agenda_points": ("x" * 501,)},
            "long_point", "points",
        ),
        ({"citizen": Citizen.ABSENT}, "absent_sets_agenda", "agenda_by"),
        ({"must": (Must(frozenset({"gp"}), 21, "Egen læge"),)}, "many_must", "more_count"),
        ({"reflects": "reflectors"}, "nobody_reflects", "reflectors"),
    ],
)  # fmt: skip
def test_what_contradicts_itself_is_told_at_its_field(changes, code, field):
    with refused(code, field):
        check_form(replace(USUAL, **changes))


def test_all_that_ships_can_be_copied_as_it_is():
    for form in shipped().values():
        check_form(form)


def own(town, **changes):
    """A format of the municipality's own, changed so."""
    load_formats()
    with as_(town.dorte):
        (house,) = keep_formats.keeps(town.dorte)
        code = actions.copy_format(
            actor=town.dorte, code="M-01", organisation_id=house.id, name="Vores møde"
        )
        changed = replace(queries.current(code).form, **changes)
        actions.change_format(actor=town.dorte, code=code, form=changed, seen=1)
    return code


def test_two_formats_of_one_list_have_two_names(town):
    code = own(town)
    with as_(town.dorte):
        (house,) = keep_formats.keeps(town.dorte)
        about = {"actor": town.dorte, "code": "M-02", "organisation_id": house.id}
        for taken in ("vores  møde ", USUAL.name.upper()):
            with refused("name_taken", "name"):
                actions.copy_format(**about, name=taken)
        mine = queries.current(code)
        with refused("name_taken", "name"):
            named = replace(mine.form, name=USUAL.name)
            actions.change_format(actor=town.dorte, code=code, form=named, seen=mine.version)
        kept = replace(mine.form, name="VORES møde")
        actions.change_format(actor=town.dorte, code=code, form=kept, seen=mine.version)


def test_a_copy_is_offered_in_the_organisations_courses_only(town):
    code = own(town, minutes_long=30, longest=40)
    lived = started_course(town)
    with as_(town.karen):
        usual, others = prepare_meeting.choices_of(town.karen, lived.id)
        assert code in {row.code for row in (*usual, *others)}
        met = begin_meeting(actor=town.karen, course_id=lived.id, format_code=code)
        with refused("length_of_format", "minutes_long"):
            actions.set_frame(actor=town.karen, meeting_id=met, frame=frame(minutes_long=60))
        assert queries.meeting(met).minutes_long == 30
    assert [row for row in _formats(town, town.region) if row.code == code] == []
    with as_(town.karen), refused("no_format"):
        begin_meeting(actor=town.karen, course_id=lived.id, format_code="E-0")


def _formats(town, organisation_id):
    with as_(town.karen):
        return queries.formats(organisation_id)


def test_a_meeting_keeps_the_format_it_was_begun_with(town):
    code = own(town, longest=40, minutes_long=30)
    lived = started_course(town)
    with as_(town.karen):
        met = begin_meeting(actor=town.karen, course_id=lived.id, format_code=code)
    with as_(town.dorte):
        longer = replace(queries.current(code).form, longest=90)
        with refused("changed_meanwhile"):
            actions.change_format(actor=town.dorte, code=code, form=longer, seen=1)
        actions.change_format(actor=town.dorte, code=code, form=longer, seen=2)
        actions.withdraw_format(actor=town.dorte, code=code)
        with pytest.raises(NotFound):
            queries.current(code)
    with as_(town.karen):
        with refused("length_of_format"):
            actions.set_frame(actor=town.karen, meeting_id=met, frame=frame(minutes_long=60))
        with refused("no_format"):
            begin_meeting(actor=town.karen, course_id=lived.id, format_code=code)


def test_only_who_keeps_the_organisations_formats_changes_them(town):
    code = own(town)
    form = USUAL
    for other in (town.karen, town.lars, town.anna):
        with as_(other), pytest.raises(NotAllowed):
            actions.change_format(actor=other, code=code, form=form, seen=2)
    with as_(town.dorte):
        with pytest.raises(NotAllowed):
            actions.copy_format(
                actor=town.dorte, code="M-01", organisation_id=town.region, name="Deres"
            )
        with refused("shipped"):
            actions.withdraw_format(actor=town.dorte, code="M-01")


def test_the_database_keeps_a_copy_to_its_organisation(town):
    code = own(town)
    with as_(town.karen):
        mine = models.Format.objects.filter(code=code, replaced_at=None)
        stolen = mine.get()
        assert mine.update(replaced_at=stolen.created_at) == 0
    with as_(town.dorte):
        assert mine.update(replaced_at=stolen.created_at) == 1


def kept_for_later(leader, met):
    for theme in queries.meeting(met).themes:
        end_theme(actor=leader, meeting_id=met, theme_id=theme.id, ended=ThemeEnd.PARKED)


def forum(town):
    """A case forum about Jytte, held without her."""
    load_formats()
    lived = started_course(town)
    for one, role in ((town.bo, "home_support"), (town.anna, "ward_staff")):
        in_the_team(lived, one, by=town.karen, role=role)
    with as_(town.karen):
        met = begin_meeting(
            actor=town.karen, course_id=lived.id, format_code="M-09",
            because=Because("Det haster", "consent", "Jytte sagde ja i går"),
        )  # fmt: skip
        actions.add_theme(actor=town.karen, meeting_id=met, words="Hvem ringer?")
        there = [
            actions.add_participant(
                actor=town.karen, meeting_id=met, guest=Guest("", one.person_id, role=role)
            )
            for one, role in ((town.bo, "home_support"), (town.anna, "ward_staff"))
        ]
        actions.set_frame(actor=town.karen, meeting_id=met, frame=frame(minutes_long=15))
        actions.call_meeting(actor=town.karen, meeting_id=met)
        actions.start_meeting(actor=town.karen, meeting_id=met, present=there)
    return lived, met


def test_without_her_there_is_a_ground_and_no_authority_and_she_is_told(town):
    lived, met = forum(town)
    with as_(town.karen):
        seen = queries.meeting(met)
        assert (seen.ground_words, seen.form.is_with_citizen) == ("Jytte sagde ja i går", False)
        asks = Terms("bevilge støtte", practical_problem="Bolig", mandate=MandateState.APPLICATION)
        with refused("no_authority"):
            propose(actor=town.karen, meeting_id=met, terms=asks)
        with refused("not_held"):
            actions.tell_citizen(actor=town.karen, meeting_id=met, how="I telefonen")
        for stage in (Stage.FOLLOW_UP, Stage.THEMES, Stage.CLOSING):
            actions.move_to(actor=town.karen, meeting_id=met, stage=stage)
        with refused("silent_theme"):
            actions.end_meeting(
                actor=town.karen, meeting_id=met, onward=Onward(None, True, "Vi ses om en uge")
            )
        kept_for_later(town.karen, met)
        actions.end_meeting(
            actor=town.karen, meeting_id=met, onward=Onward(None, True, "Vi ses om en uge")
        )
        minutes = actions.make_minutes(
            actor=town.karen, meeting_id=met, agreements=[], since_last=[]
        )
        actions.show_minutes(actor=town.karen, minutes_id=minutes)
        actions.note_seen_beside(actor=town.karen, minutes_id=minutes)
        with refused("not_told"):
            actions.publish_minutes(actor=town.karen, minutes_id=minutes, recipients=[])
        with refused("how_told", "told_words"):
            actions.tell_citizen(actor=town.karen, meeting_id=met, how=" ")
        actions.tell_citizen(actor=town.karen, meeting_id=met, how="I telefonen")
        with refused("already_told"):
            actions.tell_citizen(actor=town.karen, meeting_id=met, how="Igen")
    with as_(lived.citizen):
        assert queries.meeting(met).told_words == "I telefonen", "all of it is hers to see"


def test_without_a_ground_no_meeting_is_held_about_her(town):
    load_formats()
    lived = started_course(town)
    with as_(town.karen):
        for because, code, field in (
            (Because("x"), "no_ground", "ground"),
            (Because("x", "consent", " "), "ground_in_words", "ground_words"),
            (Because("x", "law", "x" * 301), "too_long", "ground_words"),
        ):
            with refused(code, field):
                begin_meeting(
                    actor=town.karen, course_id=lived.id, format_code="M-06", because=because
                )
    with as_(lived.citizen), refused("not_hers"):
        actions.open_meeting(
            actor=lived.citizen, course_id=lived.id, format_code="M-06",
            leader_id=town.karen.person_id,
        )  # fmt: skip


def test_fixed_points_are_the_first_themes_and_hers_alone_to_take_off(town):
    load_formats()
    lived = started_course(town)
    with as_(town.karen):
        met = actions.open_meeting(
            actor=town.karen, course_id=lived.id, format_code="M-08",
            leader_id=town.karen.person_id,
        )  # fmt: skip
        themes = queries.meeting(met).themes
        assert [one.words for one in themes] == list(shipped()["M-08"].agenda_points)
        with refused("fixed_point"):
            actions.remove_theme(actor=town.karen, meeting_id=met, theme_id=themes[0].id)
    with as_(lived.citizen):
        actions.remove_theme(actor=lived.citizen, meeting_id=met, theme_id=themes[0].id)
        assert len(queries.meeting(met).themes) == 2


def test_a_meeting_that_departs_from_its_format_keeps_the_reason(town):
    load_formats()
    lived = started_course(town)
    in_the_team(lived, town.bo, by=town.karen)
    with as_(town.karen):
        met = actions.open_meeting(
            actor=town.karen, course_id=lived.id, format_code="M-08",
            leader_id=town.karen.person_id,
        )  # fmt: skip
        actions.set_frame(actor=town.karen, meeting_id=met, frame=frame(minutes_long=30))
        with refused("departs", "reason"):
            actions.call_meeting(actor=town.karen, meeting_id=met)
        actions.call_meeting(actor=town.karen, meeting_id=met, because="Hun kunne ikke før")
        assert queries.meeting(met).departs_because == "Hun kunne ikke før"


def test_her_own_copy_may_be_set_by_the_leader(town):
    code = own(town, agenda_by=AgendaBy.LEADER, agenda_when=AgendaWhen.FIXED,
               agenda_points=("Hvad nu?",))  # fmt: skip
    lived = started_course(town)
    with as_(town.karen):
        met = begin_meeting(actor=town.karen, course_id=lived.id, format_code=code)
        assert [one.words for one in queries.meeting(met).themes] == ["Hvad nu?"]
