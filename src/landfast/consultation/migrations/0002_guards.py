"""The forum sees the question and who asks; only who reaches the course sees whose it is."""

from django.db import migrations

from landfast.access.protect import definer, helper_may, protect_by, reach
from landfast.access.rules import Level, Topic

POSTS = "any ((select access_my_posts())::text[])"
LED_BY_ME = f"(unit_id::text || ':leader' = {POSTS} or unit_id::text || ':daily_leader' = {POSTS})"
ASKED_OF_ME = f"{{0}}unit_id::text || ':any' = {POSTS}"
ASKED_BY_ME = "{0}asker_id = access_actor()"
MINE = f"({ASKED_BY_ME} or {ASKED_OF_ME})"
REACHED = reach("consultation_origin", "course_id", Topic.WHOLE, Level.READ)

# the policy of a question asks for its origin, so the origin's may not ask for the question
IS_MINE = definer(
    "consultation_is_mine",
    "wanted uuid",
    """returns boolean language sql stable as $$
  select exists (select from consultation_question where id = wanted and asker_id = access_actor())
$$""",
)

EXPIRE = definer(
    "consultation_expire",
    "",
    """returns int language plpgsql volatile as $$
declare gone uuid[]; begin
  gone := array(select id from consultation_question
                 where created_at < access_now() - interval '2 years');
  delete from consultation_origin where question_id = any (gone);
  delete from consultation_answer where question_id = any (gone);
  delete from consultation_question where id = any (gone);
  return cardinality(gone);
end $$""",
)


class Migration(migrations.Migration):
    """Policies of the room."""

    dependencies = (("consultation", "0001_initial"), ("access", "0015_views_as_barriers"))

    operations = (
        *(
            helper_may(f"consultation_{table}", "select, delete")
            for table in ("question", "answer", "origin")
        ),
        IS_MINE,
        EXPIRE,
        protect_by(
            "consultation_forum",
            select="access_actor() is not null",
            insert=LED_BY_ME,
            update=LED_BY_ME,
        ),
        protect_by(
            "consultation_origin",
            select=REACHED,
            insert=f"({REACHED}) and consultation_is_mine(question_id)",
        ),
        protect_by(
            "consultation_question",
            select=f"{MINE.format('')} or exists (select from consultation_origin o"
            " where o.question_id = consultation_question.id)",
            insert=f"{ASKED_BY_ME.format('')} and asked_from_id::text || ':any' = {POSTS}",
            update=ASKED_BY_ME.format(""),
        ),
        protect_by(
            "consultation_answer",
            select="exists (select from consultation_question q where q.id = question_id)",
            insert="person_id = access_actor() and exists (select from consultation_question q"
            f" where q.id = question_id and q.closed_at is null and {MINE.format('q.')})",
        ),
    )
