"""Room: meetings that the citizen leads: preparation, turns, minutes."""
