"""Who is the coordinator? For somebody outside the team, with a ground (B5)."""
