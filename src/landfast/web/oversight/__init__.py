"""Pages of the data protection officer: the look log, never a record."""
