"""Room: persons, organisations, units, employment, working hours and leave."""
