"""A proposal can be changed by its maker; what is left when the citizen stops; leaders' counts."""

import django.db.models.deletion
from django.db import migrations, models

import landfast.kernel.clock
import landfast.kernel.ids
from landfast.access.protect import definer, helper_may, protect_by, reach
from landfast.access.rules import Level, Topic
from landfast.kernel.choices import choices
from landfast.plan.rules.words import Act

# The promise is its maker's own word: the database takes a yes from nobody else. When the maker
# has offered other words, the yes was given with the offer, and it falls with the next change.
ONLY_THE_MAKER = migrations.RunSQL(
    """
create function plan_only_the_maker_accepts() returns trigger language plpgsql as $$
begin
  if current_user = 'landfast_app' and new.accepted_at is not null
     and (tg_op = 'INSERT' or old.accepted_at is null)
     and new.maker_id is distinct from access_actor()
     and not (tg_op = 'UPDATE' and old.offered_at is not null
              and old.maker_id = new.maker_id and old.text = new.text
              and old.due_on = new.due_on)
  then
    raise exception 'landfast: only the maker of agreement % can accept it', new.id
      using errcode = 'check_violation', constraint = 'only_the_maker_accepts';
  end if;
  return new;
end $$;
create trigger only_the_maker_accepts before insert or update on plan_agreement
  for each row execute function plan_only_the_maker_accepts();
""",
    """
drop trigger only_the_maker_accepts on plan_agreement;
drop function plan_only_the_maker_accepts;
""",
)

# Counts for units whose courses the actor oversees (access.roles.POSTS); no citizen leaves it.
OVERDUE = definer(
    "plan_overdue_by_unit",
    "day date, leader_day date",
    """returns table (unit_id uuid, overdue int, at_leader int) language sql stable as $$
  select e.unit_id, count(*)::int, (count(*) filter (where a.due_on <= leader_day))::int
    from (select distinct held.unit_id, held.person_id from people_employment held
           where held.starts_on <= access_today()
             and (held.ends_on is null or held.ends_on >= access_today())
             and held.unit_id = any (array(
               select split_part(post, ':', 1)::uuid from unnest(access_my_posts()) post
                where split_part(post, ':', 2) in ('daily_leader', 'leader')))) e
    join plan_agreement a on a.maker_id = e.person_id
   where a.state in ('accepted', 'started') and a.due_on < day
   group by e.unit_id
$$""",
)

MINE = "maker_id = access_actor()"


class Migration(migrations.Migration):
    """Columns, one table, and their policies."""

    dependencies = (
        ("plan", "0002_guards"),
        ("course", "0002_guards"),
        ("people", "0001_initial"),
    )

    operations = (
        migrations.AddField("agreement", "offered_at", models.DateTimeField(null=True, blank=True)),
        migrations.AddField("agreement", "version", models.PositiveSmallIntegerField(default=1)),
        migrations.AlterField(
            "agreement",
            "replaces",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="replacements",
                to="plan.agreement",
            ),
        ),
        migrations.AddConstraint(
            "agreement",
            models.UniqueConstraint(
                fields=("replaces",),
                name="one_agreement_instead",
                condition=models.Q(replaces__isnull=False)
                & ~models.Q(state__in=("declined", "lapsed")),
            ),
        ),
        migrations.AddField(
            "agreementchange",
            "act",
            models.CharField(max_length=12, choices=choices(Act), default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            "agreementchange", "old_text", models.CharField(max_length=500, blank=True, default="")
        ),
        migrations.AlterField(
            "agreementchange", "old_text", models.CharField(max_length=500, blank=True)
        ),
        migrations.AddField(
            "agreementchange", "old_due_on", models.DateField(null=True, blank=True)
        ),
        migrations.CreateModel(
            "Task",
            [
                (
                    "id",
                    models.UUIDField(
                        default=landfast.kernel.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=landfast.kernel.clock.now, editable=False),
                ),
                ("about", models.CharField(max_length=120)),
                ("text", models.CharField(max_length=500)),
                ("due_on", models.DateField(blank=True, null=True)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="course.course",
                    ),
                ),
                (
                    "maker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "db_table": "plan_task",
                "indexes": [
                    models.Index(
                        condition=models.Q(done_at=None),
                        fields=("maker",),
                        name="tasks_of_maker",
                    )
                ],
            },
        ),
        protect_by(
            "plan_task",
            select=MINE,
            insert=reach("plan_task", "course_id", Topic.WHOLE, Level.WRITE),
            update=MINE,
        ),
        helper_may("plan_agreement"),
        OVERDUE,
        ONLY_THE_MAKER,
    )
