"""Web push: sealed for one browser (RFC 8291), signed by this installation (RFC 8292)."""
