"""The door for people: pages, parts and what they look like."""
