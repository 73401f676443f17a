"""Main journeys as a person walks them: a real browser against a real server."""
