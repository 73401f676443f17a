"""Measured comparisons, as ratios in one run: `python -m bench` (docs/performance.md)."""
