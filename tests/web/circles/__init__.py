"""Pages of standing meetings."""
