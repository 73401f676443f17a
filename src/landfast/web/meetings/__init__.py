"""Meetings: prepare, answer, hold, write down."""
