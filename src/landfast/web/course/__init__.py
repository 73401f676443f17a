"""Pages: the course as professionals meet it, from the start to the end."""
