"""A course of 2,000 events as one picture: made from values, drawn, and painted by a browser."""
