"""Emergency access: open, end, review."""
