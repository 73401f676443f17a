"""The only writers of the course."""
