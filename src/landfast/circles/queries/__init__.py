"""Reads of the room. Row-level security decides which cases and agreements there are."""
