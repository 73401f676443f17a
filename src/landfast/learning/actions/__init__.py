"""Learning: actions."""
