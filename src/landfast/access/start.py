"""What is checked once, before the first request."""

from django.db import connection


def refuse_strong_role() -> None:
    """Stop when the application's database role could pass row-level security by."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select rolname from pg_roles where pg_has_role(current_user, oid, 'member')"
            " and (rolsuper or rolbypassrls)"
        )
        strong = [name for (name,) in cursor.fetchall()]
        cursor.execute(
            "select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace"
            " where n.nspname = 'public' and pg_has_role(current_user, c.relowner, 'member')"
        )
        owned = cursor.fetchone()[0]
    if strong or owned:
        raise SystemExit(
            "Landfast starter ikke: databasens rolle må hverken eje tabeller eller kunne gå "
            "uden om rækkesikkerheden. Brug rollen landfast_app (se docs/operators.md)."
        )
