"""Explained findings (værd at se på), and the reading of case files. Plain Python, no tables."""
