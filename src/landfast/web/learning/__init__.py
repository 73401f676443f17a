"""Pages: learning from a case."""
