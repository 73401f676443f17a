"""When two records are joined her page for bad days goes along, where the other has none.

Where both have one, each stays where it was written: only she can say which is right. Neither page
nor notes are counted for who joins: that they are there is hers to know.
"""

from django.db import migrations

from landfast.access.protect import movable

NOTE = "comment on policy moves on network_own_note is '{}';"
BEFORE = '{{"author": null, "with": [], "takes": [], "cuts": []{}}}'


class Migration(migrations.Migration):
    """Two tables of hers."""

    dependencies = (("network", "0023_lighter"), ("course", "0105_uncounted"))

    operations = (
        movable("network_unwell", is_told=False),
        migrations.RunSQL(
            NOTE.format(BEFORE.format(', "uncounted": true')), NOTE.format(BEFORE.format(""))
        ),
    )
