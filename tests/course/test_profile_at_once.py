"""Her profile is begun by her and beside her in the same second: both words stand."""

from landfast.course.actions import profile
from landfast.course.models import Energy, Profile
from tests.course.test_one_coordinator import acting_as, at_once
from tests.factories.courses import started_course
from tests.factories.town import as_
from tests.own import settled


def test_the_first_word_and_her_energy_in_the_same_second(own_database):
    town = settled()
    for number in range(6):
        lived = started_course(town, f"Jytte {number}")
        her, karen = lived.citizen, town.karen
        met = at_once(
            acting_as(
                her,
                lambda her=her, lived=lived: profile.say_energy(
                    actor=her, course_id=lived.id, energy=3
                ),
            ),
            acting_as(
                karen,
                lambda karen=karen, lived=lived: profile.write_profile(
                    actor=karen, course_id=lived.id, statement="Jeg vil bo", strengths="",
                    largest_meeting=3,
                ),
            ),
        )  # fmt: skip
        assert met == [None, None]
        with as_(her):
            assert Profile.objects.get(course_id=lived.id).statement == "Jeg vil bo"
            assert Energy.objects.get(course_id=lived.id).energy == 3
