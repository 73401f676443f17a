"""Settings, addresses of pages, and the WSGI entry."""
