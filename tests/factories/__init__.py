"""Factories play the real actions, so that no test starts from an impossible state."""
