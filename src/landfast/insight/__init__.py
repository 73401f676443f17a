"""Read-only pictures for leaders, built on the rooms' queries."""
