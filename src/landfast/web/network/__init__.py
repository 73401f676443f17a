"""The network, as professionals see and write it."""
