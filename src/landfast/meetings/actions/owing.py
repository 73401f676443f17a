"""A no by mail names nobody: who sent it is asked, once, who comes instead (C3)."""

from django.db import connection

from landfast.access.action import action
from landfast.meetings.queries.standing_in import colleagues
from landfast.meetings.rules import Reply
from landfast.meetings.rules.inviting import owes_substitute


@action(asks=False, tells=False)
def ask_who_instead() -> int:
    """Own staff who said no by mail or link, and who have a colleague; how many were asked.

    They read it on their invitations and on Monday; one mail says that there is news.
    """
    asked = 0
    with connection.cursor() as cursor:
        cursor.execute("select participant_id, person_id, leader_id from meetings_noes_alone()")
        for participant, person, leader in cursor.fetchall():
            could = colleagues(person, leader)
            if owes_substitute(Reply.DECLINED, None, set(could.could), is_own=could.is_own):
                cursor.execute("select meetings_ask_who_instead(%s)", [participant])
                asked += 1
    return asked
