"""Somebody who means harm: a stranger, another citizen, an employee without a ground."""
