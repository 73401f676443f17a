"""The leader group's list of functions that courses take over."""
