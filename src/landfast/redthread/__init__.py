"""The red thread (værd at se på): rules over a course, and the reading of case files."""
