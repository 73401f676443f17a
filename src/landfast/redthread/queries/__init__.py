"""Findings as they stand, and what organisations have chosen."""

from landfast.redthread.queries.findings import Standing, Worth, findings_of, worth_a_look

__all__ = ["Standing", "Worth", "findings_of", "worth_a_look"]
