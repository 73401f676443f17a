"""The red thread's rules over a course: plain, explained, one function each (domain F2, E5)."""
