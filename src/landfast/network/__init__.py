"""Room: the people and services around the citizen, and the contact card."""
