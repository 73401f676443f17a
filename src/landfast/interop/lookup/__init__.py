"""Who is the coordinator? Asked by a ward's own system for somebody who sits at it (B5)."""
