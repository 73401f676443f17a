"""The public face of a unit."""
