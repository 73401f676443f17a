"""Time, periods, typed ids, refusals, abstract models. Knows no room."""
