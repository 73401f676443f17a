"""Conditions that the database's functions share, each written once.

Functions stand whole in one migration each: what changes one writes it whole again, with these.
"""

from collections.abc import Iterable

MEANWHILE = "starts_at <= access_now() and (ends_at is null or ends_at > access_now())"
"""A grant counts now."""

EMPLOYED = "starts_on <= access_today() and (ends_on is null or ends_on >= access_today())"
"""An employment counts today."""

PRIVATE = "ground in ('citizen', 'proxy')"
"""A grant of somebody whom nobody employs."""

STILL_HERE = f"""({PRIVATE} or (select exists (
        select from people_employment
         where person_id = (select access_actor()) and {EMPLOYED})))"""  # noqa: S608
"""A grant is a private person's, or its holder is still employed somewhere."""

IT_HOLDS = """(situation = 'always'
       or access_situation_holds(scope_id, situation, situation_about, situation_days))"""
"""What a grant hangs on is so."""

REACHES_NOW = f"{IT_HOLDS} and {MEANWHILE} and {STILL_HERE}"
"""A personal grant reaches now."""

BEST_FIRST = "(topic = 'whole') desc, role in ('proxy', 'guest', 'decider'), (topic = 'frame') desc"
"""Which grant opens a page: the team's, before a part that one is let in to besides."""

MY_UNIT = f"""(select unit_id from people_employment
     where person_id = (select access_actor()) and {EMPLOYED} order by starts_on desc limit 1)"""  # noqa: S608
"""Where the actor works, as the look log says it: the newest employment."""

MY_POSTS = "any ((select access_my_posts())::text[])"


def holds_post(unit: str, *posts: str) -> str:
    """The condition: the actor holds one of these posts in this unit."""
    return "(" + " or ".join(f"{unit}::text || ':{post}' = {MY_POSTS}" for post in posts) + ")"


def listed(names: Iterable[str]) -> str:
    """Words of the house as a list of literals."""
    return ", ".join(f"'{name}'" for name in names)


def reached(scope: str) -> str:
    """The condition, inside a definer function: the actor reaches the frame of this scope."""
    by_post = f"exists (select from access_my_posts_reach r where r.scope_id = {scope})"
    return f"({scope} = any ((select access_my_scopes('frame', 'read'))::uuid[]) or {by_post})"


LOOKED_AT = """(access_acts() or one = any (access_opened())
    or one = any (access_scopes_as(array['citizen'])))"""
"""The gate of the log before a frame, of the scope `one`: logged here, or the citizen's own."""


ASKED_ALREADY = """me constant uuid := access_actor();
  moment constant timestamptz := access_now();
  today constant date := access_today();"""
"""What a plpgsql function asks before all else, among its declarations."""

KNOWN_ALREADY = "known constant uuid[] := access_known_scopes();"
"""And where a fresh start may have left something behind."""

_ALREADY = {
    "(select access_actor())": "me",
    "(select access_known_scopes())::uuid[]": "known",
    "access_now()": "moment",
    "access_today()": "today",
}


def asked_already(condition: str) -> str:
    """A shared condition inside such a function: its constants stand where a policy asks.

    A call in a plan is made ready by each statement that has it; that costs more than the answer.
    """
    for question, answer in _ALREADY.items():
        condition = condition.replace(question, answer)
    return condition
