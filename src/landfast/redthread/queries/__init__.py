"""Findings as they stand, and what organisations have chosen."""

from landfast.redthread.queries.findings import Standing, findings_of

__all__ = ["Standing", "findings_of"]
