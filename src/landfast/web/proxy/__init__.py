"""Somebody who may read or answer for the citizen: named by her, and their own page."""
