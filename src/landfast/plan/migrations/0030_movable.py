"""What was promised or wished can be moved, when it was written on the wrong citizen."""

from django.db import migrations

from landfast.access.protect import movable


class Migration(migrations.Migration):
    """Steps and promises go along with their wish; a promise takes the one it replaces along."""

    dependencies = (("plan", "0021_decision_ask"), ("course", "0060_mending"))

    operations = (
        movable("plan_wish", author="written_by_id"),
        movable(
            "plan_own_step", author="written_by_id", goes_with="wish_id",
            cuts="wish_id relation_id",
        ),
        movable(
            "plan_agreement", author="proposed_by_id", goes_with="wish_id replaces_id",
            takes="replaces_id", cuts="wish_id",
        ),
        movable("plan_agreement_change", goes_with="agreement_id"),
        movable("plan_task"),
    )  # fmt: skip
