"""Learning: queries."""
