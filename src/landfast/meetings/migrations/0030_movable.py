"""A meeting that was written on the wrong citizen can be moved, with all that belongs to it."""

from django.db import migrations

from landfast.access.protect import movable

IN_A_MEETING = ("participant", "turn", "reflection", "minutes")


class Migration(migrations.Migration):
    """Themes, people, words, minutes and what was agreed there go along."""

    dependencies = (("meetings", "0023_own_sound"), ("course", "0060_mending"))

    operations = (
        movable("meetings_meeting", author="leader_id"),
        movable("meetings_theme", goes_with="meeting_id", cuts="wish_id"),
        *(movable(f"meetings_{name}", goes_with="meeting_id") for name in IN_A_MEETING),
        movable("meetings_agreement", goes_with="meeting_id", takes="agreement_id"),
    )
