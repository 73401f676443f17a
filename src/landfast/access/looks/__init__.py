"""Looks: opening a record leaves one, she reads them, and others answer for them."""
