"""Use cases across rooms, one module each: plain calls in reading order, one transaction."""
