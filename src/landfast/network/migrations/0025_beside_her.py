"""What was written or drawn beside her is marked until she has said that it is so (§11).

A page for bad days that was written beside her is a page of its own: whether she has one already
is hers to know, so nobody's writing may meet it.
"""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

from landfast.access.protect import hers_alone
from landfast.access.rules import Situation
from landfast.kernel.choices import choices
from landfast.network.rules.helped import Helped

PAGE = "network_unwell"
HERS = "course_id = any ((select access_scopes_as(array['citizen']))::uuid[])"
ADMITTED = f"access_situation_holds(course_id, '{Situation.ADMITTED.value}', null::uuid, null::int)"
KEPT = f"seen_by = 'me' or (seen_by = 'admitted' and not {ADMITTED})"
OTHERS = f"({KEPT}) and helped_by_id is distinct from (select access_actor())"


def marked(model: str) -> tuple[migrations.AddField, ...]:
    """Who made it beside her, and how."""
    person = models.ForeignKey(
        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+",
        to="people.person",
    )  # fmt: skip
    how = models.CharField(blank=True, choices=choices(Helped), db_default="", max_length=8)
    return (
        migrations.AddField(model_name=model, name="helped_by", field=person),
        migrations.AddField(model_name=model, name="helped_how", field=how),
    )


def turned(first: migrations.RunSQL) -> migrations.RunSQL:
    """The other way round: what it undoes is done, and what it does is undone."""
    return migrations.RunSQL(first.reverse_sql, first.sql)


class Migration(migrations.Migration):
    """Two columns of three tables, and who reads what waits for her."""

    dependencies = (("network", "0024_unwell_goes_along"), ("people", "0055_calendars"))

    operations = (
        *marked("member"),
        *marked("relation"),
        *marked("unwell"),
        migrations.AlterField(
            model_name="unwell",
            name="course",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.RESTRICT, related_name="+", to="course.course"
            ),
        ),
        migrations.AddConstraint(
            model_name="unwell",
            constraint=models.UniqueConstraint(
                condition=Q(helped_by=None), fields=("course",), name="one_page_of_hers"
            ),
        ),
        migrations.AddConstraint(
            model_name="unwell",
            constraint=models.UniqueConstraint(
                condition=Q(helped_by__isnull=False),
                fields=("course", "helped_by"),
                name="one_page_of_each_beside",
            ),
        ),
        turned(hers_alone(PAGE, when=KEPT)),
        hers_alone(PAGE, when=OTHERS),
        migrations.RunSQL(
            f"grant delete on {PAGE} to landfast_app;\n"
            f"create policy remove on {PAGE} for delete to landfast_app"
            f" using (helped_by_id is not null and {HERS});",
            f"drop policy remove on {PAGE};\nrevoke delete on {PAGE} from landfast_app;",
        ),
    )
