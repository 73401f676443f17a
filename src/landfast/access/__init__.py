"""Room: actor, permissions, roles, grants, the row-level security session, look log, event log."""
