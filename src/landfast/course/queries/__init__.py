"""Reads of the course: lists and frozen dataclasses."""
