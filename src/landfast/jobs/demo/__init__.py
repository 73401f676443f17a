"""The demonstration municipality: invented people, played through the real acts."""
