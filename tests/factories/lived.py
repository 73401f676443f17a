"""A course that has been lived in: people, wishes, promises, own steps, a meeting called."""

from landfast.course.actions import profile
from landfast.files import actions as files
from landfast.files.rules import Kind, Readers
from landfast.network.rules import Closeness, Sphere
from landfast.plan import actions as plan
from landfast.plan.rules.words import Standing
from tests.factories.courses import Lived
from tests.factories.files import photo, sent
from tests.factories.meetings import prepared_meeting
from tests.factories.network import named_by_citizen
from tests.factories.plan import accepted, in_days, not_kept, proposed, wished
from tests.factories.replaying import replayed
from tests.factories.town import Town, as_


@replayed
def lived_course(town: Town) -> Lived:
    """Jytte's course, some weeks in."""
    lived = prepared_meeting(town, call=True).lived
    named_by_citizen(lived, "Hunden Balder", Sphere.LEISURE, Closeness.NEAR)
    home = wished(lived, "Jeg vil have mit eget sted at bo")
    wished(lived, "Jeg vil gerne se min søn hver uge")
    away = wished(lived, "Jeg vil lære at køre bil")
    accepted(town, lived, town.bo, text="Ringer til udlejer om den lille lejlighed", wish_id=home)
    proposed(town, lived, town.anna, text="Finder en dag til et besøg på afsnittet")
    not_kept(town, lived, town.bo, text="Kører med til banken", due_on=in_days(3))
    with as_(lived.citizen):
        me = {"actor": lived.citizen}
        plan.set_standing(wish_id=home, standing=Standing.GOAL, **me)
        plan.set_standing(wish_id=away, standing=Standing.ASIDE, **me)
        plan.rate_wish(wish_id=home, rating=4, **me)
        plan.add_step(course_id=lived.id, text="Gå en tur med Balder hver dag", **me)
        plan.add_step(course_id=lived.id, text="Skrive ned, hvad jeg vil have", wish_id=home, **me)
        profile.write_profile(
            course_id=lived.id, statement="Jeg bliver hurtigt træt. Spørg mig først.",
            strengths="Jeg er god til dyr.", largest_meeting=4, **me,
        )  # fmt: skip
        profile.say_energy(course_id=lived.id, energy=2, **me)
        for readers in Readers:
            files.add(
                course_id=lived.id, kind=Kind.PAPER, title="Brev fra udlejer", readers=readers,
                upload=sent("", photo()), **me,
            )  # fmt: skip
    return lived
