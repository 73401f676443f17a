"""Policies of a record that prepare less: what is seldom asked stands behind a function."""

from django.db.migrations import RunSQL

# what the template's rare parts look like when the database writes a policy down (pg_policies)
_PROBE = r"\( SELECT true\s+FROM access_my_posts_{view} r\s+WHERE {asks}\s+LIMIT 1\)"
_SCOPE = r"\(r\.scope_id = \w+\.(\w+)\)"
_ONE_OF = r"\(\(r\.{0}\)::text = ANY \(\(ARRAY\[{1}\]\)::text\[\]\)\)"
_NAMED = r"((?:\(*'\w+'::character varying(?:\)::text\)::character varying)?(?:, )?)+)"
_WHOLE = _ONE_OF.format("topic", "'whole'::character varying, 'whole'::character varying")
_LEVEL = _ONE_OF.format("level", r"'write'::character varying, '(\w+)'::character varying")
_ROLES = _PROBE.format(view="{0}", asks=rf"\({_SCOPE} AND {_ONE_OF.format('role', _NAMED)}\)")
_LIGHTER = (
    (
        _PROBE.format(view="reach", asks=rf"\({_SCOPE} AND {_WHOLE} AND {_LEVEL}\)"),
        r"access_reaches(\1, 'whole', '\2')",
    ),
    (
        r"\(\((\w+) = ANY \(\( SELECT access_my_part_scopes\(\) AS access_my_part_scopes\)"
        r"::uuid\[\]\)\) OR "
        + _PROBE.format(view="parts", asks=_SCOPE)
        + r"\) AND access_reads_topics\(",
        "access_shares(",
    ),
    (
        rf"{_ROLES.format('reach')} OR {_ROLES.format('parts')}",
        r"access_plays(\1, array[\2]::text[])",
    ),
)
# the way back; `{table}` is the policy's own
_LONGER = (
    (
        r"access_reaches\((\w+), 'whole'::text, '(\w+)'::text\)",
        r"(select true from access_my_posts_reach r where r.scope_id = {table}.\1"
        r" and r.topic in ('whole', 'whole') and r.level in ('write', '\2') limit 1)",
    ),
    (
        r"access_shares\((\w+),\s",
        r"(\1 = any ((select access_my_part_scopes())::uuid[]) or (select true"
        r" from access_my_posts_parts r where r.scope_id = {table}.\1 limit 1))"
        r" and access_reads_topics(\1, ",
    ),
    (
        r"access_plays\((\w+), ARRAY\[([^]]*)\]\)",
        r"((select true from access_my_posts_reach r where r.scope_id = {table}.\1"
        r" and r.role in (\2) limit 1) or (select true from access_my_posts_parts r"
        r" where r.scope_id = {table}.\1 and r.role in (\2) limit 1))",
    ),
)
_REWRITE = """
do $rewrite$
declare
  p record;
  said text;
begin
  for p in select * from pg_policies where schemaname = 'public' and cmd = 'SELECT'
             and tablename in ({tables}) and 'landfast_app' = any (roles) loop
    said := p.qual;
    {steps}
    if said <> p.qual then
      execute format('alter policy %I on %I using (%s)', p.policyname, p.tablename, said);
    end if;
  end loop;
end $rewrite$;
"""


def lighten(*tables: str) -> RunSQL:
    """What posts and single topics reach is asked by a function, where it is seldom asked.

    Each statement makes ready all sub-selects of a policy, run or not: on the tables of a record
    they cost more than the statements (docs/performance.md). Which rows are seen is the same. Not
    for the frame: leaders read lists of it through their posts, row by row.
    """
    return RunSQL(_rewritten(tables, _LIGHTER), _rewritten(tables, _LONGER))


def _rewritten(tables: tuple[str, ...], steps: tuple[tuple[str, str], ...]) -> str:
    said = "\n    ".join(
        f"said := regexp_replace(said, $re${before}$re$,"
        f" replace($re${after}$re$, '{{table}}', p.tablename), 'g');"
        for before, after in steps
    )
    return _REWRITE.format(tables=", ".join(f"'{table}'" for table in tables), steps=said)
