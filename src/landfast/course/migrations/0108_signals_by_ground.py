"""A sign is recorded by everybody with a ground that carries it, and says which: the team, who reads
by its topic, a guest of a meeting, and intake while the course is undecided.
"""

from django.db import migrations, models

from landfast.access.protect import definer, plays
from landfast.access.roles import COURSE_ROLES, CourseRole
from landfast.access.rules import Permission
from landfast.course.rules.signal_ground import SIGNAL_TOPICS, SeenAs
from landfast.course.rules.words import State
from landfast.kernel.choices import choices

SIGNAL = "course_signal"
RECORDERS = [role for role, text in COURSE_ROLES.items() if Permission.SIGNAL_RECORD in text.may]
TOPICS = definer(
    "course_signal_topics",
    "kind text",
    "returns text[] language sql immutable parallel safe as $$\n  select case kind "
    + " ".join(f"when '{kind}' then array['{topic}']" for kind, topic in SIGNAL_TOPICS.items())
    + " else '{}'::text[] end\n$$",
)
MINE = "recorded_by_id = access_actor() and expires_on <= access_today() + 90"
TEAM = plays(SIGNAL, *RECORDERS)
UNDECIDED = f"""exists (select from course_course c where c.id = course_signal.course_id
    and c.state in ('{State.DETECTED}', '{State.ASSESSMENT}'))"""
GROUNDS = {
    SeenAs.TEAM: TEAM,
    SeenAs.TOPIC: f"({plays(SIGNAL, CourseRole.RECIPIENT)})\n"
                  "  and access_reads_topics(course_id, course_signal_topics(kind))",
    SeenAs.MEETING: plays(SIGNAL, CourseRole.GUEST),
    SeenAs.INTAKE: f"({plays(SIGNAL, CourseRole.INTAKE)}) and {UNDECIDED}",
}  # fmt: skip
BY_GROUND = "\n  or ".join(f"(seen_as = '{way}' and ({ground}))" for way, ground in GROUNDS.items())


def adds(ground: str) -> str:
    """The gate in front of a new sign."""
    mine = MINE.replace("access_actor()", "(select access_actor())")
    return f"alter policy add on {SIGNAL} with check ({mine} and ({ground}));"


class Migration(migrations.Migration):
    """A column, a function, a policy."""

    dependencies = (("course", "0107_own_comes"), ("access", "0091_scopes_whole"))

    operations = (
        migrations.AddField(
            model_name="signal",
            name="seen_as",
            field=models.CharField(choices=choices(SeenAs), default="team", max_length=8),
        ),
        # the database's own default, which asks for no row back: who tells need not be a reader
        migrations.RunSQL(
            f"alter table {SIGNAL} alter column seen_as set default 'team';",
            f"alter table {SIGNAL} alter column seen_as drop default;",
        ),
        TOPICS,
        migrations.RunSQL(adds(BY_GROUND), adds(TEAM)),
    )
