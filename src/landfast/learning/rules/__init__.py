"""Learning: rules."""
