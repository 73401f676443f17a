"""Pages of what is worth a look (Værd at se på)."""
