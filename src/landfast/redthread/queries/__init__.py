"""Findings as they stand, and what organisations have chosen."""

from landfast.redthread.queries.findings import Standing, asking_findings, findings_of

__all__ = ["Standing", "asking_findings", "findings_of"]
