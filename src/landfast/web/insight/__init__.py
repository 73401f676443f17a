"""Pages: what leaders see."""
